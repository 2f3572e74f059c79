"""Where a draft needs a decision: remarks that a team works off in Word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from exports.draft.missing import ValueGap
from exports.draft.model import ComparisonRow, Draft, Statement
from exports.draft.sources import prefix_and_time
from exports.labels import Labels
from sessions.release import Approved


def decisions(draft: Draft, labels: Labels) -> dict[int, tuple[str, ...]]:
    """The remarks at the statements of the topic blocks, by the id of the segment that they stand on.

    What must be approved is asked once per answer, at the first statement from it.
    """
    found: dict[int, list[str]] = defaultdict(list)
    gaps = {gap.segment_id: gap for gap in draft.missing.values}
    answers: set[int] = set()
    for one in draft.statements():
        found[one.source.segment_id] += _remarks(one, gaps, answers, labels)
    return {at: tuple(texts) for at, texts in found.items() if texts}


def differing(row: ComparisonRow, labels: Labels) -> str:
    """What to decide where experts differ."""
    _ = labels
    who = ", ".join(position.voice.label for position in row.positions)
    return _(
        "The experts differ here: {who}. Decide what the learner reads: both with their conditions, or ask when "
        "which one holds. Do not make an average of it."
    ).format(who=who)


def _remarks(one: Statement, gaps: dict[int, ValueGap], answers: set[int], labels: Labels) -> Iterator[str]:
    _ = labels
    if why := labels.doubt(one.doubt):
        yield _("{reference}: {why}. Play it, then put the text right or strike it.").format(
            reference=one.source.reference, why=why
        )
    if one.approved is not Approved.AS_IT_IS and one.source.answer_id not in answers:
        answers.add(one.source.answer_id)
        yield _approval(one, labels)
    for source in one.sources:
        if gap := gaps.get(source.segment_id):
            yield _value(gap, labels)
    if one.also:
        yield _folded(one, labels)


def _approval(one: Statement, _: Labels) -> str:
    answer, _time = prefix_and_time(one.source.reference)
    code, who = answer.partition("/")[0], one.source.voice.name
    if one.approved is Approved.CHANGED:
        text = _("The text of {answer} changed since {who} approved it. Ask {who} to look at it again.")
    else:
        text = _("{answer} has not been approved yet. Ask {who} to read it before you use it.")
    return text.format(answer=code, who=who)


def _value(gap: ValueGap, _: Labels) -> str:
    return _("{value}: a value without its whole context. Ask {whom}: {fields}.").format(
        value=value_name(gap), whom=gap.whom, fields=field_names(gap.lacks, _)
    )


def _folded(one: Statement, _: Labels) -> str:
    places = ", ".join(source.reference for source in one.sources)
    others = " ".join(f'"{source.reference}"' for source in one.also)
    return _(
        "{places} say nearly the same, so it stands here once, in the words of the first. If it is not the "
        "same: vakborg fold apart {others}"
    ).format(places=places, others=others)


def value_name(gap: ValueGap) -> str:
    """What was said of a value: "servospanning 40 V"."""
    return " ".join(part for part in (gap.quantity, gap.number, gap.unit) if part)


def field_names(fields: Iterable[str], labels: Labels) -> str:
    """The names of fields of a value, in running text."""
    return ", ".join(labels.field(name).lower() for name in fields)
