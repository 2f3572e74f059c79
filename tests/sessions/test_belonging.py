"""To which earlier fragment a newly heard word belongs."""

from dataclasses import replace

from sessions.belonging import heard_in, owners
from sessions.release import Release
from sessions.transcript import Segment
from tests.sessions.test_carrying import said


def belongs(earlier: list[Segment], *new: Segment) -> list[int | None]:
    return owners(earlier, heard_in(new))


def test_a_word_belongs_to_where_it_was_heard_before() -> None:
    assert belongs([said("een twee"), said("drie", 1.0)], said("een twee drie")) == [0, 0, 1]


def test_a_word_that_was_heard_otherwise_belongs_to_where_it_lies_in_time() -> None:
    assert belongs([said("een twe"), said("dri", 1.0)], said("een twee drie")) == [0, 0, 1]


def test_a_passage_where_nothing_was_heard_before_belongs_to_nothing() -> None:
    assert belongs([said("een"), said("twee", 20.0)], said("nieuw", 10.0)) == [None]


def test_a_word_far_from_its_like_is_not_the_same_word() -> None:
    assert belongs([said("draad"), said("gat", 20.0)], said("draad", 20.0)) == [1]


def test_whatever_overlaps_what_was_struck_belongs_to_it() -> None:
    struck = replace(said("Filips", 0.5), release=Release.STRUCK)
    assert belongs([said("bij"), struck, said("toen", 1.0)], said("bij Philips toen", 0.1)) == [0, 1, 2]


def test_a_struck_word_that_is_heard_beside_its_fragment_belongs_to_it() -> None:
    struck = replace(said("Filips"), release=Release.STRUCK)
    assert belongs([struck, said("toen dus", 0.6)], said("Filips", 0.9)) == [0]


def test_a_neighbours_word_that_is_heard_a_little_early_stays_with_the_neighbour() -> None:
    struck = replace(said("Filips"), release=Release.STRUCK)
    assert belongs([struck, said("toen", 0.5)], said("toen", 0.3)) == [1]


def test_a_phrase_that_was_struck_is_known_whenever_it_is_heard() -> None:
    struck = replace(said("dan naar Filips toe", 2.0), release=Release.STRUCK)
    later = said("een dan naar Filips toe", 40.0)
    assert belongs([said("een"), struck, said("twee", 9.0)], later) == [None, 1, 1, 1, 1]


def test_a_struck_word_that_is_said_again_later_is_another_one() -> None:
    struck = replace(said("dan naar Filips toe"), release=Release.STRUCK)
    assert belongs([struck], said("en dan verder", 40.0)) == [None, None, None]
