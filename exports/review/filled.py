"""The lines of a sheet that are filled in for it alone: who told it, when, at which machine, and to whom it goes."""

from dataclasses import astuple, dataclass

from exports.labels import Labels
from exports.review import wording
from exports.review.layout import waiting
from sessions.fragments import SessionReading
from sessions.text import clean_line


@dataclass(frozen=True)
class Filled:
    """Those lines in the language of the guide; empty where one does not stand in this sheet."""

    told_by: str
    told_on: str
    machine: str
    look_at: str
    send_to: str
    take_back: str
    waiting: str
    leave_in: str
    footer: str

    @property
    def lines(self) -> tuple[str, ...]:
        """All that there are."""
        return tuple(line for line in astuple(self) if line)


def filled(reading: SessionReading, mark: str, by: str) -> Filled:
    """The lines of the sheet of a session that is to go back to ``by``."""
    _, session, by = Labels(reading.guide.language), reading.session, clean_line(by)
    who = ", ".join(part for part in (reading.expert.name, reading.company.name) if part)
    machine, n = clean_line(session.machine), waiting(reading)
    return Filled(
        _(wording.TOLD_BY).format(who=clean_line(who)),
        _(wording.TOLD_ON).format(date=_.date(session.started_at.date())),
        _(wording.MACHINE).format(machine=machine) if machine else "",
        _(wording.LOOK_AT).format(sample=_(wording.SAMPLE)),
        _(wording.SEND_TO).format(by=by) if by else _(wording.SEND_BACK),
        _(wording.TAKE_BACK_TO).format(by=by) if by else _(wording.TAKE_BACK),
        _waiting(_, n) if n else "",
        _(wording.LEAVE_IN).format(mark=mark),
        _(wording.FOOTER).format(code=clean_line(session.code), mark=mark),
    )


def _waiting(_: Labels, n: int) -> str:
    return _.ngettext(
        "{n} answer of yours has not been written out yet and is not in here.",
        "{n} answers of yours have not been written out yet and are not in here.",
        n,
    )
