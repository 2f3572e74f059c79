"""An expert gets a Word file, changes it, and mails it back: the whole way, on the command line."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.text.paragraph import Paragraph

from capture.cli.main import run
from sessions.interview import Session
from sessions.programme import Programme
from sessions.received import NoteKind, Wish
from sessions.release import Approval, Release
from sessions.remark import Remark
from sessions.store import Store
from sessions.store.editing import editing, undo
from sessions.store.reading import read_session
from sessions.store.revising import retype, split, versions
from sessions.transcript import Segment, Why
from tests.builders import make_programme
from tests.exports.review.returning import resaved
from tests.watching import use_own_settings

Change = Callable[[list[Paragraph]], None]


class Round:
    """One programme, and the file that goes to its first expert and back."""

    def __init__(self, programme: Programme, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.programme = programme
        self.folder = folder
        self._capsys = capsys
        self.said = ""

    def vakborg(self, *arguments: str | Path) -> int:
        """Run a command; what it said is in ``said``."""
        code = run(["--programme", str(self.programme.folder), *map(str, arguments)])
        shown = self._capsys.readouterr()
        self.said = shown.out + shown.err
        assert "Traceback" not in self.said
        return code

    def send(self, name: str = "nakijken.docx") -> Path:
        """Make the file."""
        path = self.folder / name
        assert self.vakborg("review", "send", "A1", "--by", "Anneke", "--out", path) == 0
        return path

    def edited(self, path: Path, change: Change, name: str = "terug.docx") -> Path:
        """The file as the expert saved it."""
        document = docx.Document(str(path))
        change(document.paragraphs)
        document.save(str(self.folder / name))
        return self.folder / name

    def texts(self) -> list[str]:
        """What the answers of the expert say now, but for what is struck."""
        with self.programme.store() as store:
            answers = read_session(store, store.get(Session, 1)).answers
            return [f.segment.text for a in answers for f in a.fragments if f.usable]

    def question(self) -> str:
        """The id of the first question that was answered."""
        with self.programme.store() as store:
            return read_session(store, store.get(Session, 1)).answers[0].question.id

    def store(self) -> Store:
        """The open store."""
        return self.programme.store()


@pytest.fixture
def round_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Round:
    use_own_settings(monkeypatch, tmp_path)
    folder = tmp_path / "post"
    folder.mkdir()
    return Round(make_programme(tmp_path / "leerpad"), folder, capsys)


def with_text(paragraphs: list[Paragraph], words: str) -> Paragraph:
    return next(p for p in paragraphs if words in p.text)


def reword(before: str, after: str) -> Change:
    def change(paragraphs: list[Paragraph]) -> None:
        run_ = next(r for p in paragraphs for r in p.runs if before in r.text)
        run_.text = run_.text.replace(before, after)

    return change


def tick(label: str, nth: int = 0) -> Change:
    """As somebody does who cannot get a box to work: with an x before it."""

    def change(paragraphs: list[Paragraph]) -> None:
        line = [p for p in paragraphs if p.text.strip().endswith(label)][nth]
        line.insert_paragraph_before("")  # an empty line too many does no harm
        line.runs[0].text = "x " + line.runs[0].text

    return change


def test_a_change_comes_back_as_a_revision_by_the_expert_and_can_be_undone(round_: Round) -> None:
    back = round_.edited(round_.send(), reword("altijd drie millimeter", "altijd vier millimeter"))
    before = round_.texts()
    assert round_.vakborg("review", "receive", back, "--dry-run") == 0
    assert "[-drie-] {+vier+}" in round_.said
    assert round_.texts() == before, "a dry run stores nothing"
    assert round_.vakborg("review", "receive", back, "--yes") == 0
    (changed,) = set(round_.texts()) - set(before)
    assert changed == next(t for t in before if "altijd drie" in t).replace("drie", "vier")
    with round_.store() as store:
        segment = store.first(Segment, text=changed)
        assert segment is not None
        last = versions(store, segment.id)[-1]
        assert (last.by, last.why) == ("Jan van Dijk", Why.WORD)
        assert undo(store, store.get(Session, 1), "Anneke") is not None
    assert round_.texts() == before


def test_the_same_file_twice_changes_nothing_twice(round_: Round) -> None:
    def change(paragraphs: list[Paragraph]) -> None:
        line = with_text(paragraphs, "gecoate draad")
        line.insert_paragraph_before("Dat leerde ik van mijn oude baas.")

    back = round_.edited(round_.send(), change)
    assert round_.vakborg("review", "receive", back, "--yes") == 0
    once = round_.texts()
    assert "Dat leerde ik van mijn oude baas." in once
    assert round_.vakborg("review", "receive", back, "--yes") == 0
    assert round_.texts() == once
    docx.Document(str(back)).save(str(back))  # the same words in other bytes: saved again, nothing more
    assert round_.vakborg("review", "receive", back, "--yes") == 0
    assert round_.texts() == once


def test_a_second_change_in_the_same_file_adds_to_the_first(round_: Round) -> None:
    first = round_.edited(round_.send(), reword("altijd drie", "altijd vier"))
    assert round_.vakborg("review", "receive", first, "--yes") == 0
    second = round_.edited(first, reword("hoge stukken", "heel hoge stukken"), "later.docx")
    assert round_.vakborg("review", "receive", second, "--yes") == 0
    said = " ".join(round_.texts())
    assert "altijd vier" in said
    assert "heel hoge stukken" in said
    assert round_.vakborg("review", "receive", first, "--dry-run") == 0
    assert "taken in already" in round_.said, "this very file came back before"


def test_a_second_copy_takes_nothing_of_the_first_back(round_: Round) -> None:
    def add(paragraphs: list[Paragraph]) -> None:
        reword("altijd drie", "altijd vier")(paragraphs)
        with_text(paragraphs, "gecoate draad").insert_paragraph_before("Dat leerde ik van mijn oude baas.")

    sent = round_.send()
    one = round_.edited(sent, add, "een.docx")
    other = round_.edited(sent, reword("hoge stukken", "heel hoge stukken"), "twee.docx")
    assert round_.vakborg("review", "receive", one, "--yes") == 0
    assert round_.vakborg("review", "receive", other, "--yes") == 0
    said = " ".join(round_.texts())
    for words in ("altijd vier", "Dat leerde ik van mijn oude baas.", "heel hoge stukken"):
        assert words in said


def test_what_was_changed_here_meanwhile_is_kept(round_: Round) -> None:
    sent = round_.send()
    with round_.store() as store:
        segment = next(s for s in store.all(Segment) if "altijd drie" in s.text)
        session = store.get(Session, 1)
        with editing(store, session, "Anneke", Why.HUMAN, "text") as pencil:
            retype(pencil, segment.id, segment.text.replace("de wand", "de wand van het gat"))
    back = round_.edited(sent, reword("altijd drie", "altijd vier"))
    assert round_.vakborg("review", "receive", back, "--yes") == 0
    said = " ".join(round_.texts())
    assert "altijd vier" in said
    assert "de wand van het gat" in said


def test_agreement_is_to_the_version_that_the_expert_saw(round_: Round) -> None:
    def change(paragraphs: list[Paragraph]) -> None:
        reword("altijd drie", "altijd vier")(paragraphs)
        tick("met wat ik heb veranderd")(paragraphs)

    assert round_.vakborg("review", "receive", round_.edited(round_.send(), change), "--yes") == 0
    with round_.store() as store:
        assert [a.wish for a in store.all(Approval)] == [Wish.CHANGED]
    round_.vakborg("review", "status", "A1")
    assert "agreed" in round_.said
    with round_.store() as store:
        segment = next(s for s in store.all(Segment) if "altijd vier" in s.text)
        with editing(store, store.get(Session, 1), "Anneke", Why.HUMAN, "text") as pencil:
            retype(pencil, segment.id, "Iets heel anders.")
    round_.vakborg("review", "status", "A1")
    assert "changed since" in round_.said


def test_what_is_not_to_be_used_is_struck_and_what_is_internal_is_not_released(round_: Round) -> None:
    def change(paragraphs: list[Paragraph]) -> None:
        tick("Niet gebruiken", 0)(paragraphs)
        tick("(blijft binnen het bedrijf)", 1)(paragraphs)

    assert round_.vakborg("review", "receive", round_.edited(round_.send(), change), "--yes") == 0
    with round_.store() as store:
        wishes = {a.wish for a in store.all(Approval)}
        assert wishes == {Wish.NOT_TO_USE, Wish.INTERNAL}
        struck = {s.text for s in store.all(Segment) if s.release is Release.STRUCK}
    assert any("altijd drie" in text for text in struck)
    round_.vakborg("release", "A1", "--level", "partners", "--yes")
    with round_.store() as store:
        assert not [s for s in store.all(Segment) if s.release is Release.PARTNERS and "gecoate" in s.text]


def untick(label: str, nth: int = 0) -> Change:
    """Without the x again."""

    def change(paragraphs: list[Paragraph]) -> None:
        line = [p for p in paragraphs if p.text.strip().endswith(label)][nth]
        line.runs[0].text = line.runs[0].text.removeprefix("x ")

    return change


def standing(round_: Round, answer: str) -> str:
    """What the status says of an answer."""
    assert round_.vakborg("review", "status", "A1") == 0
    return next(line for line in round_.said.splitlines() if line.startswith(answer))


def test_a_box_that_was_not_touched_takes_no_later_decision_back(round_: Round) -> None:
    first = round_.edited(round_.send(), tick("Klopt zo"))
    assert round_.vakborg("review", "receive", first, "--yes") == 0
    assert "agreed" in standing(round_, "A1·01")
    question = round_.question()
    assert round_.vakborg("review", "agree", "A1", "--question", question, "--wish", "internal", "--yes") == 0
    assert "takes the place of" in round_.said
    second = round_.edited(first, reword("altijd drie", "altijd vier"), "later.docx")
    assert round_.vakborg("review", "receive", second, "--yes") == 0
    assert "only internal" in standing(round_, "A1·01")


def test_agreement_to_all_leaves_what_is_settled(round_: Round) -> None:
    question = round_.question()
    assert (
        round_.vakborg("review", "agree", "A1", "--question", question, "--wish", "not_to_use", "--yes") == 0
    )
    assert round_.vakborg("review", "agree", "A1", "--yes") == 0
    assert "Noted for 1 answer:" in round_.said
    assert "not to be used" in standing(round_, "A1·01")
    assert round_.vakborg("review", "agree", "A1", "--wish", "internal", "--yes") == 1
    assert "--question" in round_.said


def test_what_was_undone_is_taken_in_again_from_the_same_file(round_: Round) -> None:
    back = round_.edited(round_.send(), reword("altijd drie", "altijd vier"))
    assert round_.vakborg("review", "receive", back, "--yes") == 0
    with round_.store() as store:
        undo(store, store.get(Session, 1), "Anneke")
    assert "altijd drie" in " ".join(round_.texts())
    assert round_.vakborg("review", "receive", back, "--yes") == 0
    assert "[-drie-] {+vier+}" in round_.said
    assert "altijd vier" in " ".join(round_.texts())
    assert round_.vakborg("review", "receive", back, "--yes") == 0
    assert "taken in already" in round_.said


def test_what_was_not_to_be_used_may_be_used_after_all(round_: Round) -> None:
    before = round_.texts()
    no = round_.edited(round_.send(), tick("Niet gebruiken"))
    assert round_.vakborg("review", "receive", no, "--yes") == 0
    assert "not to be used" in standing(round_, "A1·01")
    assert "altijd drie" not in " ".join(round_.texts())

    def change(paragraphs: list[Paragraph]) -> None:
        untick("Niet gebruiken")(paragraphs)
        tick("Klopt zo")(paragraphs)

    assert round_.vakborg("review", "receive", round_.edited(no, change, "toch.docx"), "--yes") == 0
    assert "struck no longer" in round_.said
    assert round_.texts() == before
    assert "agreed" in standing(round_, "A1·01")


def test_agreement_stands_where_only_the_borders_of_fragments_change(round_: Round) -> None:
    assert round_.vakborg("review", "agree", "A1", "--yes") == 0
    with round_.store() as store:
        segment = next(s for s in store.all(Segment) if "altijd drie" in s.text)
        with editing(store, store.get(Session, 1), "Anneke", Why.SPLIT, "split") as pencil:
            split(pencil, segment.id, segment.text.index("drie"))
    assert "agreed" in standing(round_, "A1·01")


def test_a_remark_waits_until_somebody_dealt_with_it(round_: Round) -> None:
    path = round_.send()
    document = docx.Document(str(path))
    line = with_text(document.paragraphs, "gecoate draad")
    document.add_comment(line.runs[0], text="Alleen boven 100 mm.", author="Jan")
    document.save(str(path))
    assert round_.vakborg("review", "receive", path, "--yes") == 0
    with round_.store() as store:
        (remark,) = store.all(Remark)
    assert (remark.kind, remark.text, remark.by) == (NoteKind.COMMENT, "Alleen boven 100 mm.", "Jan")
    round_.vakborg("review", "remarks", "A1")
    assert "Alleen boven 100 mm." in round_.said
    assert round_.vakborg("review", "remarks", "A1", "--done", str(remark.id)) == 0
    assert "Alleen boven 100 mm." not in round_.said
    assert round_.vakborg("review", "remarks", "A1", "--done", "99") == 1


def test_an_older_file_is_noticed_and_waits_for_a_word(round_: Round) -> None:
    old = round_.edited(round_.send(), reword("altijd drie", "altijd vier"))
    round_.send("nieuwer.docx")
    before = round_.texts()
    assert round_.vakborg("review", "receive", old, "--yes") == 1
    assert "--older" in round_.said
    assert round_.texts() == before
    assert round_.vakborg("review", "receive", old, "--yes", "--older") == 0
    assert round_.texts() != before


def test_a_foreign_and_a_mangled_file_are_refused_and_nothing_is_stored(
    round_: Round, tmp_path: Path
) -> None:
    sent = round_.send()
    before = (round_.programme.folder / "vakborg.db").read_bytes()
    foreign = round_.folder / "brief.docx"
    letter = docx.Document()
    letter.add_paragraph("Beste Anneke, hierbij mijn opmerkingen.")
    letter.save(str(foreign))
    mangled = round_.folder / "half.docx"
    mangled.write_bytes(sent.read_bytes()[:4000])
    elsewhere = Round(make_programme(tmp_path / "ander"), round_.folder, round_._capsys)
    for file in (foreign, mangled, elsewhere.send("ander.docx"), round_.folder / "nergens.docx"):
        assert round_.vakborg("review", "receive", file, "--yes") == 1, file
        assert file.name in round_.said
    assert (round_.programme.folder / "vakborg.db").read_bytes() == before


def test_saved_again_by_libreoffice_it_still_comes_back_to_the_right_place(
    round_: Round, tmp_path: Path
) -> None:
    def change(paragraphs: list[Paragraph]) -> None:
        reword("altijd drie", "altijd vier")(paragraphs)
        with_text(paragraphs, "gecoate draad").insert_paragraph_before("Dat leerde ik van mijn oude baas.")
        tick("met wat ik heb veranderd", 0)(paragraphs)

    back = round_.edited(round_.send(), change)
    saved = resaved([(back.name, back.read_bytes())], tmp_path)
    back.write_bytes(saved[back.name])
    assert round_.vakborg("review", "receive", back, "--yes") == 0
    said = round_.texts()
    assert any("altijd vier millimeter naast de contour" in text for text in said)
    assert "Dat leerde ik van mijn oude baas." in said
    with round_.store() as store:
        assert [a.wish for a in store.all(Approval)] == [Wish.CHANGED]
        assert not store.count(Remark)


def test_an_expert_who_refuses_text_gets_no_file_and_none_of_theirs_comes_in(round_: Round) -> None:
    back = round_.edited(round_.send(), reword("altijd drie", "altijd vier"))
    assert round_.vakborg("consent", "withdraw", "Jan van Dijk", "transcript", "--yes", "--by", "Anneke") == 0
    assert round_.vakborg("review", "receive", back, "--yes") == 1
    assert round_.vakborg("review", "send", "A1", "--out", round_.folder / "nog een.docx") == 1
    assert not (round_.folder / "nog een.docx").exists()
