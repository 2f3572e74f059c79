"""The numbers that were told as a value and that nobody made a value card of."""

from collections import defaultdict
from collections.abc import Iterator

from exports.draft.asking import called
from exports.draft.missing import NumberGap
from exports.draft.statements import Basis
from sessions.numerals import found_values, without_card
from sessions.transcript import Value


def number_gaps(basis: Basis) -> Iterator[NumberGap]:
    """Those of the module in order of speaking, one gap per fragment; what counts as a value the guide's rules for
    numbers say, and what a person said is none stays away."""
    cards: dict[int, list[Value]] = defaultdict(list)
    for value in (*basis.material.values, *basis.material.dismissed):
        cards[value.segment_id].append(value)
    ask = next((rule.probe for rule in basis.guide.follow_ups if rule.number_without), "")
    told = {t.fragment.segment.id: t for t in basis.unfolded}
    for segment_id, one in told.items():
        fragment, source = one.fragment, one.statement.source
        found = found_values(fragment.segment.text, basis.guide.numbers, fragment.transcript.language)
        if left := without_card(found, cards[segment_id]):
            quotes = tuple(dict.fromkeys(value.quote for value in left))
            whom = called(source.voice.name, fragment.session.code)
            yield NumberGap(quotes, segment_id, source.reference, whom, ask)
