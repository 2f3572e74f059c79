"""Why a module matters, in the words of somebody who knows."""

from collections.abc import Sequence

from exports.draft.model import Quote
from exports.draft.statements import Basis, Told
from sessions.placing import next_to
from sessions.release import Approved


def golden_quote(basis: Basis) -> Quote | None:
    """The golden quote that opens the module, with what it leans on; None where nobody marked one.

    One that can be read by itself goes before all, then one that its expert agreed to, then one whose expert
    may be named, then the first that was said.
    """
    told = basis.unfolded
    marked = [at for at, t in enumerate(told) if t.fragment.segment.id in basis.material.golden]
    quotes = (_with_before(told, at) for at in marked)
    best = min(quotes, key=_rank, default=None)
    return Quote(tuple(t.statement for t in best)) if best else None


def _with_before(told: Sequence[Told], at: int) -> Sequence[Told]:
    first = at
    while _leans_on(told, first):
        first -= 1
    return told[first : at + 1]


def _leans_on(told: Sequence[Told], at: int) -> bool:
    """Whether the one at ``at`` leans on the one before it in ``told``."""
    return at > 0 and told[at].statement.leans and next_to(told[at - 1].fragment, told[at].fragment)


def _rank(quote: Sequence[Told]) -> tuple[bool, bool, bool]:
    first, last = quote[0], quote[-1]
    approved = last.statement.approved is Approved.AS_IT_IS
    return first.statement.leans, not approved, not last.fragment.named
