"""Which documents hold what an expert takes back: of a programme's folder, and as far as it is known elsewhere."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from exports.delivery import place_of
from exports.draft.placing import place
from exports.phrases import Phrases
from exports.plain import SUFFIXES, words_in
from exports.recognising import began_as
from exports.saving import is_held
from exports.within import SOUND as AUDIO
from exports.within import digest_of, files_in, sounds_in
from exports.written import Written
from sessions.exported import Export
from sessions.files import is_beside
from sessions.fragments import Fragment
from sessions.interview import Clip
from sessions.people import Expert, Permission
from sessions.programme import Programme
from sessions.release import Release, may_go
from sessions.sheet import Sheet
from sessions.store import Store
from sessions.store.belongings import SOUND, TEXT, belongings
from sessions.store.exported import export_like, is_of, modules_of, places_of, places_with
from sessions.store.leaving import Gate
from sessions.taken_back import FOLDER, Kind, whose
from sessions.transcript import Role, Segment, Transcript
from sessions.withdrawal import Holding

_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".heic", ".webp"})


class Search:
    """Looks for the documents that hold what of ``expert`` hangs on ``permissions``.

    ``everybody``: whatever was taken back of people's goes as well, since of everybody all is to go.
    """

    def __init__(
        self,
        programme: Programme,
        store: Store,
        expert: Expert,
        permissions: Collection[Permission],
        *,
        everybody: bool = False,
    ) -> None:
        self._programme, self._store, self._expert = programme, store, expert
        self._folder = programme.folder.resolve()
        self._text = TEXT in permissions
        self._sound = SOUND in permissions
        self._named = Permission.NAMED_QUOTE in permissions
        self._everybody = everybody or store.count(Expert) == 1
        self._there = belongings(store, expert)
        self._codes = {session.code for session in self._there.sessions}

    def documents(self, progress: Callable[[float], None] | None = None) -> Iterator[Holding]:
        """All that hold it, by their path; ``progress`` gets the share that was looked through."""
        if not (self._text or self._sound or self._named):
            return
        paths = self._candidates()
        for number, path in enumerate(paths, 1):
            if holding := self._holding(path):
                yield holding
            if progress:
                progress(number / len(paths))

    def _candidates(self) -> list[Path]:
        folder = self._programme.folder
        inside = [*files_in(self._programme), *(sounds_in(self._programme) if self._sound else ())]
        noted = {folder / export.path for export in self._store.all(Export) if export.path}
        noted |= {folder / path for path in self._sheets}
        return sorted({path.resolve() for path in (*inside, *noted) if path.is_file()})

    def _holding(self, path: Path) -> Holding | None:
        place_ = place_of(self._programme, path)
        if path.parent == self._folder / FOLDER:
            return self._taken_back(path, place_)
        outside = not path.is_relative_to(self._folder)
        if copy := self._recording_in(path, place_):
            return Holding(place_, copy in self._others, outside, copy=copy)
        if path.is_relative_to(self._folder / AUDIO) or not (self._text or self._named):
            return None
        return self._document(_Document(path, place_, tuple(words_in(path) or ())), outside)

    def _document(self, document: "_Document", outside: bool) -> Holding | None:
        path, modules = document.path, self._modules(document.place)
        ours = not outside and is_ours(self._programme, self._store, path)
        theirs = self._is_theirs(document)
        found = Holding(document.place, not (outside or ours), outside, modules)
        if self._text and theirs:
            return found
        if not self._phrases.name_is_in(document.told, path.stem if outside else document.place):
            return None
        if theirs:  # what the expert reads back may bear their name
            return None if self._is_sheet(document) else found
        # a draft has the names of all who told something; another is made as easily
        return found if ours and modules else replace(found, edited=True, named=True)

    def _is_theirs(self, document: "_Document") -> bool:
        """Whether it holds something that the expert said: as was noted down, as it says of itself, or as it reads."""
        return (
            document.place in self._noted
            or self._is_sheet(document)
            or self._began_as_theirs(document.path)
            or self._phrases.said_is_in(document.told)
        )

    def _is_sheet(self, document: "_Document") -> bool:
        return document.place in self._sheets or not self._marks.isdisjoint(document.told)

    def _began_as_theirs(self, path: Path) -> bool:
        try:
            export = began_as(self._store, path)
        except OSError:
            return False
        return export is not None and is_of(self._store, export, self._there.session_ids, self._said)

    def _recording_in(self, path: Path, place_: str) -> str:
        """The SHA-256 of a recording of the expert, where the file is a copy of that; empty where it is none."""
        if not self._sound or place_ in self._recordings or path.stat().st_size not in self._sizes:
            return ""
        digest = digest_of(path)
        return digest if digest in self._digests else ""

    def _taken_back(self, path: Path, place_: str) -> Holding | None:
        """What was brought and taken back: of some it is known whose it was and what, of others not."""
        digest = digest_of(path)
        if owner := whose(self._programme.folder).get(digest):
            goes = self._sound if owner.kind is Kind.SOUND else self._text
            own = owner.session in self._codes or digest in self._digests
            return Holding(place_, edited=False) if goes and own else None
        written = path.suffix.lower() in SUFFIXES
        if not (self._text if written else self._sound and path.suffix.lower() not in _PICTURES):
            return None
        if digest in self._digests or (written and self._phrases.said_is_in(words_in(path) or ())):
            return Holding(place_, edited=False)
        return None if digest in self._others else Holding(place_, edited=not self._everybody)

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases.of(self._store, self._there, text=True, name=self._named)

    @cached_property
    def _said(self) -> frozenset[int]:
        ids = [text.id for text in self._there.transcripts]
        return frozenset(segment.id for segment in self._store.all(Segment, transcript_id=ids))

    @cached_property
    def _noted(self) -> frozenset[str]:
        """The documents of which is known that they hold text of the expert, by their places."""
        held = places_of(self._store, self._there.session_ids)
        return frozenset((*held, *places_with(self._store, self._said)))

    @cached_property
    def _sent(self) -> list[Sheet]:
        """What was sent to the expert to be read back."""
        return self._store.all(Sheet, session_id=self._there.session_ids)

    @cached_property
    def _sheets(self) -> frozenset[str]:
        folder = self._programme.folder
        return frozenset(place_of(self._programme, folder / sheet.path) for sheet in self._sent if sheet.path)

    @cached_property
    def _marks(self) -> frozenset[str]:
        return frozenset(sheet.mark for sheet in self._sent)

    @cached_property
    def _sizes(self) -> frozenset[int]:
        return frozenset(clip.size for clip in self._there.heard if clip.sha256)

    @cached_property
    def _recordings(self) -> frozenset[str]:
        """Where everybody's recordings are."""
        return frozenset(clip.path for clip in self._store.all(Clip))

    @cached_property
    def _digests(self) -> frozenset[str]:
        """The SHA-256 of all that the expert has as a file."""
        return _checksums(self._there.heard if self._sound else ()) | _checksums(
            self._there.transcripts if self._text else ()
        )

    @cached_property
    def _others(self) -> frozenset[str]:
        """The SHA-256 of all that others have as a file."""
        own = set(self._there.answer_ids)
        things: list[Clip | Transcript] = [*self._store.all(Clip), *self._store.all(Transcript)]
        return _checksums(thing for thing in things if thing.answer_id not in own)

    def _modules(self, place_: str) -> tuple[str, ...]:
        exports = self._store.all(Export, path=place_)
        modules = modules_of(self._store, exports[-1]) if exports else []
        return tuple(module.module_id for module in modules if module.guide_id)


@dataclass(frozen=True)
class _Document:
    """A file with its place as the ledger keeps it, and the words in it."""

    path: Path
    place: str
    told: tuple[str, ...]


def is_ours(programme: Programme, store: Store, path: Path) -> bool:
    """Whether ``path`` holds what this program wrote, to the byte, and nobody has it open."""
    if is_beside(path):
        return True
    if is_held(path):
        return False
    return Written(programme.exports).has(path) or export_like(store, digest_of(path)) is not None


def in_drafts(store: Store, expert: Expert) -> tuple[tuple[str, int], ...]:
    """Per module that partners may read, by its id, how many fragments of the expert stand in its draft now."""
    counted: Counter[str] = Counter()
    for reading in Gate(store).readings(belongings(store, expert).sessions):
        said = [f for answer in reading.answers for f in answer.fragments if _goes(f)]
        for module in reading.guide.modules:
            counted[module.id] += sum(not p.suggested for p in place(reading.guide, module, said))
    return tuple((module, n) for module, n in counted.items() if n)


def _goes(fragment: Fragment) -> bool:
    return fragment.segment.role is Role.EXPERT and may_go(fragment.segment.release, Release.PARTNERS)


def _checksums(things: Iterable[Clip | Transcript]) -> frozenset[str]:
    return frozenset(thing.sha256 for thing in things if thing.sha256)
