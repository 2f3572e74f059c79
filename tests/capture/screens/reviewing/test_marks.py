from dataclasses import replace

from capture.screens.reviewing.marks import marked, next_doubt
from sessions.fragments import Fragment
from sessions.programme import Programme
from sessions.transcript import Tag, TagOrigin
from tests.capture.screens.reviewing.lines import a_line

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


def a_fragment(programme: Programme, *tags: tuple[str, TagOrigin, bool | None]) -> Fragment:
    """With these topics, in this order."""
    fragment = a_line(programme).fragment
    made = tuple(
        Tag(segment_id=fragment.segment.id, topic=topic, origin=origin, accepted=accepted, id=n)
        for n, (topic, origin, accepted) in enumerate(tags, 1)
    )
    return replace(fragment, tags=made)


def test_a_decision_about_a_topic_changes_no_other_digit(programme: Programme) -> None:
    of_question = a_line(programme).fragment.question.topics
    given = [("spoelen", TagOrigin.HUMAN), *((t, TagOrigin.QUESTION) for t in reversed(of_question))]
    orders = {
        tuple(one.topic for one in marked(a_fragment(programme, *((t, o, said) for t, o in given))))
        for said in (None, True, False)
    }
    assert len(orders) == 1
    assert orders.pop()[: len(of_question)] == tuple(of_question)
