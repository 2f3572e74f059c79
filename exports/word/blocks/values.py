"""Process values with their whole context: a table that needs the paper on its side."""

from collections.abc import Sequence

from exports.draft.model import ValueRow
from exports.word.blocks.chapter import Chapter
from exports.word.blocks.saying import say
from exports.word.tables import Column

_FIELDS = (
    ("machine", 2.6),
    ("material", 2.4),
    ("height", 1.6),
    ("electrode", 2.3),
    ("cut", 2.3),
    ("deviate_when", 3.0),
)


def values_table(chapter: Chapter, values: Sequence[ValueRow]) -> None:
    """The values of a topic, each with the words that say it; as wide as a landscape page."""
    _ = chapter.labels
    columns = [Column(_.field("quantity"), 2.9), Column(_("Value"), 1.8)]
    columns += [Column(_.field(name), width) for name, width in _FIELDS]
    columns += [Column(_("In whose words"), 3.6), Column(_("Completed by"), 2.2)]
    grid = chapter.body.table(columns, _("Values with their context"))
    for value in values:
        cells = grid.row()
        for line, text in zip(cells, _context(value), strict=False):
            line.text(text)
        say(chapter, cells[-2], [value.statement], value.statement.source.voice.label)
        cells[-1].text(value.by)


def _context(value: ValueRow) -> tuple[str, ...]:
    amount = " ".join(part for part in (value.number, value.unit) if part)
    rest = (value.machine, value.material, value.height, value.electrode, value.cut, value.deviate_when)
    return (value.quantity, amount, *rest)
