import pytest

from capture.reviewing.unkept import _laid_over


@pytest.mark.parametrize(
    ("seen", "typed", "now", "text"),
    [
        ("a b c", "a b c X", "a b c d e", "a b c X d e"),
        ("a b c", "X a b c", "y z a b c", "y z X a b c"),
        ("a b c", "a b X", "a b c d e", "a b X d e"),
        ("a b c", "X b c", "y z a b c", "y z X b c"),
        ("a b c d", "a X c d", "c d", "a X c d"),
        ("a b c d", "a b c X", "c d", "c X"),
        ("a b", "X Y", "q r", "X Y"),
    ],
)
def test_what_was_typed_is_laid_over_what_stands_there_now(
    seen: str, typed: str, now: str, text: str
) -> None:
    assert _laid_over(seen, typed, now) == text
