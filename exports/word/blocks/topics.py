"""What the experts tell, topic by topic: each a content block with its parts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from exports.draft.model import Kind, Picture, Section, Statement, TopicBlock
from exports.draft.sources import prefix_and_time
from exports.labels import Labels
from exports.word.blocks.chapter import MISSING, Chapter
from exports.word.blocks.pictures import show
from exports.word.blocks.saying import say_paragraph
from exports.word.blocks.steps import steps_table
from exports.word.blocks.values import values_table
from exports.word.styles import SUGGESTION


def topics(chapter: Chapter) -> None:
    """A content block for each topic of the module."""
    draft, _ = chapter.draft, chapter.labels
    chapter.heading(_("What the experts tell"), 1)
    if not any(topic.told for topic in draft.topics):
        chapter.unwritten(_("Nobody has spoken about this module yet."))
        return
    line = chapter.unwritten(_how_to_read(_) + " ")
    chapter.point(
        line, _("What to ask where something is still to be written stands under “{place}”."), MISSING
    )
    for topic in draft.topics:
        _topic(chapter, topic)


def _how_to_read(_: Labels) -> str:
    return _(
        "Each paragraph is in the expert's own words. The code after it leads to the source at the end: "
        "expert and session, answer, and the minute in the recording. What stands like this line is not an "
        "expert's."
    )


def _topic(chapter: Chapter, topic: TopicBlock) -> None:
    """A table of values comes last, as it needs a page of its own."""
    chapter.heading(topic.title, 2)
    placed = _placed(topic)
    for section in sorted(topic.sections, key=lambda s: bool(s.values)):
        if section.values:
            _loose_ends(chapter, topic, placed.pop(None, []))
        _section(chapter, topic, section, placed.get(section.kind, []))
    if not any(section.values for section in topic.sections):
        _loose_ends(chapter, topic, placed.pop(None, []))


def _section(chapter: Chapter, topic: TopicBlock, section: Section, pictures: Sequence[Picture]) -> None:
    if section.values:
        with chapter.body.landscape():
            _part(chapter, topic, section, pictures)
    else:
        _part(chapter, topic, section, pictures)


def _part(chapter: Chapter, topic: TopicBlock, section: Section, pictures: Sequence[Picture]) -> None:
    if section.kind is not Kind.SAID or len(topic.sections) > 1:
        chapter.heading(chapter.labels.part(section.kind), 3)
    for steps in section.steps:
        steps_table(chapter, steps)
    for paragraph in section.paragraphs:
        say_paragraph(chapter, paragraph)
    for picture in pictures:
        show(chapter, picture)
    if section.values:
        values_table(chapter, section.values)


def _loose_ends(chapter: Chapter, topic: TopicBlock, pictures: Sequence[Picture]) -> None:
    """Photos of answers that are not quoted here, suggestions, and what nobody told yet."""
    _ = chapter.labels
    for picture in pictures:
        show(chapter, picture)
    if topic.suggestions:
        chapter.heading(_("Possibly also about this (suggestion, not yet confirmed)"), 3)
        for paragraph in topic.suggestions:
            say_paragraph(chapter, paragraph, SUGGESTION)
    if not topic.told:
        chapter.unwritten(_("Still to be written: nobody has told anything about this topic yet."))
    elif topic.lacking:
        lacking = ", ".join(_.facet(facet) for facet in topic.lacking)
        chapter.unwritten(_("Still to be written: {facets}.").format(facets=lacking))


def _placed(topic: TopicBlock) -> dict[Kind | None, list[Picture]]:
    """Each photo with the first part that quotes the answer it belongs to; None where no part does."""
    placed: dict[Kind | None, list[Picture]] = defaultdict(list)
    for picture in topic.pictures:
        placed[_part_of(topic, picture)].append(picture)
    return placed


def _part_of(topic: TopicBlock, picture: Picture) -> Kind | None:
    answer = _answer(picture.reference)
    if not answer:
        return None
    for section in topic.sections:
        if any(_answer(s.source.reference) == answer for s in _statements(section)):
            return section.kind
    return None


def _statements(section: Section) -> Iterator[Statement]:
    for paragraph in section.paragraphs:
        yield from paragraph.statements
    for steps in section.steps:
        for row in steps.rows:
            yield from (row.step, *row.key_points, *row.reasons)


def _answer(reference: str) -> str:
    """The code of the answer in a reference with or without its time: "A1·03" of "A1·03/2 00:12"."""
    prefix, _time = prefix_and_time(reference)
    return (prefix or reference).partition("/")[0]
