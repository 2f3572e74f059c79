"""Photos and other files that belong to an answer."""

import os
import sys
from pathlib import Path

import pytest

from capture.interviewing.attaching import Moment, PhotoFolder, attach, take_back
from sessions.errors import RecordingError, VakborgError
from sessions.interview import Answer, Attachment, Session
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.interviews import answer_to, guide_of
from tests.capture.interviewing.takes import begun
from tests.disks import fill

PHOTO = b"\xff\xd8\xff\xe0 een foto \x00\r\n" * 999


def answer(store: Store, session: Session, question_id: str = "M2-V2") -> Answer:
    return answer_to(store, session, guide_of(store, session).question(question_id))


class Table:
    """An answer, and a folder with files for it."""

    def __init__(self, programme: Programme, store: Store, session: Session, files: Path) -> None:
        self.programme, self.store, self.session, self.files = programme, store, session, files
        self.answer = answer(store, session)

    def file(self, name: str = "IMG_0001.JPG", content: bytes = PHOTO) -> Path:
        path = self.files / name
        path.write_bytes(content)
        return path

    def attach(self, path: Path, to: Answer | None = None, moment: Moment | None = None) -> Attachment:
        return attach(self.programme, self.store, self.session, to or self.answer, path, moment or Moment())

    def kept_files(self) -> list[Path]:
        return [p for p in (self.programme.folder / "attachments").rglob("*") if p.is_file()]


@pytest.fixture
def table(programme: Programme, store: Store, session: Session, tmp_path: Path) -> Table:
    files = tmp_path / "telefoon"
    files.mkdir()
    return Table(programme, store, session, files)


# --- taking in ---------------------------------------------------------------------------------------
def test_a_file_is_kept_byte_for_byte_and_the_original_stays(table: Table) -> None:
    path = table.file()
    kept = table.attach(path)
    assert table.programme.file(kept.path).read_bytes() == PHOTO == path.read_bytes()
    assert (kept.size, kept.original_name, kept.answer_id) == (len(PHOTO), "IMG_0001.JPG", table.answer.id)
    assert kept.path.startswith("attachments/A1/01-M2-V2-")
    assert kept.path.endswith(".jpg")
    assert table.store.all(Attachment) == [kept]


def test_it_knows_the_moment_of_the_recording(table: Table) -> None:
    clip = begun(table.store, table.session)
    kept = table.attach(table.file(), moment=Moment(clip.id, 12.5))
    assert (kept.clip_id, kept.at) == (clip.id, 12.5)


def test_the_same_file_twice_at_one_answer_is_refused_whatever_its_name(table: Table) -> None:
    table.attach(table.file())
    with pytest.raises(RecordingError, match=r"kopie\.jpg is with this answer already"):
        table.attach(table.file("kopie.jpg"))
    assert table.store.count(Attachment) == 1
    assert len(table.kept_files()) == 1


def test_one_file_may_belong_to_two_answers(table: Table) -> None:
    other = answer(table.store, table.session, "M3-V1")
    path = table.file()
    assert table.attach(path).path != table.attach(path, to=other).path
    assert len(table.kept_files()) == 2


def test_an_empty_file_is_a_file_too(table: Table) -> None:
    assert table.attach(table.file("leeg.txt", b"")).size == 0


@pytest.mark.parametrize(
    ("name", "message", "advice"),
    [("weg.jpg", "is not there", "Check the name"), (".", "is a folder", "Name the files")],
)
def test_what_is_no_file_is_refused_with_advice(table: Table, name: str, message: str, advice: str) -> None:
    with pytest.raises(RecordingError, match=message) as refused:
        table.attach(table.files / name)
    assert advice in refused.value.advice
    assert (table.store.all(Attachment), table.kept_files()) == ([], [])


@pytest.mark.parametrize("path", ["~niemand-hier/foto.jpg", "a\0b.jpg", "x" * 300, ""])
def test_a_path_that_cannot_be_is_refused_in_words(table: Table, path: str) -> None:
    with pytest.raises(VakborgError):
        table.attach(Path(path))


def test_a_path_may_begin_at_home(table: Table, own_home: Path) -> None:
    (own_home / "foto.jpg").write_bytes(PHOTO)
    assert table.attach(Path("~/foto.jpg")).size == len(PHOTO)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not allow such names")
@pytest.mark.parametrize(
    "name",
    [
        "\x1b]0;weg\x07[x] foto.jpg",
        "..jpg",
        "-rf",
        "foto\n.jpg",
        "foto.j;pg",
        "a." + "b" * 250,
        "\u202egpj.exe",
        "é" * 100 + ".HEIC",
        ".jpg",
        "CON.jpg",
    ],
)
def test_whatever_a_file_is_called_its_copy_has_a_plain_name(table: Table, name: str) -> None:
    kept = table.attach(table.file(name))
    (copy,) = table.kept_files()
    assert copy.read_bytes() == PHOTO
    assert copy.name.isascii()
    assert all(c.isalnum() or c in "-." for c in copy.name)
    assert len(copy.name) < 60
    assert kept.original_name.isprintable()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has names that are no text")
def test_a_name_that_is_no_text_is_taken_too(table: Table) -> None:
    path = Path(os.fsdecode(os.fsencode(table.files) + b"/foto\xff.jpg"))
    path.write_bytes(PHOTO)
    assert table.attach(path).original_name == "foto.jpg"


def test_a_full_disk_keeps_nothing_by_halves(table: Table, small_disk: Path) -> None:
    (table.programme.folder / "attachments").rmdir()
    (table.programme.folder / "attachments").symlink_to(small_disk)
    fill(small_disk)
    inside = Programme(small_disk)
    with pytest.raises(VakborgError):
        attach(inside, table.store, table.session, table.answer, table.file(), Moment())
    assert table.store.all(Attachment) == []
    assert [p.name for p in small_disk.rglob("*") if p.suffix in (".jpg", ".part")] == []


# --- taking back -------------------------------------------------------------------------------------
def test_what_is_taken_back_stays_on_the_disk_beside_the_rest(table: Table) -> None:
    kept = table.attach(table.file())
    take_back(table.programme, table.store, kept)
    assert (table.store.all(Attachment), table.kept_files()) == ([], [])
    (aside,) = (table.programme.folder / "taken-back").iterdir()
    assert aside.read_bytes() == PHOTO


def test_what_was_taken_back_can_be_taken_in_and_back_again(table: Table) -> None:
    path = table.file()
    for _ in range(2):
        take_back(table.programme, table.store, table.attach(path))
    kept = table.attach(path)
    assert table.programme.file(kept.path).read_bytes() == PHOTO


def test_after_one_is_taken_back_the_next_overwrites_nothing(table: Table) -> None:
    first, second = table.attach(table.file("a.jpg", b"a")), table.attach(table.file("b.jpg", b"b"))
    take_back(table.programme, table.store, first)
    third = table.attach(table.file("c.jpg", b"c"))
    assert [table.programme.file(x.path).read_bytes() for x in (second, third)] == [b"b", b"c"]


# --- a folder that a phone syncs to ------------------------------------------------------------------
def test_what_was_there_already_is_left_alone(table: Table) -> None:
    table.file("oud.jpg")
    folder = PhotoFolder(table.files, still=0.0)
    assert [folder.arrived() for _ in range(3)] == [[], [], []]


def test_a_new_photo_comes_once_when_it_has_stopped_growing(table: Table) -> None:
    folder = PhotoFolder(table.files, still=0.0)
    seen: list[list[str]] = []
    for size in (0, 0, 10, 500, 500, 500):
        if not seen or (table.files / "nieuw.jpg").stat().st_size != size:
            table.file("nieuw.jpg", b"x" * size)
        seen.append([p.name for p in folder.arrived()])
    assert seen == [[], [], [], [], ["nieuw.jpg"], []]


def test_one_that_changed_a_moment_ago_is_not_whole_yet(table: Table) -> None:
    folder = PhotoFolder(table.files)
    table.file("nieuw.jpg", b"x")
    assert [folder.arrived() for _ in range(3)] == [[], [], []]


def test_several_come_together_and_what_is_no_photo_does_not(table: Table) -> None:
    folder = PhotoFolder(table.files, still=0.0)
    for name in ("b.HEIC", "a.jpg", "c.png", ".sync-tmp", "d.jpg.part", "e.txt"):
        table.file(name)
    (table.files / "map.jpg").mkdir()
    folder.arrived()
    assert [p.name for p in folder.arrived()] == ["a.jpg", "b.HEIC", "c.png"]


def test_a_folder_may_go_and_come_back(table: Table) -> None:
    table.file("oud.jpg")
    folder = PhotoFolder(table.files, still=0.0)
    away = table.files.rename(table.files.with_name("weg"))
    assert folder.arrived() == []
    away.rename(table.files)
    table.file("nieuw.jpg")
    folder.arrived()
    assert [p.name for p in folder.arrived()] == ["nieuw.jpg"]


def test_a_folder_that_is_not_there_is_refused_in_words(table: Table) -> None:
    with pytest.raises(VakborgError, match="it is not there"):
        PhotoFolder(table.files / "weg")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_that_leads_nowhere_does_not_hide_the_others(table: Table) -> None:
    folder = PhotoFolder(table.files, still=0.0)
    (table.files / "a.jpg").symlink_to(table.files / "weg")
    table.file("b.jpg")
    folder.arrived()
    assert [p.name for p in folder.arrived()] == ["b.jpg"]
