"""Each word of a paragraph gets an owner: by bookmark, by the words sent, or by where it stands."""

from exports.review.aligning import Owned, Part, Word, owners
from exports.review.typed import Typed, key_of, keys
from sessions.received import Placed

FLUSH = "Ik spoel altijd van onder naar boven."
BREAK = "Anders breekt de draad op de hoek."


def _part(number: int, text: str, placed: Placed = Placed.TEXT) -> Part:
    return Part(number, keys(text), {0: placed})


def _words(text: str, *held: int) -> list[Word]:
    return [Word(Typed(word, key_of(word), held), 0) for word in text.split()]


def _shares(owned: tuple[Owned, ...]) -> list[tuple[int, int]]:
    """Runs of owners, each with how many words."""
    runs: list[tuple[int, int]] = []
    for one in owned:
        if runs and runs[-1][0] == one.fragment:
            runs[-1] = (one.fragment, runs[-1][1] + 1)
        else:
            runs.append((one.fragment, 1))
    return runs


def test_words_without_bookmarks_go_to_the_fragment_that_says_them() -> None:
    owned = owners(_words(f"{FLUSH} {BREAK}"), [_part(1, FLUSH), _part(2, BREAK)])
    assert _shares(owned) == [(1, 7), (2, 7)]
    assert {one.placed for one in owned} == {Placed.TEXT}


def test_a_new_word_goes_with_the_bookmark_around_it() -> None:
    words = [*_words("Ik spoel", 1), *_words("heel nieuw", 2), *_words(BREAK, 2)]
    owned = owners(words, [_part(1, FLUSH, Placed.MARK), _part(2, BREAK, Placed.MARK)])
    assert _shares(owned) == [(1, 2), (2, 9)]


def test_a_sentence_of_another_fragment_under_a_bookmark_is_that_others() -> None:
    owned = owners(_words(f"{FLUSH} {BREAK}", 1), [_part(1, FLUSH, Placed.MARK), _part(2, BREAK)])
    assert _shares(owned) == [(1, 7), (2, 7)]
    assert owned[-1].placed is Placed.TEXT


def test_a_word_or_two_of_another_under_a_bookmark_are_by_chance() -> None:
    words = [*_words("Ik spoel de draad", 1), *_words(BREAK, 2)]
    owned = owners(words, [_part(1, FLUSH, Placed.MARK), _part(2, BREAK, Placed.MARK)])
    assert _shares(owned) == [(1, 4), (2, 7)]


def test_what_is_typed_in_place_of_a_fragment_is_that_fragment() -> None:
    words = [*_words(FLUSH, 1), *_words("Of het gaat helemaal mis hoor."), *_words("Klaar is Kees nu.", 3)]
    parts = [_part(1, FLUSH, Placed.MARK), _part(2, BREAK), _part(3, "Klaar is Kees nu.", Placed.MARK)]
    assert _shares(owners(words, parts)) == [(1, 7), (2, 6), (3, 4)]


def test_two_fragments_written_anew_are_shared_out_at_the_end_of_a_sentence() -> None:
    words = _words("Zo doen wij het hier niet meer. Tegenwoordig gaat dat heel anders bij ons.")
    owned = owners(words, [_part(1, FLUSH), _part(2, BREAK)])
    assert _shares(owned) == [(1, 7), (2, 7)]
    assert {one.placed for one in owned} == {Placed.POSITION}


def test_every_word_has_an_owner() -> None:
    words = _words("helemaal niets bekends")
    assert len(owners(words, [_part(1, FLUSH)])) == 3
