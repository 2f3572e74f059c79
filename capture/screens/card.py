"""The card above an answer's fragments: the question, its topics, and how its recordings are doing."""

from collections.abc import Sequence

from textual.content import Content

from capture.screens.showing import MUTED, hardly_heard, plain, topic_title
from capture.screens.withdrawing.taken_back import TakenBack, done_told
from sessions.fragments import AnswerReading, clock
from sessions.guides.model import Guide
from sessions.i18n import gettext as _
from sessions.interview import Clip
from sessions.jobs import Job, JobState
from sessions.people import Permission
from sessions.text import clean, clean_line
from sessions.transcript import Transcript
from transcripts.models import DEMO


def question_card(
    answer: AnswerReading, guide: Guide, jobs: Sequence[Job], taken_back: TakenBack | None = None
) -> Content:
    """The question in bold, the topics that it gives to every fragment, and what there is of it."""
    parts = [plain(answer.question.text).stylize("bold"), _topics(answer, guide)]
    if answer.answer.note:
        parts.append(Content.styled(_("note: {note}").format(note=clean(answer.answer.note)), MUTED))
    if answer.answer.flagged:
        parts.append(_warning(_("⚑ come back")))
    if answer.clips and answer.answer.skipped_because:
        parts.append(_warning(_skipped(answer)))
    parts += _sources(answer, jobs, taken_back or TakenBack())
    return Content("\n").join(parts)


def _topics(answer: AnswerReading, guide: Guide) -> Content:
    titles = [_("● {topic}").format(topic=topic_title(guide, t)) for t in answer.question.topics]
    return Content.styled("  ".join(titles), MUTED)


def _sources(answer: AnswerReading, jobs: Sequence[Job], taken_back: TakenBack) -> list[Content]:
    made = {f.transcript.id: f.transcript for f in answer.fragments}
    by_clip = {t.clip_id: t for t in made.values() if t.clip_id}
    lines = [_recording(clip, by_clip.get(clip.id), jobs, answer.refused) for clip in answer.clips]
    lines += [_brought(t) for t in made.values() if not t.clip_id]
    if any(t.model == DEMO for t in made.values()):
        lines.append(_warning(_("demo model: knows only the demo's speech, never for a real interview")))
    if any(hardly_heard(f.segment) for f in answer.fragments):
        lines.append(Content.styled(_("underlined: a word that was hardly heard"), f"{MUTED} underline"))
    if answer.answer.withdrawn:
        lines += [Content.styled(told, MUTED) for told in _taken_out(answer, taken_back, again=bool(lines))]
    return lines or [_warning(_skipped(answer))]


def _skipped(answer: AnswerReading) -> str:
    if reason := clean_line(answer.answer.skipped_because):
        return _("skipped: {reason}").format(reason=reason)
    return _("nothing was recorded for this question")


def _recording(clip: Clip, transcript: Transcript | None, jobs: Sequence[Job], refused: bool) -> Content:
    name = _("Recording {n}, {length}").format(n=clip.number, length=clock(clip.seconds))
    if clip.erased:
        return _taken_out_sound(name, transcript)
    latest = max((j for j in jobs if j.clip_id == clip.id), key=lambda j: j.id, default=None)
    made = ", " + _made_by(transcript) if transcript else ""
    standing = _standing(latest, transcript) if latest else ""
    if refused and not transcript:
        standing = _("it may not become text")
    text = Content.styled(name + made + (": " + standing if standing else ""), MUTED)
    return text if transcript else text.stylize("$text-warning")


def _taken_out(answer: AnswerReading, taken_back: TakenBack, *, again: bool) -> list[str]:
    """What of it was taken out and when; ``again``: there is something of it."""
    gone = {
        Permission.RECORDING: not any(not clip.erased for clip in answer.clips),
        Permission.TRANSCRIPT: not answer.fragments,
    }
    told = [done_told(one) for permission, one in taken_back.done.items() if gone.get(permission)]
    if not again:
        return [_("What was said here was taken out; it can be asked again."), *told]
    erased = any(clip.erased for clip in answer.clips)
    return told or ([] if erased else [_("Something of this answer was taken out.")])


def _taken_out_sound(name: str, transcript: Transcript | None) -> Content:
    told = (
        _("{recording}: the sound was taken out, the text stayed")
        if transcript
        else _("{recording}: taken out")
    )
    return Content.styled(told.format(recording=name), MUTED)


def _made_by(transcript: Transcript) -> str:
    if transcript.model:
        return _("model {model}").format(model=clean_line(transcript.model))
    return _("file {name}").format(name=clean_line(transcript.original_name))


def _standing(job: Job, transcript: Transcript | None) -> str:
    reason = clean_line(job.reason)
    if job.state is JobState.SET_ASIDE:
        return (
            _("set aside: {reason}").format(reason=reason) + " " + _("Once more: vakborg transcribe --retry")
        )
    if job.state is JobState.RUNNING:
        return _("being transcribed; if it was interrupted: vakborg transcribe")
    if job.state is JobState.QUEUED:
        waits = _("waits to be transcribed: vakborg transcribe")
        return waits + (" " + _("(last time: {reason})").format(reason=reason) if reason else "")
    return "" if transcript else _("no speech was found in it")


def _brought(transcript: Transcript) -> Content:
    name = clean_line(transcript.original_name)
    return Content.styled(_("Text without a recording, from the file {name}").format(name=name), MUTED)


def _warning(text: str) -> Content:
    return Content.styled(text, "$text-warning")
