from capture.screens.reviewing.marks import next_doubt

PLACES = [(1, [(0, 3), (10, 14)]), (2, []), (3, [(5, 9)])]


def test_the_next_doubt_is_behind_the_marked_one() -> None:
    assert next_doubt(PLACES, 1, 0) == (1, (0, 3))
    assert next_doubt(PLACES, 1, 3) == (1, (10, 14))


def test_then_come_the_fragments_that_follow_and_after_the_last_the_first() -> None:
    assert next_doubt(PLACES, 1, 14) == (3, (5, 9))
    assert next_doubt(PLACES, 3, 9) == (1, (0, 3))


def test_a_single_doubt_is_found_again_and_none_is_none() -> None:
    assert next_doubt([(7, [(2, 4)])], 7, 4) == (7, (2, 4))
    assert next_doubt([(7, [])], 7, 0) is None
    assert next_doubt([], None, 0) is None
