"""The list of sources, to which every reference leads: each place with the words as they were spoken."""

from exports.draft.model import SourceAnswer, SourceLine, SourceSession
from exports.word.blocks.chapter import Chapter
from exports.word.blocks.opening import reading_source
from exports.word.styles import SOURCE, SPOKEN, TIME, TOPICS
from sessions.text import clean_line


def sources(chapter: Chapter) -> None:
    """A heading for each session and answer that was quoted, a line for each place in the recording."""
    _ = chapter.labels
    if not chapter.draft.sources:
        return
    chapter.heading(_("Sources"), 1)
    for session in chapter.draft.sources:
        _session(chapter, session)
    if words := chapter.draft.counts.words:
        chapter.unwritten(reading_source(words, _))


def _session(chapter: Chapter, session: SourceSession) -> None:
    _ = chapter.labels
    voice = _.with_company(session.voice.name, session.voice.company)
    parts = (_("Session {code}").format(code=session.code), voice, session.machine, _.date(session.day))
    chapter.heading(" · ".join(part for part in parts if part), 2)
    for answer in session.answers:
        _answer(chapter, answer)


def _answer(chapter: Chapter, answer: SourceAnswer) -> None:
    _ = chapter.labels
    chapter.heading(f"{answer.code} {answer.question}", 3)
    clips = answer.clips or (_("without sound"),)
    about = (answer.question_id, *clips, *answer.origins, _.approval(answer.approved))
    chapter.body.line(TOPICS, " · ".join(about))
    for line in answer.lines:
        _line(chapter, answer, line)


def _line(chapter: Chapter, answer: SourceAnswer, said: SourceLine) -> None:
    """The time, with the number of the clip where the answer has several."""
    time = said.reference.removeprefix(answer.code).strip()
    line = chapter.body.line(SPOKEN).text(time, TIME).tab().text(clean_line(said.spoken))
    if why := chapter.labels.aside(said.doubt, written=said.written):
        line.text(f" ({why})", SOURCE)
    line.bookmark(chapter.anchor(said.segment_id))
