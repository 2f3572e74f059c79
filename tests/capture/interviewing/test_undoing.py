"""Taking back what a wrong key did."""

import pytest

from capture.interviewing.undoing import MOST, Undoing


class Done:
    """Notes what was taken back, and at which moment."""

    def __init__(self) -> None:
        self.undoing = Undoing()
        self.back: list[tuple[str, float]] = []

    def do(self, what: str) -> None:
        self.undoing.did(what, lambda at: self.back.append((what, at)))


@pytest.fixture
def done() -> Done:
    return Done()


def test_the_last_thing_goes_first(done: Done) -> None:
    done.do("note")
    done.do("flag")
    assert done.undoing.what == "flag"
    assert [done.undoing.back(1.0), done.undoing.back(2.0)] == ["flag", "note"]
    assert done.back == [("flag", 1.0), ("note", 2.0)]


def test_where_nothing_was_done_there_is_nothing_to_take_back(done: Done) -> None:
    assert (done.undoing.what, done.undoing.back(1.0)) == ("", "")


def test_what_was_done_as_one_is_taken_back_as_one_last_first(done: Done) -> None:
    done.do("note")
    with done.undoing.as_one():
        done.do("skipping")
        done.do("to another question")
    assert done.undoing.what == "skipping"
    assert done.undoing.back(3.0) == "skipping"
    assert done.back == [("to another question", 3.0), ("skipping", 3.0)]
    assert done.undoing.what == "note"


def test_one_within_one_is_one(done: Done) -> None:
    with done.undoing.as_one():
        done.do("case")
        with done.undoing.as_one():
            done.do("note")
            done.do("flag")
    assert done.undoing.back(0.0) == "case"
    assert [what for what, _at in done.back] == ["flag", "note", "case"]
    assert done.undoing.what == ""


def test_one_in_which_nothing_was_done_leaves_nothing(done: Done) -> None:
    done.do("note")
    with done.undoing.as_one():
        pass
    assert done.undoing.what == "note"


def test_what_was_done_before_it_failed_can_be_taken_back(done: Done) -> None:
    with pytest.raises(ZeroDivisionError), done.undoing.as_one():
        done.do("skipping")
        raise ZeroDivisionError
    assert done.undoing.back(0.0) == "skipping"


def test_what_was_forgotten_cannot_be_taken_back(done: Done) -> None:
    done.do("record")
    done.undoing.forget()
    assert done.undoing.back(0.0) == ""
    assert done.back == []


def test_only_the_last_things_are_remembered(done: Done) -> None:
    for number in range(MOST + 5):
        done.do(str(number))
    taken = [done.undoing.back(0.0) for _ in range(MOST + 5)]
    assert taken == [*(str(n) for n in range(MOST + 4, 4, -1)), *[""] * 5]


def test_one_that_fails_is_not_tried_again(done: Done) -> None:
    def fail(_at: float) -> None:
        raise ZeroDivisionError

    done.do("note")
    done.undoing.did("flag", fail)
    with pytest.raises(ZeroDivisionError):
        done.undoing.back(0.0)
    assert done.undoing.what == "note"
