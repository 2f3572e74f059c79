"""A programme full of what may not leave, and all documents that can be made of it."""

import base64
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

import click
from PIL import Image

from capture.cli.exporting import export_command
from capture.cli.main import run
from capture.interviewing.attaching import Moment, attach
from sessions.guides import library
from sessions.interview import Answer, Attachment, Case, Clip, Marker, MarkerKind, Session
from sessions.people import Expert, Permission
from sessions.programme import Programme, create_programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.interviews import new_session
from sessions.store.people import company_named, expert_named, keep_consent
from sessions.store.pseudonyms import add_pseudonym
from sessions.store.releasing import release_all, said_in
from sessions.store.vocabulary import add_term
from sessions.transcript import Role, Value
from tests.builders import Said, add_clip, add_transcript
from tests.sessions.guides.small import SMALL

NAME = "Zwaluwstaart"
RELEASED = "Merelblauw"
LATER = "Lijstergrijs"
PARTNERS = "Puttergoud"  # partners may see it, and nobody else
UNNAMED = "Wielewaal"
NEVER = {
    "struck": "Kanariegeel",
    "internal": "Roodborst",
    "interviewer": "Pimpelmees",
    "refused": "Boomklever",
    "note": "Koolmees",
    "photo held back": "Winterkoning",
    "case held back": "Goudvink",
    "in a picture": "Grasmus",
    "name of a file": "Kwikstaart",
    "name": NAME,
    "expert who is not named": UNNAMED,
}
"""A word of each kind that may be in no draft."""
GOES, HELD = (31, 17), (13, 7)
CASE, CASE_HELD = (23, 11), (19, 5)
REFUSED = (29, 3)

LINES = (
    Said(f"Bij {NAME} zie je het startgat aan {RELEASED}.", 0),
    Said(f"Op gevoel deed ik het startgat voor {NEVER['struck']}.", 4),
    Said(f"Onder ons blijft het startgat van {NEVER['internal']}.", 8),
    Said(f"Vraagt {NEVER['interviewer']} dat startgat?", 12, Role.INTERVIEWER),
    Said(f"Het startgat van {LATER} zat scheef.", 16),
    Said(f"Het startgat van {PARTNERS} zat vol.", 18),
)
LEVELS = (
    *(Release.FREE, Release.STRUCK, Release.INTERNAL, Release.FREE, Release.INTERNAL),
    Release.PARTNERS,
)

CALLS: dict[str, list[list[str]]] = {
    "module": [["--all"], ["--all", "--one-file"], ["--all", "--no-fold"], ["M1", "--for", "free"]],
    "changes": [[]],
    "transcript": [["A1"]],
    "template": [[]],
}
"""How each command that makes documents is called; whoever adds one says it here."""
DRAFTS = ("module", "changes", "template")


@dataclass
class Leaving:
    """A programme, and what was made of it: the content of each document by its name, that of what Vakborg
    noted beside them, and the sizes of the pictures in them."""

    programme: Programme
    made: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, set[tuple[int, int]]] = field(default_factory=dict)

    def make(self, command: str) -> None:
        """Make all that this command can make, in every format."""
        for format_ in formats(export_command.commands[command]):
            for arguments in CALLS[command]:
                self._call(command, [*arguments, *(["--format", format_] if format_ else [])])

    def _call(self, command: str, arguments: list[str]) -> None:
        folder = ["--out", str(self.programme.exports / "sjabloon.dotx")] if command == "template" else []
        assert run(["--programme", str(self.programme.folder), "export", command, *arguments, *folder]) == 0
        called = " ".join([command, *arguments])
        for path in sorted(p for p in self.programme.exports.rglob("*") if p.is_file()):
            kept = self.notes if path.name.startswith(".") else self.made
            kept[f"{called}: {path.name}"] = content(path)
            self.sizes.setdefault(called, set()).update(pictures(path))
        shutil.rmtree(self.programme.exports)
        self.programme.exports.mkdir()


def formats(command: click.Command) -> list[str]:
    """The formats that a command knows; one nameless where it knows no choice."""
    choice = next((p.type for p in command.params if p.name == "format_"), None)
    return [str(one) for one in choice.choices] if isinstance(choice, click.Choice) else [""]


def content(path: Path) -> str:
    """All of a document, its text also without marks: a word may be parted by them."""
    raw = "\n".join([path.name, *(_text(part) for part in _parts(path))])
    return raw + re.sub(r"<[^>]*>", "", raw)


def _parts(path: Path) -> Iterator[bytes]:
    data = path.read_bytes()
    yield data
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as parts:
            for name in parts.namelist():
                yield name.encode()
                yield parts.read(name)
    for embedded in re.findall(rb"base64,([A-Za-z0-9+/=]+)", data):
        yield base64.b64decode(embedded)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace") + data.replace(b"\0", b"").decode("latin-1")


def pictures(path: Path) -> set[tuple[int, int]]:
    """The sizes of the pictures in a document, or of a picture beside one."""
    found = set()
    for part in _parts(path):
        if part[:3] == b"\xff\xd8\xff" or part[:4] == b"\x89PNG":
            with Image.open(BytesIO(part)) as image:
                found.add(image.size)
    return found


def picture(folder: Path, size: tuple[int, int]) -> Path:
    """A photo as a phone makes it, with a word in all that a camera may write into one."""
    word, path = NEVER["in a picture"], folder / f"{NEVER['name of a file']}-{size[0]}.jpg"
    exif = Image.Exif()
    for tag in (0x010E, 0x010F, 0x013B, 0x9286):  # description, maker, artist, comment
        exif[tag] = word
    Image.new("RGB", size, (size[0], 90, 10)).save(
        path, "JPEG", exif=exif, comment=word, xmp=f"<x:xmpmeta>{word}</x:xmpmeta>".encode()
    )
    assert path.read_bytes().count(word.encode()) >= 4
    return path


def make_programme(folder: Path) -> Programme:
    """The programme: what is released, and all around it that is not."""
    guide = folder / "leidraad.toml"
    guide.write_text(SMALL.replace('title = "', f'title = "{NAME} '), encoding="utf-8")
    programme = create_programme(folder / f"Traject {NAME}")
    with programme.store() as store:
        anna, refusing = (_session(programme, store, name, guide) for name in ("Anna", "Berta"))
        _fill_anna(programme, store, anna, folder)
        said = [Said(f"Het startgat van {NEVER['refused']}.", 0)]
        add_transcript(store, add_clip(programme, store, refusing, "M1-V1", 20), said)
        release_all(store, refusing, said_in(store, refusing), Release.FREE, "Anneke")
        _photo(programme, store, refusing, picture(folder, REFUSED), NEVER["refused"], Release.FREE)
        expert = store.get(Expert, refusing.expert_id)
        keep_consent(store, expert, {Permission.TRANSCRIPT: False}, "Anneke")
        unnamed = _session(programme, store, UNNAMED, guide, named=False)
        add_transcript(
            store, add_clip(programme, store, unnamed, "M1-V1", 9), [Said("Ik meet het startgat na.", 0)]
        )
        release_all(store, unnamed, said_in(store, unnamed), Release.FREE, "Anneke")
        _cases(programme, store, folder)
        add_pseudonym(store, NAME, "klant Noord", "Anneke")
    return programme


def _session(programme: Programme, store: Store, name: str, guide: Path, *, named: bool = True) -> Session:
    found, toml = library.find(str(guide))
    expert = expert_named(store, f"{name} {NAME}", company_named(store, f"{NAME} & Zn"))
    permissions = {p: named or p is not Permission.NAMED_QUOTE for p in Permission}
    keep_consent(store, expert, permissions, "Anneke")
    return new_session(store, expert, found, toml, machine=f"{NAME}'s Agie", title=NAME)


def _fill_anna(programme: Programme, store: Store, anna: Session, folder: Path) -> None:
    add_transcript(store, add_clip(programme, store, anna, "M1-V1", 20), LINES)
    said = said_in(store, anna)
    for segment, level in zip(said, LEVELS, strict=True):
        release_all(store, anna, [segment], level, "Anneke")
        store.add(Value(segment.id, "pulsduur", "6", "µs", NAME, segment.text, NAME, NAME, NAME, NAME, NAME))
        add_term(store, segment.text.split()[-1].rstrip(".?"), "Anneke", segment_id=segment.id)
    (answer,) = store.all(Answer)
    store.save(replace(answer, note=NEVER["note"]))
    (clip,) = store.all(Clip)
    for at in (0.5, 4.5, 8.5, 12.5, 16.5, 18.5):
        store.add(Marker(answer.id, MarkerKind.GOLDEN_QUOTE, clip.id, at, note=NEVER["note"]))
    _photo(programme, store, anna, picture(folder, GOES), f"mal van {NAME}, {RELEASED}", Release.FREE)
    _photo(programme, store, anna, picture(folder, HELD), NEVER["photo held back"], Release.INTERNAL)


def _photo(
    programme: Programme, store: Store, session: Session, path: Path, caption: str, level: Release
) -> Attachment:
    (answer,) = store.all(Answer, session_id=session.id)
    (clip,) = store.all(Clip, answer_id=answer.id)
    kept = attach(programme, store, session, answer, path, Moment(clip.id, 1.0))
    return store.save(replace(kept, caption=caption, release=level))


def _cases(programme: Programme, store: Store, folder: Path) -> None:
    from capture import casebook

    company = f"{NAME} & Zn"
    for title, size, level in (
        (f"Stempel {NAME} {RELEASED}", CASE, Release.FREE),
        (NEVER["case held back"], CASE_HELD, Release.INTERNAL),
    ):
        photos = (str(picture(folder, size)),)
        told = Case(0, title, title, title, title, title, ("startgat",), photos, level)
        casebook.keep(programme, store, company, None, told)


def release_later(programme: Programme) -> None:
    """One more fragment may go now."""
    with programme.store() as store:
        (anna, *_others) = store.all(Session)
        later = [s for s in said_in(store, anna) if LATER in s.text]
        release_all(store, anna, later, Release.FREE, "Anneke")
