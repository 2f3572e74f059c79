"""Random edits to a real Word file come back at the right place, or are reported."""

from pathlib import Path

import pytest

from benchmarks.word_judging import Judge, Outcome
from benchmarks.word_round_trip import a_sheet, spoken
from benchmarks.word_scripts import play
from exports.review.placing import place
from exports.review.returned import read_returned
from sessions.sheet import Sheet


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Sheet]:
    """A file with three answers."""
    folder: Path = tmp_path_factory.mktemp("sheet")
    return a_sheet(folder / "programme", answers=3, most=10)


def test_a_file_that_nobody_touched_comes_back_as_it_was(sent: tuple[bytes, Sheet]) -> None:
    data, sheet = sent
    received = place(read_returned(data, "it.docx"), sheet)
    assert [[one.text for one in a.said] for a in received.answers] == [
        [fragment.text for fragment in a.fragments] for a in sheet.answers
    ]
    assert not any(a.additions or a.gone or a.wishes or a.notes for a in received.answers)
    assert (received.unplaced, received.split, received.joined) == ((), 0, 0)


@pytest.mark.parametrize("seed", range(10))
def test_nothing_that_was_done_is_lost_or_misplaced(sent: tuple[bytes, Sheet], seed: int) -> None:
    data, sheet = sent
    script = play(data, sheet, seed, spoken(), edits=8, unmarked=seed == 9)
    judge = Judge(script, place(read_returned(script.file.saved(), "it.docx"), sheet))
    wrong = [one for one in judge.verdicts() if one[1] in (Outcome.LOST, Outcome.MISPLACED)]
    assert wrong == []
