"""What all forms of a transcript share: its lines, its title block, and how far an answer is."""

from collections.abc import Iterable
from dataclasses import dataclass

from exports.labels import MADE_BY_DEMO, Labels
from sessions.fragments import AnswerReading, Fragment, SessionReading
from sessions.i18n import N_
from sessions.interview import AnswerState
from sessions.received import Wish
from sessions.release import Release
from sessions.text import clean
from sessions.transcript import DEMO_MODEL, Role

_STATES = {
    AnswerState.OPEN: N_("Not asked yet."),
    AnswerState.SKIPPED: N_("Skipped."),
    AnswerState.RECORDED: N_("Recorded, not transcribed yet."),
    AnswerState.FAILED: N_("Recorded, but transcribing failed."),
    AnswerState.TRANSCRIBED: N_("Nothing in this answer may be shown."),
    AnswerState.WITHDRAWN: N_("The expert took this answer back."),
}
_UNFINISHED = {
    AnswerState.RECORDED: N_("A part of this answer has not been transcribed yet."),
    AnswerState.FAILED: N_("A part of this answer could not be transcribed."),
}
_WISHES = {
    Wish.INTERNAL: N_("The expert keeps this answer within the company."),
    Wish.NOT_TO_USE: N_("The expert does not want this answer to be used."),
}
_REFUSED = N_("The expert does not want this to become text.")


@dataclass(frozen=True)
class Heard:
    """A line of a transcript, with its speaker as permitted."""

    fragment: Fragment
    text: str
    speaker: str
    doubt: str

    @property
    def interviewer(self) -> bool:
        """Whether the interviewer said it."""
        return self.fragment.segment.role is Role.INTERVIEWER


def kept(answer: AnswerReading) -> tuple[Fragment, ...]:
    """The fragments that may be shown: all but the struck and the empty ones, in order of speaking."""
    released = (f for f in answer.fragments if f.segment.release is not Release.STRUCK)
    shown = (f for f in released if clean(f.segment.text).strip())
    return tuple(sorted(shown, key=lambda f: (f.clip.number if f.clip else 0, f.segment.position)))


def heard(answer: AnswerReading, _: Labels) -> tuple[Heard, ...]:
    """The lines of an answer."""
    return tuple(_heard(fragment, _) for fragment in kept(answer))


def status(answer: AnswerReading, _: Labels) -> str:
    """Why an answer has no lines, or not all of them; empty where it has."""
    if answer.refused:
        return _(_REFUSED)
    message = _UNFINISHED.get(answer.state, "") if kept(answer) else _STATES[answer.state]
    return _(message) if message else ""


def wish_line(answer: AnswerReading, _: Labels) -> str:
    """That the expert keeps an answer back; empty where they do not."""
    return _(_WISHES[answer.wish]) if answer.wish in _WISHES else ""


def topics_line(reading: SessionReading, answer: AnswerReading, _: Labels) -> str:
    """The topics that an answer's lines count for, or its question's where it has none."""
    slugs = {slug for f in kept(answer) for slug in f.topics} or set(answer.question.topics)
    titles = [topic.title for slug, topic in reading.guide.topics.items() if slug in slugs]
    return _("Topics: {topics}").format(topics=", ".join(titles)) if titles else ""


def about(reading: SessionReading, _: Labels) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The title of a transcript, and what is to be known of its session, as names and values."""
    session, guide = reading.session, reading.guide
    version = _("{title}, version {version}").format(title=guide.title, version=guide.version)
    details = (
        (_("Expert"), _.speaker(reading.expert, reading.company, reading.named)),
        (_("Company"), reading.company.name),
        (_("Machine"), session.machine),
        (_("Date"), _.date(session.started_at.date())),
        (_("Guide"), version),
        (_("Text"), ", ".join(_origins(reading, _))),
    )
    title = _("Transcript of session {code}").format(code=session.code)
    return title, tuple((name, value) for name, value in details if value)


def warnings(reading: SessionReading, _: Labels) -> tuple[str, ...]:
    """What its text is not for, and who may not see it yet."""
    shown = [f for a in reading.answers for f in kept(a)]
    demo = any(f.transcript.model == DEMO_MODEL for f in shown)
    notes = (_(MADE_BY_DEMO) if demo else "", _internal(shown, _), _kept_back(reading, _))
    return tuple(note for note in notes if note)


def _internal(shown: Iterable[Fragment], _: Labels) -> str:
    internal = sum(f.segment.release is Release.INTERNAL for f in shown)
    message = _.ngettext(
        "Do not share this transcript outside the team: {n} fragment in it has not been released yet.",
        "Do not share this transcript outside the team: {n} fragments in it have not been released yet.",
        internal,
    )
    return message if internal else ""


def _kept_back(reading: SessionReading, _: Labels) -> str:
    n = sum(answer.wish in _WISHES for answer in reading.answers)
    message = _.ngettext(
        "The expert keeps {n} answer back: it says so there.",
        "The expert keeps {n} answers back: it says so there.",
        n,
    )
    return message if n else ""


def _origins(reading: SessionReading, _: Labels) -> list[str]:
    origins = (_.origin(f.transcript) for a in reading.answers for f in kept(a))
    return list(dict.fromkeys(origins))


def _heard(fragment: Fragment, _: Labels) -> Heard:
    segment = fragment.segment
    if segment.role is Role.INTERVIEWER:
        speaker = _("Interviewer")
    else:
        speaker = _.speaker(fragment.expert, fragment.company, fragment.named)
    return Heard(
        fragment, clean(segment.text).strip(), speaker, _.aside(segment.doubt, written=segment.written)
    )
