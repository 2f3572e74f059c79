"""Which documents hold what an expert takes back: of a programme's folder, and as far as it is known elsewhere."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from hashlib import file_digest
from pathlib import Path

from exports.delivery import place_of
from exports.draft.placing import place
from exports.phrases import Phrases
from exports.plain import SUFFIXES, words_in
from exports.saving import is_held
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
from sessions.store.exported import export_like, modules_of, places_with
from sessions.store.leaving import Gate
from sessions.taken_back import FOLDER, whose
from sessions.transcript import Role, Segment, Transcript
from sessions.withdrawal import Holding

_NOT_DOCUMENTS = ("audio", "attachments")
_UNREADABLE = frozenset({".pdf", ".doc", ".rtf", ".pages", ".pptx", ".xlsx", ".zip", ".epub"})
_SOUND = frozenset(
    {
        ".wav",
        ".flac",
        ".mp3",
        ".m4a",
        ".ogg",
        ".opus",
        ".oga",
        ".mp4",
        ".mov",
        ".aac",
        ".webm",
        ".wma",
        ".mkv",
    }
    | {".audio", ".aiff", ".aif", ".part"}
)


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
        inside = [path for path in folder.rglob("*") if self._may_be_one(path)]
        noted = {folder / export.path for export in self._store.all(Export) if export.path}
        noted |= {folder / path for path in self._sheets}
        return sorted({path.resolve() for path in (*inside, *noted) if path.is_file()})

    def _may_be_one(self, path: Path) -> bool:
        return path.relative_to(self._programme.folder).parts[0] not in _NOT_DOCUMENTS and (
            path.suffix.lower() in SUFFIXES or (self._sound and self._was_taken_back(path))
        )

    def _was_taken_back(self, path: Path) -> bool:
        return path.parent == self._programme.folder / FOLDER

    def _holding(self, path: Path) -> Holding | None:
        place_ = place_of(self._programme, path)
        if path.parent == self._programme.folder.resolve() / FOLDER:
            return self._taken_back(path, place_)
        if not self._holds(path, place_):
            return None
        outside = not path.is_relative_to(self._programme.folder.resolve())
        edited = not (outside or is_ours(self._programme, self._store, path))
        return Holding(place_, edited, outside, self._modules(place_))

    def _holds(self, path: Path, place_: str) -> bool:
        if self._text and place_ in self._noted:
            return True
        if self._named and not self._text and place_ in self._sheets:
            return False  # what the expert reads back may bear their name
        return path.suffix.lower() in SUFFIXES and self._phrases.are_in(words_in(path), path.stem)

    def _taken_back(self, path: Path, place_: str) -> Holding | None:
        """What was brought and taken back: of some it is known whose it was, of others not."""
        kind = path.suffix.lower()
        if not ((self._sound and kind in _SOUND) or (self._text and kind in SUFFIXES)):
            return None
        digest = digest_of(path)
        code = whose(self._programme.folder).get(digest)
        if code:
            return Holding(place_, edited=False) if code in self._codes else None
        if digest in self._digests or (kind in SUFFIXES and self._phrases.are_in(words_in(path), "")):
            return Holding(place_, edited=False)
        return None if digest in self._others else Holding(place_, edited=not self._everybody)

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases.of(self._store, self._there, text=self._text, name=self._named)

    @cached_property
    def _noted(self) -> frozenset[str]:
        """The documents of which is known that they hold text of the expert, by their places."""
        ids = {text.id for text in self._there.transcripts}
        said = {s.id for s in self._store.all(Segment, transcript_id=list(ids))}
        return frozenset(places_with(self._store, said)) | self._sheets

    @cached_property
    def _sheets(self) -> frozenset[str]:
        """What was sent to the expert to be read back, by their places."""
        sheets = self._store.all(Sheet, session_id=self._there.session_ids)
        folder = self._programme.folder
        return frozenset(place_of(self._programme, folder / sheet.path) for sheet in sheets if sheet.path)

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
        return tuple(module.module_id for module in modules_of(self._store, exports[-1])) if exports else ()


def is_ours(programme: Programme, store: Store, path: Path) -> bool:
    """Whether ``path`` holds what this program wrote, to the byte, and nobody has it open."""
    if is_beside(path):
        return True
    if is_held(path):
        return False
    return Written(programme.exports).has(path) or export_like(store, digest_of(path)) is not None


def unreadable(programme: Programme) -> tuple[str, ...]:
    """Documents in the programme of a kind that cannot be looked into, by their places."""
    folder = programme.folder
    found = (p for p in folder.rglob("*") if p.suffix.lower() in _UNREADABLE and p.is_file())
    places = (path.relative_to(folder) for path in found)
    return tuple(sorted(p.as_posix() for p in places if p.parts[0] not in _NOT_DOCUMENTS))


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


def digest_of(path: Path) -> str:
    """The SHA-256 of a file. Raises ``OSError``."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
