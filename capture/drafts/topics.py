"""The topics of a draft as blocks of text."""

from collections.abc import Iterator

from capture.drafts.rows import Block, Kind, Row, all_said, block, of_guide, own, paragraphs, said, subheading
from exports.draft.model import Picture, Section, Step, Steps, TopicBlock, ValueRow
from exports.labels import PARTS
from sessions.facets import label
from sessions.i18n import gettext as _
from sessions.text import clean_line


def topic(given: TopicBlock) -> Block:
    """All that was told about a topic, what may be about it too, and what nobody told."""
    return block(given.title, _rows(given), level=1)


def _rows(given: TopicBlock) -> Iterator[Row]:
    for section in given.sections:
        yield from _section(section)
    for picture in given.pictures:
        yield _picture(picture)
    if given.suggestions:
        yield subheading(_("Perhaps about this too; nobody decided yet"))
        yield from paragraphs(given.suggestions)
    if not given.told:
        yield own(_("Still to be written: nobody told anything about this yet."))
    elif given.lacking:
        lacking = ", ".join(label(facet) for facet in given.lacking)
        yield own(_("Still to be written: {facets}.").format(facets=lacking))


def _section(section: Section) -> Iterator[Row]:
    yield subheading(_(PARTS[section.kind]))
    for table in section.steps:
        yield from _steps(table)
    yield from paragraphs(section.paragraphs)
    for value in section.values:
        yield _value(value)


def _steps(table: Steps) -> Iterator[Row]:
    yield of_guide(table.question, clean_line(table.voice.label))
    for number, step in enumerate(table.rows, 1):
        yield from numbered(step, str(number))


def numbered(step: Step, lead: str) -> Iterator[Row]:
    """A step, and below it what makes or breaks it and why."""
    yield said(step.step, lead)
    yield from all_said(step.key_points, _("Key point"), 1)
    yield from all_said(step.reasons, _("Why"), 1)


def _value(value: ValueRow) -> Row:
    context = (value.machine, value.material, value.height, value.electrode, value.cut, value.deviate_when)
    told = f"{value.quantity} {value.number} {value.unit}".strip()
    known = ", ".join(clean_line(part) for part in context if part)
    source = value.statement.source
    return Row(
        Kind.SAID,
        clean_line(f"{told} ({known})" if known else told),
        clean_line(source.voice.label),
        source.reference,
        source.segment_id,
    )


def _picture(picture: Picture) -> Row:
    caption = picture.caption or picture.path.name
    return own(_("Photo: {caption}").format(caption=caption), reference=picture.reference)
