"""What a conversation still misses, and what to ask next."""

import pytest

from sessions.facets import COVERED, Facet
from sessions.fragments import Fragment
from sessions.gaps import Fill, GapRow, NextQuestion, gaps, next_question
from sessions.guides.loading import load
from sessions.interview import Marker, MarkerKind
from sessions.release import Release
from tests.sessions.guides.small import SMALL
from tests.sessions.telling import labelled, told

GUIDE = load(
    SMALL
    + """
[[modules]]
id = "M2"
title = "Draad"
goals = ["kiest een draad"]

[[modules.topics]]
slug = "draad"
title = "Draad"
stems = ["draad"]

[[modules.questions]]
id = "M2-V1"
kind = "open"
text = "Welke draad pak je?"
topics = ["draad", "startgat"]
probes = [
  { facet = "signal", text = "Waaraan zie je dat?" },
  { facet = "signal", text = "En hoor je het ook?" },
  { facet = "value", text = "Hoe dik?" },
]

[modules.assignment]
title = "Draad"
text = "Kies een draad."
criteria = ["noemt de dikte"]
""",
    "klein",
)
FIRST, SECOND, WIRE = GUIDE.questions.values()


def said(
    facet: Facet | None, *, accepted: bool | None = None, release: Release = Release.INTERNAL
) -> Fragment:
    tags = [labelled("startgat", facet, accepted=accepted)]
    return told("Kijk.", FIRST, tags=tags, release=release)


def marker(kind: MarkerKind, facet: Facet | None) -> Marker:
    return Marker(1, kind, facet=facet)


def fills(rows: tuple[GapRow, ...], slug: str) -> dict[Facet, Fill]:
    row = next(row for row in rows if row.topic.slug == slug)
    return {facet: fill for facet, fill in row.fills.items() if fill is not Fill.EMPTY}


def test_every_topic_of_the_modules_has_every_facet_that_is_asked() -> None:
    rows = gaps(GUIDE, ["M1"], [], [], [])
    assert [(row.topic.slug, row.module_id) for row in rows] == [("startgat", "M1"), ("uitvaller", "M1")]
    assert all(tuple(row.fills) == COVERED == row.empty for row in rows)


def test_without_modules_the_conversation_is_about_all_of_the_guide() -> None:
    assert [row.topic.slug for row in gaps(GUIDE, [], [], [], [])] == ["startgat", "uitvaller", "draad"]


def test_what_was_told_goes_before_what_was_marked_and_that_before_what_others_told() -> None:
    markers = [(marker(MarkerKind.PROBE, f), FIRST) for f in (Facet.SIGNAL, Facet.LIMIT)]
    earlier = [said(f) for f in (Facet.SIGNAL, Facet.LIMIT, Facet.ERROR)]
    rows = gaps(GUIDE, [], [said(Facet.SIGNAL)], markers, earlier)
    assert fills(rows, "startgat") == {
        Facet.SIGNAL: Fill.TOLD, Facet.LIMIT: Fill.MARKED, Facet.ERROR: Fill.EARLIER,
    }  # fmt: skip
    assert fills(rows, "uitvaller") == {}


def test_a_rejected_label_fills_nothing_and_an_accepted_one_does() -> None:
    assert fills(gaps(GUIDE, [], [said(Facet.SIGNAL, accepted=False)], [], []), "startgat") == {}
    accepted = gaps(GUIDE, [], [said(Facet.SIGNAL, accepted=True)], [], [])
    assert fills(accepted, "startgat") == {Facet.SIGNAL: Fill.TOLD}


@pytest.mark.parametrize(
    "one",
    [
        marker(MarkerKind.GOLDEN_QUOTE, Facet.SIGNAL),
        marker(MarkerKind.OFF_THE_RECORD, None),
        marker(MarkerKind.FACET, None),
        marker(MarkerKind.FACET, Facet.VALUE),
    ],
)
def test_a_marker_that_names_no_facet_of_coverage_fills_nothing(one: Marker) -> None:
    assert fills(gaps(GUIDE, [], [], [(one, FIRST)], []), "startgat") == {}


def test_a_marker_counts_for_the_first_topic_of_its_question() -> None:
    rows = gaps(GUIDE, [], [], [(marker(MarkerKind.FACET, Facet.CHECK), WIRE)], [])
    assert fills(rows, "draad") == {Facet.CHECK: Fill.MARKED}
    assert fills(rows, "startgat") == {}


def test_the_question_whose_probes_fill_most_empty_cells_is_next() -> None:
    rows = gaps(GUIDE, [], [], [], [])
    assert next_question(GUIDE, rows, [SECOND, FIRST]) == NextQuestion(FIRST, (Facet.SIGNAL, Facet.ERROR))


def test_between_equals_the_guide_decides() -> None:
    rows = gaps(GUIDE, [], [], [], [])
    assert next_question(GUIDE, rows, [WIRE, FIRST]) == NextQuestion(FIRST, (Facet.SIGNAL, Facet.ERROR))


def test_a_cell_that_is_filled_in_any_way_no_longer_draws_its_question() -> None:
    marked = [(marker(MarkerKind.PROBE, Facet.ERROR), FIRST)]
    rows = gaps(GUIDE, [], [], marked, [])
    assert next_question(GUIDE, rows, [FIRST, WIRE]) == NextQuestion(WIRE, (Facet.SIGNAL,))


def test_where_no_question_fills_anything_the_first_open_one_is_next() -> None:
    rows = gaps(GUIDE, ["M1"], [said(Facet.SIGNAL), said(Facet.ERROR)], [], [])
    assert next_question(GUIDE, rows, [WIRE, SECOND]) == NextQuestion(SECOND, ())


def test_nothing_is_next_when_every_question_was_dealt_with() -> None:
    assert next_question(GUIDE, gaps(GUIDE, [], [], [], []), []) is None
