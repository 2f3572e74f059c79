"""What is said of a value card: its fields, what it lacks, and what was said."""

from collections.abc import Mapping

from textual.content import Content

from capture.reviewing.state import Line
from capture.screens.showing import MUTED
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.numerals import FoundValue
from sessions.text import clean_line
from sessions.transcript import Value
from sessions.units import with_unit

LABELS: Mapping[str, str] = {
    "quantity": N_("Quantity"),
    "number": N_("Number"),
    "unit": N_("Unit"),
    "machine": N_("Machine"),
    "material": N_("Material"),
    "height": N_("Height"),
    "electrode": N_("Wire or electrode"),
    "cut": N_("Cut"),
    "deviate_when": N_("Deviate when"),
}
"""The fields of a card, in their order."""


def card_of(segment_id: int, found: FoundValue) -> Value:
    """A card with what was said, and nothing else."""
    return Value(segment_id, "", found.number, found.unit, quote=found.quote)


def blank(segment_id: int) -> Value:
    """A card of which nothing was found."""
    return Value(segment_id, "", "", "")


def described(card: Value) -> Content:
    """A card in a list."""
    number = clean_line(with_unit(card.number, card.unit))
    if not number:
        return Content(_("Another value …"))
    quote = Content.styled(f"  “{clean_line(card.quote)}”" if card.quote else "", MUTED)
    return (
        Content(" ".join(filter(None, (clean_line(card.quantity), number)))) + quote + "\n  " + _state(card)
    )


def _state(card: Value) -> Content:
    if card.dismissed:
        return Content.styled(_("no value, somebody said"), MUTED)
    return Content.styled(lacks(card) if card.id else _("no card yet"), MUTED)


def lacks(card: Value) -> str:
    """What is still missing for the table in the module."""
    missing = [_(label).lower() for name, label in LABELS.items() if not getattr(card, name)]
    if not missing:
        return _("✔ Complete: it can stand in the table of the module.")
    told = _("For the table in the module still missing: {fields}. Type “n.a.” where one does not apply.")
    return told.format(fields=", ".join(missing))


def quoted(card: Value, line: Line) -> Content:
    """What was said, and where."""
    said = (
        _("Said: “{quote}”").format(quote=clean_line(card.quote)) if card.quote else _("Nothing was found.")
    )
    if any(found.quote == card.quote and found.doubtful for found in line.found):
        said = " ".join(("!", _("Listen first."), said))
    return Content.assemble(said, "  ", (clean_line(line.fragment.reference), MUTED))
