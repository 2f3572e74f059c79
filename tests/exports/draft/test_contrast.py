"""In which words two statements differ, if they are about the same thing; silence where that is not clear."""

from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.draft.aspects import aspects
from exports.draft.contrast import Because, contrast
from exports.draft.likeness import gist
from exports.draft.subjects import Subjects
from tests.exports.draft.demo import EDM
from tests.exports.draft.test_likeness import PAIRS

OTHER_TALK = [text for topic in EDM.modules[1].topics for text in topic.examples]


def differ(one: str, other: str, slip: bool = False) -> Because | None:
    """The words in which both differ, among other things that were said."""
    subjects = Subjects([gist(text, "nl") for text in (one, other, *OTHER_TALK)], EDM)
    both = [aspects(at, subjects, EDM.conditions, slip=slip and at == 0) for at in (0, 1)]
    return contrast(both[0], both[1], subjects)


@pytest.mark.parametrize(
    ("one", "other", "because"),
    [
        (
            "Het startgat leg ik minstens 3 millimeter van de contour.",
            "Ik leg het startgat liefst 5 millimeter van de contour.",
            ("3 millimeter", "5 millimeter"),
        ),
        (
            "De vonkspleet houd ik op 20 micron.",
            "Ik houd de vonkspleet op 0,03 millimeter.",
            ("20 micron", "0,03 millimeter"),
        ),
        (
            "Bij een snijplaat doe ik 3 nasnedes.",
            "Voor een snijplaat doe ik 2 nasnedes.",
            ("3", "2"),
        ),
        (
            "Voor gewoon werk gebruik ik messingdraad van 0,25 millimeter.",
            "Ik gebruik bijna altijd gecoate draad van 0,25 millimeter.",
            ("messingdraad", "gecoate draad"),
        ),
        (
            "De uitvaller zet ik vast met een brugje van 2 millimeter.",
            "Een brugje gebruik ik bijna nooit.",
            ("", "bijna nooit"),
        ),
        (
            "Bij gehard staal boren we het gat voor het harden.",
            "Het startgat boren wij bij gehard staal na het harden.",
            ("voor het harden", "na het harden"),
        ),
        (
            "De spoeldruk zet ik bij een trap lager.",
            "De spoeldruk zet ik bij een trap juist hoger.",
            ("lager", "hoger"),
        ),
        (
            "Elke week draai ik het contactblokje.",
            "Het contactblokje draai ik elke dag.",
            ("Elke week", "elke dag"),
        ),
    ],
)
def test_the_words_in_which_they_differ_are_theirs(one: str, other: str, because: Because) -> None:
    assert differ(one, other) == because
    assert differ(other, one) == because[::-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De vonkspleet houd ik op 20 micron.", "Ik houd de vonkspleet op 0,02 millimeter."),
        ("Bij ruwen houd ik 0,3 millimeter ondermaat.", "Bij slichten houd ik 0,1 millimeter ondermaat."),
        ("De plaat is 60 millimeter dik.", "Er staat 40 millimeter olie boven het werkstuk."),
        ("Leg het startgat niet te dicht bij de contour.", "Het startgat leg ik bij de contour."),
        ("Een brugje gebruik ik nooit.", "Een brugje neem ik zelden."),
        ("Bij hardmetaal boor ik met een buiselektrode.", "Bij gehard staal boor ik met een buiselektrode."),
        ("Je ziet aan de straal dat het gat er door is.", "Een zwaar stuk moet je niet durven."),
    ],
)
def test_where_it_is_not_clear_there_is_silence(one: str, other: str) -> None:
    assert differ(one, other) is None


def test_what_beginners_do_wrong_is_no_other_opinion() -> None:
    one, other = "Een beginner verlaagt het vermogen.", "Het vermogen verlaag ik nooit."
    assert differ(one, other) is not None
    assert differ(one, other, slip=True) is None


def test_most_written_differences_are_seen_and_hardly_any_false_ones() -> None:
    texts = [text for _label, *both in PAIRS for text in both]
    subjects = Subjects([gist(text, "nl") for text in texts], EDM)
    said = [aspects(at, subjects, EDM.conditions) for at in range(len(texts))]
    found = [contrast(said[2 * at], said[2 * at + 1], subjects) is not None for at in range(len(PAIRS))]
    wanted = [label == "differs" for label, *_both in PAIRS]
    right = sum(a and b for a, b in zip(found, wanted, strict=True))
    assert right >= 0.85 * sum(wanted)
    assert right >= 0.9 * sum(found)


def test_of_talk_that_does_not_contradict_hardly_any_pair_differs() -> None:
    for module in EDM.modules[:3]:
        for topic in module.topics:
            subjects = Subjects([gist(text, "nl") for text in topic.examples], EDM)
            said = [aspects(at, subjects, EDM.conditions) for at in range(len(topic.examples))]
            false = sum(contrast(a, b, subjects) is not None for a, b in combinations(said, 2))
            assert false <= 2, topic.slug


@settings(deadline=None)
@given(st.lists(st.one_of(st.text(max_size=30), st.sampled_from(OTHER_TALK)), min_size=2, max_size=4))
def test_whatever_was_said_a_difference_has_its_own_words_and_a_counterpart(texts: list[str]) -> None:
    subjects = Subjects([gist(text, "nl") for text in texts], EDM)
    said = [aspects(at, subjects, EDM.conditions) for at in range(len(texts))]
    for one, other in permutations(said, 2):
        found = contrast(one, other, subjects)
        assert (found is None) == (contrast(other, one, subjects) is None)
        for words, text in zip(found or (), (one.gist.text, other.gist.text), strict=False):
            assert all(part in text for part in words.split(", "))
