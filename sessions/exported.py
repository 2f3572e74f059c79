"""What was exported, so that the next draft can say what is new, without keeping a word of it."""

from dataclasses import dataclass
from datetime import datetime

from sessions.release import Release


@dataclass(frozen=True)
class Export:
    """One document that was written. ``path`` is relative to the programme where it is inside of it;
    ``template`` is the name of the house template, empty for ours."""

    made_at: datetime
    path: str
    sha256: str
    format: str
    audience: Release
    template: str = ""
    id: int = 0


@dataclass(frozen=True)
class Entry:
    """One thing that stood in a draft.

    ``key`` says which ("s:12" for a fragment, "v:3" for a value), ``place`` where it stood ("startgat/signal"),
    ``digest`` is the beginning of the SHA-256 of what was printed. The words themselves are not kept: what an
    expert takes back must be gone.
    """

    key: str
    place: str
    digest: str

    @property
    def segments(self) -> frozenset[int]:
        """The ids of the fragments on which it rests: none for a picture or a practice case.

        >>> sorted(Entry("d:12+40", "", "").segments), sorted(Entry("v:12:2", "", "").segments)
        ([12, 40], [12])
        """
        kind, _colon, rest = self.key.partition(":")
        if kind not in ("s", "v", "d", "q"):
            return frozenset()
        return frozenset(int(number) for number in rest.partition(":")[0].split("+"))


@dataclass(frozen=True)
class ExportedModule:
    """A module in an :class:`Export`; ``version`` counts the drafts of this module from 1.

    ``sessions`` are the ids of those of which something stood in it, which are known still when its fragments are
    gone. Of a transcript the guide is empty and the module the code of its session.
    """

    export_id: int
    guide_id: str
    module_id: str
    version: int
    entries: tuple[Entry, ...]
    sessions: tuple[int, ...] = ()
    id: int = 0


@dataclass(frozen=True)
class KeptApart:
    """A fragment that a person wants to stand by itself, also where somebody else says nearly the same."""

    segment_id: int
    by: str
    at: datetime
    id: int = 0
