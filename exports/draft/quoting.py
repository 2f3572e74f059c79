"""Why a module matters, in the words of somebody who knows."""

from exports.draft.model import Quote
from exports.draft.statements import Basis


def golden_quote(basis: Basis) -> Quote | None:
    """The golden quote that opens the module: one that the expert agreed to first, then the first one said."""
    marked = [t for t in basis.told if t.fragment.segment.id in basis.material.golden]
    best = min(marked, key=lambda t: t.statement.approved != "as_it_is", default=None)
    return Quote((best.statement,)) if best else None
