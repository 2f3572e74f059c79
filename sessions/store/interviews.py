"""Sessions, their guides and their answers."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache

from sessions.finding import find_named
from sessions.guides.loading import load_kept
from sessions.guides.model import Guide, Question
from sessions.i18n import gettext as _
from sessions.interview import Answer, Clip, GuideCopy, Session, session_code
from sessions.moment import now
from sessions.people import Expert
from sessions.store.store import Store
from sessions.text import clean_line


def new_session(
    store: Store,
    expert: Expert,
    guide: Guide,
    toml: str,
    *,
    machine: str = "",
    title: str = "",
    modules: Sequence[str] = (),
    language: str = "",
) -> Session:
    """A new sitting with ``expert``, holding its own copy of the guide (``toml`` is its text).

    ``modules`` (ids) narrow the conversation; ``language`` is what is spoken, by default the guide's.
    """
    with store.immediate():
        number = max((s.number for s in store.all(Session, expert_id=expert.id)), default=0) + 1
        return store.add(
            Session(
                code=session_code(expert.code, number),
                number=number,
                expert_id=expert.id,
                guide_copy_id=_guide_copy(store, guide, toml).id,
                started_at=now(),
                machine=clean_line(machine),
                language=language or guide.language,
                title=clean_line(title),
                modules=tuple(modules),
            )
        )


def _guide_copy(store: Store, guide: Guide, toml: str) -> GuideCopy:
    sha256 = hashlib.sha256(toml.encode()).hexdigest()
    known = store.first(GuideCopy, sha256=sha256)
    return known or store.add(GuideCopy(guide.id, guide.version, sha256, toml))


def find_session(store: Store, code: str) -> Session:
    """The session with this code; raises :class:`~sessions.errors.UnknownName` with the nearest one."""
    return find_named(code, {s.code: s for s in store.all(Session)}, _("session"))


def guide_of(store: Store, session: Session) -> Guide:
    """The guide as the session used it."""
    copy = store.get(GuideCopy, session.guide_copy_id)
    return _loaded(copy.sha256, copy.toml, copy.guide_id)


def guides_used(store: Store) -> list[Guide]:
    """Every guide that the programme's sessions used, the newest copy of each, in order of first use."""
    newest = {copy.guide_id: copy for copy in store.all(GuideCopy)}
    return [_loaded(copy.sha256, copy.toml, copy.guide_id) for copy in newest.values()]


@lru_cache(maxsize=32)
def _loaded(_sha256: str, toml: str, guide_id: str) -> Guide:
    return load_kept(toml, guide_id)


def answer_to(store: Store, session: Session, question: Question) -> Answer:
    """The session's answer to ``question``; made, with the next number, where it is new."""
    with store.immediate():
        answers = store.all(Answer, session_id=session.id)
        known = next((a for a in answers if a.question_id == question.id), None)
        number = max((a.number for a in answers), default=0) + 1
        return known or store.add(Answer(session.id, question.id, number))


def next_clip_number(store: Store, answer: Answer) -> int:
    """The number that the answer's next take gets; call it inside the transaction that adds the clip."""
    return max((c.number for c in store.all(Clip, answer_id=answer.id)), default=0) + 1
