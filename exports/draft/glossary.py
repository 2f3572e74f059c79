"""The terms of the trade that occur in a draft."""

from collections.abc import Iterable

from exports.draft.model import GlossaryEntry
from exports.draft.statements import Basis


def glossary(basis: Basis, texts: Iterable[str]) -> tuple[GlossaryEntry, ...]:
    """The terms of the guide and of the programme that occur in ``texts``, in the order of the alphabet."""
    return ()
