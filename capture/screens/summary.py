"""What a conversation gave, in words: what was recorded, skipped and marked, the time it took, what comes now."""

from collections.abc import Callable, Sequence
from textwrap import fill, indent

from textual.content import Content

from capture.interviewing.state import Snapshot, Standing, Transcribing, Writing
from capture.naming import duration
from capture.screens.showing import MUTED
from sessions.fragments import clock
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.spending import Stretch, Who, spent
from sessions.text import clean_line

_LONGEST = 40
"""Characters of a question that say which one it is."""

_LINE = 60


def told(standings: Sequence[Standing]) -> Content:
    """Per question what there is of it, and how many were not asked."""
    recorded = [s for s in standings if s.takes]
    noted = [s for s in standings if s.note and not s.takes]
    skipped = [s for s in standings if s.skipped_because]
    flagged = [s for s in standings if s.flagged]
    touched = {s.question.id for s in (*recorded, *noted, *skipped, *flagged)}
    lines = [
        *_part(_recorded_heading(recorded), recorded, _recorded),
        *_part(_("Only notes"), noted, lambda s: _below(s.note)),
        *_part(_("Skipped"), skipped, lambda s: _below(s.skipped_because)),
        *_part(_("To come back to"), flagged, lambda _standing: ""),
    ]
    if not_asked := sum(s.question.id not in touched for s in standings):
        many = ngettext("{n} question was not asked", "{n} questions were not asked", not_asked)
        lines.append(Content.styled(many.format(n=not_asked), MUTED))
    return Content("\n").join(lines)


def _recorded_heading(recorded: Sequence[Standing]) -> str:
    return _("Recorded, {length} in all").format(length=clock(sum(s.seconds for s in recorded)))


def _part(heading: str, standings: Sequence[Standing], what: Callable[[Standing], str]) -> list[Content]:
    if not standings:
        return []
    return [Content.styled(heading, "bold"), *(_line(s, what(s)) for s in standings)]


def _line(standing: Standing, what: str) -> Content:
    question = clean_line(standing.question.text)
    short = question if len(question) <= _LONGEST else question[: _LONGEST - 1].rstrip() + "…"
    told_of = Content.assemble(f"  {clean_line(standing.question.id)}  ", (short, MUTED))
    return Content.assemble(told_of, "  ", what) if what else told_of


def _below(text: str) -> str:
    """What somebody wrote, on lines of its own."""
    return "\n" + indent(fill(clean_line(text), _LINE), " " * 9)


def _recorded(standing: Standing) -> str:
    takes = ngettext("{n} recording", "{n} recordings", standing.takes).format(n=standing.takes)
    return f"{takes}, {clock(standing.seconds)}"


def time_spent(stretches: Sequence[Stretch]) -> Content:
    """The time of the expert and of the developer."""
    expert, developer = (duration(spent(stretches, who).total_seconds()) for who in Who)
    line = _("Time: expert {expert}, you {developer}").format(expert=expert, developer=developer)
    return Content.styled(line, "bold")


def what_comes_now(snapshot: Snapshot, folder: str) -> Content:
    """What happens with the recordings, how the expert reads it back, and what to copy."""
    code = clean_line(snapshot.session.code)
    send = (f"vakborg review send {code}", "bold")
    steps = [
        _writing(snapshot.transcribing),
        Content.assemble(_("Let the expert read it back in Word:"), " ", send),
        Content.assemble(_("Make a copy of this folder today, on another disk:"), "\n  ", (folder, "bold")),
    ]
    return Content("\n").join(step for step in steps if step.plain)


def _writing(transcribing: Transcribing) -> Content:
    if transcribing.writing is Writing.NO_MODEL:
        return Content(clean_line(f"{transcribing.message} {transcribing.advice}"))
    if not transcribing.waiting:
        return Content("")
    n = transcribing.waiting
    waits = ngettext("{n} recording still becomes text.", "{n} recordings still become text.", n).format(n=n)
    how = _("That goes on while the session is open; later with:")
    return Content.assemble(waits, " ", how, " ", ("vakborg transcribe", "bold"))
