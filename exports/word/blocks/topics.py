"""What the experts tell, topic by topic: each a content block with its parts."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import nullcontext

from exports.draft.model import Draft, Kind, Picture, Section, TopicBlock
from exports.labels import Labels
from exports.word.blocks.chapter import MISSING, Chapter
from exports.word.blocks.pictures import show
from exports.word.blocks.saying import say_paragraph
from exports.word.blocks.steps import steps_table
from exports.word.blocks.values import is_wide, values_table
from exports.word.styles import BULLET, SUGGESTION


def topics(chapter: Chapter) -> None:
    """A content block for each topic of the module, and a list of those about which nobody told anything."""
    draft, _ = chapter.draft, chapter.labels
    chapter.heading(_("What the experts tell"), 1)
    told = [topic for topic in draft.topics if topic.told]
    if not told:
        chapter.unwritten(_("Nobody has spoken about this module yet."))
        return
    line = chapter.unwritten(_how_to_read(draft, _) + " ")
    chapter.point(
        line, _("What to ask where something is still to be written stands under “{place}”."), MISSING
    )
    for topic in told:
        _topic(chapter, topic)
    _untold(chapter, [topic.title for topic in draft.topics if not topic.told])


def _how_to_read(draft: Draft, _: Labels) -> str:
    words = _("Each paragraph is in the expert's own words.")
    if draft.counts.unchecked:
        words = _("Each paragraph is in the expert's words as the computer understood them.")
    rest = _(
        "After each statement stands where it was said, which leads to the source at the end: expert and session, "
        "answer, and the minute in the recording; within a paragraph the minute alone where the answer is the "
        "same. What stands like this line is not an expert's."
    )
    return f"{words} {rest}"


def _untold(chapter: Chapter, titles: Sequence[str]) -> None:
    _ = chapter.labels
    if not titles:
        return
    chapter.heading(_("Still to be told"), 2)
    chapter.unwritten(_("Nobody has told anything about these topics yet."))
    for title in titles:
        chapter.body.line(BULLET, title)


def _topic(chapter: Chapter, topic: TopicBlock) -> None:
    """A table of values comes last, as it may need a page of its own."""
    chapter.heading(topic.title, 2)
    placed = _placed(topic)
    for section in sorted(topic.sections, key=lambda s: bool(s.values)):
        if section.values:
            _loose_ends(chapter, topic, placed.pop(None, []))
        with chapter.body.landscape() if is_wide(section.values) else nullcontext():
            _section(chapter, topic, section, placed.get(section.kind, []))
    if not any(section.values for section in topic.sections):
        _loose_ends(chapter, topic, placed.pop(None, []))


def _section(chapter: Chapter, topic: TopicBlock, section: Section, pictures: Sequence[Picture]) -> None:
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
    if topic.lacking:
        lacking = "; ".join(chapter.side(facet) for facet in topic.lacking)
        chapter.unwritten(_("Not recognised yet, or not told: {sides}.").format(sides=lacking))


def _placed(topic: TopicBlock) -> dict[Kind | None, list[Picture]]:
    """Each photo with the first part that quotes the answer it belongs to; None where no part does."""
    placed: dict[Kind | None, list[Picture]] = defaultdict(list)
    for picture in topic.pictures:
        placed[_part_of(topic, picture)].append(picture)
    return placed


def _part_of(topic: TopicBlock, picture: Picture) -> Kind | None:
    for section in topic.sections:
        if any(one.source.answer == picture.reference for one in section.statements()):
            return section.kind
    return None
