"""What somebody has to decide before a draft is good."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from textwrap import shorten

from capture.drafts.rows import Row, own
from exports.draft.missing import Unapproved, ValueGap
from exports.draft.model import Comparison, ComparisonRow, Draft, Statement, Verdict
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.transcript import Doubt

MOST = 4
"""Lines of one kind that stand at the top; the others have their mark in the text."""

_SHORT = 60


def differences(draft: Draft) -> list[tuple[Comparison, ComparisonRow]]:
    """Every point on which experts differ."""
    return [(c, row) for c in draft.comparisons for row in c.with_verdict(Verdict.DIFFER)]


def gaps(draft: Draft) -> int:
    """How many things are still missing: topics, values without context, answers without text."""
    lacking = draft.missing
    return len(lacking.topics) + len(lacking.values) + len(lacking.unfinished)


def decisions(draft: Draft) -> tuple[Row, ...]:
    """What needs a decision, each leading to the fragment that it is about."""
    return (
        *_released(draft),
        *_few([_difference(c, row) for c, row in differences(draft)]),
        *_few([_doubtful(s) for s in draft.statements() if s.doubt is not Doubt.NONE]),
        *_few([incomplete(gap) for gap in draft.missing.values]),
        *_few([_unapproved(draft, one) for one in draft.missing.unapproved]),
    )


def _released(draft: Draft) -> Iterator[Row]:
    if n := draft.counts.withheld:
        told = ngettext(
            "{n} fragment about this is not released to this audience yet: in the review, or with “vakborg release”.",
            "{n} fragments about this are not released to this audience yet: in the review, or with “vakborg "
            "release”.",
            n,
        )
        yield own(told.format(n=n), needs=True)


def _few(rows: Sequence[Row]) -> Iterable[Row]:
    yield from islice(rows, MOST)
    if len(rows) > MOST:
        told = ngettext(
            "And {n} more like it, marked ! in the text.",
            "And {n} more like these, marked ! in the text.",
            len(rows) - MOST,
        )
        yield own(told.format(n=len(rows) - MOST))


def _difference(comparison: Comparison, row: ComparisonRow) -> Row:
    first = next((s for p in row.positions for s in p.statements), None)
    told = _("Experts differ: {question}").format(question=comparison.question)
    if row.because:
        told += " " + _("({words})").format(words=", ".join(row.because))
    return _about(told, first)


def _doubtful(statement: Statement) -> Row:
    return _about(_("Listen again: “{text}”").format(text=statement.text), statement)


def incomplete(gap: ValueGap) -> Row:
    """A value that lacks context, and whom to ask."""
    told = _("A value without its whole context: {quantity} {number} {unit}. Ask {whom}.").format(
        quantity=gap.quantity, number=gap.number, unit=gap.unit, whom=gap.whom
    )
    return own(told, segment_id=gap.segment_id, needs=True, reference=gap.reference)


def _unapproved(draft: Draft, one: Unapproved) -> Row:
    if one.changed:
        told = _("Changed since {whom} agreed to it: {question}")
    else:
        told = _("Not approved yet by {whom}: {question}")
    text = told.format(whom=one.whom, question=shorten(one.question, _SHORT, placeholder=" …"))
    return own(text, segment_id=_first_of(draft, one.code), needs=True, reference=one.code)


def _first_of(draft: Draft, code: str) -> int:
    answers = (a for session in draft.sources for a in session.answers if a.code == code)
    return next((line.segment_id for a in answers for line in a.lines), 0)


def _about(told: str, statement: Statement | None) -> Row:
    if statement is None:
        return own(told, needs=True)
    source = statement.source
    return own(told, segment_id=source.segment_id, needs=True, reference=source.reference)
