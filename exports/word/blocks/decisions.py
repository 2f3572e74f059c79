"""Where a draft needs a decision: remarks that a team works off in Word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from exports.draft.missing import NumberGap, ValueGap
from exports.draft.model import ComparisonRow, Draft, Paragraph, Statement, TopicBlock
from exports.labels import Labels
from sessions.release import Approved


def decisions(draft: Draft, labels: Labels) -> dict[int, tuple[str, ...]]:
    """The remarks at the statements of the topic blocks, by the id of the segment that they stand on.

    What must be read or approved is asked once per answer in each block, as blocks are cut apart later.
    """
    gaps: dict[int, list[ValueGap]] = defaultdict(list)
    for gap in draft.missing.values:
        gaps[gap.segment_id].append(gap)
    found: dict[int, list[str]] = defaultdict(list)
    for topic in draft.topics:
        for at, text in (*_of_topic(topic, gaps, labels), *_numbers(topic, draft.missing.numbers, labels)):
            found[at].append(text)
    return {at: tuple(texts) for at, texts in found.items()}


def differing(row: ComparisonRow, labels: Labels) -> str:
    """What to decide where experts differ."""
    _ = labels
    who = ", ".join(position.voice.label for position in row.positions)
    return _(
        "The experts differ here: {who}. Decide what the learner reads: both with their conditions, or ask when "
        "which one holds. Do not make an average of it."
    ).format(who=who)


def _of_topic(
    topic: TopicBlock, gaps: Mapping[int, list[ValueGap]], labels: Labels
) -> Iterator[tuple[int, str]]:
    for paragraph in topic.suggestions:
        if paragraph.statements:
            yield paragraph.statements[0].source.segment_id, _suggestion(topic, paragraph, labels)
    suggested = [one for paragraph in topic.suggestions for one in paragraph.statements]
    by_answer: dict[int, list[Statement]] = defaultdict(list)
    for one in (*topic.statements(), *suggested):
        by_answer[one.source.answer_id].append(one)
        for text in _remarks(one, gaps, labels):
            yield one.source.segment_id, text
    for said in by_answer.values():
        if text := _reading(said, labels):
            yield said[0].source.segment_id, text


def _remarks(one: Statement, gaps: Mapping[int, list[ValueGap]], labels: Labels) -> Iterator[str]:
    _ = labels
    if why := labels.doubt(one.doubt):
        yield _("{reference}: {why}. Play it, then put the text right or strike it.").format(
            reference=one.source.reference, why=why
        )
    for source in one.sources:
        for gap in gaps.get(source.segment_id, ()):
            yield _value(gap, labels)
    if one.also:
        yield _folded(one, labels)


def _reading(said: list[Statement], _: Labels) -> str:
    """What is still to be done with the text of an answer as a whole: look at it, have it approved."""
    first = said[0]
    changed, looked = first.approved is Approved.CHANGED, all(one.checked for one in said)
    if first.approved is Approved.AS_IT_IS:
        return ""
    if changed and looked:
        text = _("The text of {answer} changed since {who} approved it. Ask {who} to look at it again.")
    elif changed:
        text = _(
            "Nobody looked at {answer} since its text changed: listen while you read. Then ask {who}, who approved "
            "it before, to look at it again."
        )
    elif looked:
        text = _("{answer} has not been approved yet. Ask {who} to read it before you use it.")
    else:
        text = _(
            "Nobody looked at {answer} yet: listen while you read. Then ask {who} to approve it before you use it."
        )
    return text.format(answer=first.source.answer, who=first.source.voice.name)


def _suggestion(topic: TopicBlock, paragraph: Paragraph, _: Labels) -> str:
    words = dict.fromkeys(word for one in paragraph.statements for word in one.because)
    return _(
        "Is this about “{topic}”, yes or no? Yes: put it with the rest. No: take it out. It stands here because "
        "of: {words}."
    ).format(topic=topic.title, words=", ".join(words) or "–")


def _value(gap: ValueGap, _: Labels) -> str:
    return _("{value}: a value without its whole context. Ask {whom}: {fields}.").format(
        value=value_name(gap), whom=gap.whom, fields=field_names(gap.lacks, _)
    )


def _numbers(topic: TopicBlock, gaps: Iterable[NumberGap], _: Labels) -> Iterator[tuple[int, str]]:
    """One remark per answer for all its numbers in a block, also in what was folded, at the first of them."""
    by_segment = {gap.segment_id: gap for gap in gaps}
    found: dict[int, list[NumberGap]] = defaultdict(list)
    first: dict[int, int] = {}
    for one in topic.statements():
        here = [by_segment[source.segment_id] for source in one.sources if source.segment_id in by_segment]
        if here:
            first.setdefault(one.source.answer_id, one.source.segment_id)
            found[one.source.answer_id] += here
    for answer, at in first.items():
        yield at, _without_context(found[answer], _)


def _without_context(gaps: Sequence[NumberGap], _: Labels) -> str:
    whom = ", ".join(dict.fromkeys(gap.whom for gap in gaps))
    numbers = quoted(quote for gap in gaps for quote in gap.quotes)
    return _("Numbers without their context: {numbers}. Ask {whom}, and make value cards of them.").format(
        numbers=numbers, whom=whom
    )


def _folded(one: Statement, _: Labels) -> str:
    places = ", ".join(source.reference for source in one.sources)
    others = " ".join(f'"{source.reference}"' for source in one.also)
    return _(
        "Leave it as one, or put them apart? {places} say nearly the same, so it stands here once, in the words "
        "of the first. Apart: vakborg fold apart {others}"
    ).format(places=places, others=others)


def value_name(gap: ValueGap) -> str:
    """What was said of a value: "servospanning 40 V"."""
    return " ".join(part for part in (gap.quantity, gap.number, gap.unit) if part)


def quoted(words: Iterable[str]) -> str:
    """Words as they were said, each once, in running text: “3 mm”, “stand 12”."""
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))


def field_names(fields: Iterable[str], labels: Labels) -> str:
    """The names of fields of a value, in running text."""
    return ", ".join(labels.field(name).lower() for name in fields)
