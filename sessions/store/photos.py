"""The photos and other files of answers: what they show, and how far each may go."""

from dataclasses import dataclass, replace

from sessions.errors import ChangedSince, UnknownName, UsageRefused
from sessions.fragments import answer_code, clock
from sessions.guides.model import Question
from sessions.i18n import gettext as _
from sessions.interview import Answer, Attachment, Clip, Session
from sessions.release import LEVELS, Release
from sessions.store.decided import staying
from sessions.store.interviews import guide_of
from sessions.store.material import is_picture
from sessions.store.people import never_to_be_text
from sessions.store.store import Store
from sessions.text import clean_line

MOST_LETTERS = 200
"""Characters of a caption."""


@dataclass(frozen=True)
class AnswerFile:
    """A file of an answer, with where it came in. ``withheld`` tells that the expert of it let nothing be written
    down: then it goes into no draft, whatever its release."""

    file: Attachment
    session: Session
    answer: Answer
    question: Question
    clip: Clip | None = None
    withheld: bool = False

    @property
    def reference(self) -> str:
        """Its answer, and where a recording was running its take and time ("A2·03 04:12")."""
        if self.clip is None or self.file.at is None:
            return answer_code(self.session.code, self.answer.number)
        code = answer_code(self.session.code, self.answer.number, self.clip.number)
        return f"{code} {clock(self.file.at)}"

    @property
    def picture(self) -> bool:
        """Whether it can stand in a draft at all."""
        return is_picture(self.file.path)


def answer_files(store: Store, session: Session | None = None) -> list[AnswerFile]:
    """The files of ``session`` (default: of all), in the order of their answers."""
    sessions = {s.id: s for s in ([session] if session else store.all(Session))}
    guides = {s.id: guide_of(store, s) for s in sessions.values()}
    answers = {a.id: a for a in store.all(Answer, session_id=list(sessions))}
    clips = {c.id: c for c in store.all(Clip, answer_id=list(answers))}
    refused = never_to_be_text(store)
    found = [
        AnswerFile(
            file,
            sessions[answer.session_id],
            answer,
            guides[answer.session_id].question(answer.question_id),
            clips.get(file.clip_id or 0),
            answer.id in refused,
        )
        for file in store.all(Attachment, answer_id=list(answers))
        for answer in [answers[file.answer_id]]
    ]
    return sorted(found, key=lambda f: (f.session.id, f.answer.number, f.file.id))


def find_file(store: Store, id_: int) -> Attachment:
    """The file with this number; raises :class:`UnknownName`."""
    if found := store.first(Attachment, id=id_):
        return found
    raise UnknownName(
        _("There is no photo or file {id}.").format(id=id_), _("See them all with: vakborg photo list")
    )


def caption(store: Store, id_: int, text: str) -> Attachment:
    """Say what a file shows; raises :class:`UnknownName`, and :class:`UsageRefused` for too long a text."""
    line = checked_caption(text)
    with store.immediate():
        return store.save(replace(find_file(store, id_), caption=line))


def checked_caption(text: str) -> str:
    """A caption as it is kept, on one line; raises :class:`UsageRefused` for too long a text."""
    line = clean_line(text)
    if len(line) > MOST_LETTERS:
        raise UsageRefused(
            _("A caption of more than {n} characters is too long.").format(n=MOST_LETTERS),
            _("Say in a sentence what there is to see."),
        )
    return line


def release_file(store: Store, id_: int, level: Release) -> Attachment:
    """Let a photo go as far as ``level``; raises :class:`UnknownName`, and :class:`UsageRefused` for what cannot
    stand in a draft."""
    assert level in LEVELS
    with store.immediate():
        found = find_file(store, id_)
        if level is not Release.INTERNAL and found.answer_id in staying(store):
            raise UsageRefused(
                _("The expert keeps the answer that {file} belongs to in the company.").format(
                    file=clean_line(found.original_name)
                ),
                _("Ask the expert; what they say now is noted with: vakborg review agree SESSION"),
            )
        if level is not Release.INTERNAL and not is_picture(found.path):
            raise UsageRefused(
                _("{file} is no picture that a draft can hold: it stays in the company.").format(
                    file=clean_line(found.original_name)
                ),
                _(
                    "Only JPEG, PNG, HEIC, GIF, BMP, TIFF and WebP can stand in a draft: add it as one of those."
                ),
            )
        return store.save(replace(found, release=level))


def put_back(store: Store, before: Attachment, after: Attachment) -> Attachment:
    """Undo the change from ``before`` to ``after``; raises :class:`ChangedSince` where it is not so any more."""
    with store.immediate():
        now = store.first(Attachment, id=after.id)
        if now is None or (now.caption, now.release) != (after.caption, after.release):
            raise ChangedSince(
                _("{file} was changed in another window meanwhile.").format(
                    file=clean_line(after.original_name)
                ),
                _("Nothing was taken back."),
            )
        return store.save(replace(now, caption=before.caption, release=before.release))
