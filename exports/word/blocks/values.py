"""Process values with their whole context: a table with a column for what is known of any of them."""

from collections.abc import Sequence

from exports.draft.model import ValueRow
from exports.word.blocks.chapter import Chapter
from exports.word.blocks.saying import say
from exports.word.sections import LANDSCAPE_CM, UPRIGHT_CM
from exports.word.tables import Column

_QUANTITY_CM, _VALUE_CM, _WORDS_CM = 2.9, 1.8, 4.5
_FIELDS = {
    "machine": 2.6,
    "material": 2.4,
    "height": 1.6,
    "electrode": 2.3,
    "cut": 2.3,
    "deviate_when": 3.0,
}


def is_wide(values: Sequence[ValueRow]) -> bool:
    """Whether their table needs the paper on its side."""
    return _needed_cm(values) + _WORDS_CM > UPRIGHT_CM


def values_table(chapter: Chapter, values: Sequence[ValueRow]) -> None:
    """The values of a topic, each with the words that say it; as wide as the page, which lies on its side where
    they are wide."""
    _ = chapter.labels
    shown = _shown(values)
    columns = [Column(_.field("quantity"), _QUANTITY_CM), Column(_("Value"), _VALUE_CM)]
    columns += [Column(_.field(name), _FIELDS[name]) for name in shown]
    page = LANDSCAPE_CM if is_wide(values) else UPRIGHT_CM
    columns.append(Column(_("In whose words"), page - _needed_cm(values)))
    grid = chapter.body.table(columns, _("Values with their context"))
    for value in values:
        cells = grid.row()
        amount = " ".join(part for part in (value.number, value.unit) if part)
        context = (value.quantity, amount, *(getattr(value, name) for name in shown))
        for line, text in zip(cells, context, strict=False):
            line.text(text)
        say(chapter, cells[-1], [value.statement], value.statement.source.voice.label)


def _shown(values: Sequence[ValueRow]) -> list[str]:
    return [name for name in _FIELDS if any(getattr(value, name) for value in values)]


def _needed_cm(values: Sequence[ValueRow]) -> float:
    return _QUANTITY_CM + _VALUE_CM + sum(_FIELDS[name] for name in _shown(values))
