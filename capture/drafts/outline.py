"""A whole draft as blocks of text, in the order of the document."""

from collections.abc import Iterator, Sequence

from capture.drafts.deciding import decisions, incomplete
from capture.drafts.parts import parts
from capture.drafts.rows import Block, Row, all_said, block, of_guide, own, subheading
from capture.drafts.topics import topic
from exports.draft.missing import Missing, NumberGap
from exports.draft.model import Draft
from sessions.facets import label
from sessions.i18n import gettext as _

Who = Sequence[str]
"""Experts of the programme, as people call them here."""


def outline(draft: Draft, experts: Who = ()) -> tuple[Block, ...]:
    """What needs a decision first, then the draft; without any statement what to ask, and whom."""
    if not draft.counts.statements:
        return (_empty(draft, experts), _about(draft))
    return (
        _deciding(draft),
        _about(draft),
        *map(topic, draft.topics),
        *parts(draft),
        _missing(draft.missing),
    )


def _deciding(draft: Draft) -> Block:
    rows = decisions(draft)
    return block(_("To decide"), rows or [own(_("Nothing: this draft can go on to Word."))])


def _empty(draft: Draft, experts: Who) -> Block:
    rows = [own(_("There is no statement in this draft yet."), needs=True), *decisions(draft)]
    if draft.missing.questions:
        rows.append(subheading(_("What to ask")))
        rows += [of_guide(q.text, q.question_id) for q in draft.missing.questions]
    if experts:
        rows.append(subheading(_("Whom")))
        rows += [of_guide(name, "-") for name in experts]
    return block(_("What to do"), rows)


def _about(draft: Draft) -> Block:
    return block(_("About this module"), _facts(draft))


def _facts(draft: Draft) -> Iterator[Row]:
    for name, value in ((_("Level"), draft.level), (_("Study time"), draft.study_time)):
        yield of_guide(value, name) if value else own(_("{what}: still to be filled in").format(what=name))
    if draft.voices:
        yield own(_("Told by {names}").format(names=", ".join(_named(draft))))
    yield subheading(_("Learning goals"))
    yield from (of_guide(goal, "-") for goal in draft.goals)
    if known := (*draft.prior, *draft.earlier):
        yield subheading(_("What the learner knows already"))
        yield from (of_guide(one, "-") for one in known)
    if draft.quote:
        yield subheading(_("Why it matters"))
        yield from all_said(draft.quote.statements)


def _named(draft: Draft) -> list[str]:
    """Everybody who speaks, each once; several of one company without their names are one."""
    names = (v.name if v.company in v.name else f"{v.name} ({v.company})" for v in draft.voices)
    return list(dict.fromkeys(names))


def _missing(lacking: Missing) -> Block:
    rows = tuple(_lacks(lacking))
    return block(_("Still missing"), rows or [own(_("Nothing is missing."))])


def _numbers(gap: NumberGap) -> Row:
    words = ", ".join(f"“{quote}”" for quote in gap.quotes)
    told = _("A number without its context: {numbers}. Ask {whom}.").format(numbers=words, whom=gap.whom)
    return own(told, segment_id=gap.segment_id, needs=True, reference=gap.reference)


def _lacks(lacking: Missing) -> Iterator[Row]:
    for gap in lacking.topics:
        lacks = _("nothing yet") if gap.silent else ", ".join(label(f.facet) for f in gap.facets)
        yield own(f"{gap.title}: {lacks}")
    yield from map(incomplete, lacking.values)
    yield from map(_numbers, lacking.numbers)
    for one in lacking.one_company:
        yield own(_("Only {company} spoke about {topic}.").format(company=one.company, topic=one.title))
    for answer in lacking.unfinished:
        told = _("This answer brought no text, or not all of it: {question}").format(question=answer.question)
        yield own(told, reference=answer.code)
    if lacking.questions:
        yield subheading(_("What to ask"))
    for question in lacking.questions:
        yield of_guide(question.text, question.question_id)
        yield from (of_guide(probe.text, "-", 1) for probe in question.probes)
