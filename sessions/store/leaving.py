"""The one gate: whatever leaves the company is read here, and nowhere else.

Names that have a pseudonym are replaced in all that people said or typed, and of what was struck, of what an expert
wants nobody to use, and of what is never to be text, only its place is left. The names of brought files stay behind,
and companies and machines that are called like an expert of that company who may not be named. The whole name of such
an expert, whoever says it, becomes "expert A"; a first name or surname alone may be anybody's and needs a pseudonym.
A name that was cut in two by the end of a fragment is not recognised: join the two first.

What an expert gets to read back is their own, and stands there as it was said (:func:`own_words`).
"""

from collections.abc import Sequence
from dataclasses import replace

from sessions.fragments import SessionReading
from sessions.guides.model import Guide
from sessions.interview import Session
from sessions.leaving import Disguise, without_file_names, without_refused, without_struck
from sessions.material import Material
from sessions.namesakes import spoken_names, without_namesakes
from sessions.people import Expert
from sessions.pseudonyms import Pseudonym, Replacer
from sessions.release import Release
from sessions.store.decided import not_to_be_used
from sessions.store.interviews import guides_used
from sessions.store.material import read_material
from sessions.store.people import named_experts, never_to_be_text, unnamed_experts
from sessions.store.reading import read_session, read_sessions
from sessions.store.store import Store


def own_words(store: Store, session: Session) -> SessionReading:
    """What the expert of ``session`` gets to read back, and nobody else: every name in it as they said it."""
    return read_session(store, session)


class Gate:
    """Reads for documents, all with the pseudonyms of one moment."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._unnamed = unnamed_experts(store)
        pseudonyms, named = store.all(Pseudonym), named_experts(store)
        known = [p.name for p in pseudonyms] + [e.name for e in store.all(Expert) if e.id in named]
        self._disguise = Disguise(Replacer([*pseudonyms, *spoken_names(self._unnamed, known)]))

    def readings(self, sessions: Sequence[Session] | None = None) -> list[SessionReading]:
        """These sessions (default: all of the programme) as others may read them."""
        refused, unused = never_to_be_text(self._store), not_to_be_used(self._store)
        standing = (without_struck(one, unused) for one in read_sessions(self._store, sessions))
        leaving = (without_file_names(without_refused(one, refused)) for one in standing)
        return [self._disguise.of(without_namesakes(one, self._unnamed)) for one in leaving]

    def guides(self) -> list[Guide]:
        """The guides of the programme, in the order of :func:`sessions.store.interviews.guides_used`."""
        return [self._disguise.of(guide) for guide in guides_used(self._store)]

    def material(self, audience: Release) -> Material:
        """All that drafts for ``audience`` are made of; no word is in it that may not go there.

        The interviewer's lines, and what was not released for this audience, stand in their places without a word;
        experts who refused a transcript are not in it.
        """
        material = self._disguise.of(read_material(self._store, audience))
        return replace(material, disguise=self._disguise.of)

    def text(self, text: str) -> str:
        """A name or text that belongs to no session: the programme's, for one."""
        return self._disguise.of(text)
