"""What is still missing, as a list that an interviewer can take to the next session."""

from collections.abc import Sequence
from itertools import groupby

from exports.draft.missing import (
    Missing,
    NumberGap,
    OneCompany,
    QuestionGap,
    TopicGap,
    Unapproved,
    Unfinished,
    Unsaid,
    ValueGap,
)
from exports.draft.model import Draft
from exports.labels import Labels
from exports.word.blocks.chapter import MISSING, Chapter
from exports.word.blocks.decisions import field_names, quoted, value_name
from exports.word.blocks.saying import refer
from exports.word.body import Line
from exports.word.styles import ASKED, BULLET, LABEL, NOTE, SOURCE
from exports.word.tables import Column
from sessions.facets import Facet
from sessions.i18n import N_
from sessions.interview import AnswerState
from sessions.release import Approved

_STATES = {
    AnswerState.OPEN: N_("not asked yet"),
    AnswerState.SKIPPED: N_("skipped"),
    AnswerState.RECORDED: N_("recorded, not transcribed yet"),
    AnswerState.FAILED: N_("transcribing failed"),
    AnswerState.TRANSCRIBED: N_("transcribed, without text that may be used"),
    AnswerState.WITHDRAWN: N_("taken back by the expert"),
}


_TO_DO = {
    AnswerState.OPEN: N_("Ask {whom}."),
    AnswerState.SKIPPED: N_("Ask {whom}."),
    AnswerState.RECORDED: N_("Have it transcribed."),
    AnswerState.FAILED: N_("Have it transcribed again, or ask {whom} once more."),
    AnswerState.TRANSCRIBED: N_("Listen to it, or ask {whom} once more."),
    AnswerState.WITHDRAWN: N_("Ask {whom}."),
}


def missing(chapter: Chapter) -> None:
    """The gaps, each with the question to ask and whom."""
    gaps, _ = chapter.draft.missing, chapter.labels
    chapter.heading(_("Still missing"), 1, MISSING)
    if gaps == Missing():
        chapter.unwritten(_("Nothing is missing that can be counted."))
    if silent := [gap for gap in gaps.topics if gap.silent]:
        _silent(chapter, silent)
    if gaps.questions:
        _questions(chapter, gaps.questions)
    if unasked := [gap for gap in gaps.topics if _without_probe(gap)]:
        _unasked(chapter, unasked)
    _about_values(chapter, gaps)
    if gaps.unapproved:
        _unapproved(chapter, gaps.unapproved)
    if gaps.one_company:
        _one_company(chapter, gaps.one_company)
    if gaps.unfinished:
        _unfinished(chapter, gaps.unfinished)


def _silent(chapter: Chapter, gaps: Sequence[TopicGap]) -> None:
    _ = chapter.labels
    chapter.heading(_("Nobody has spoken about this yet"), 2)
    for gap in gaps:
        _bullet(chapter, gap.title, _beside(gap, chapter.labels))


def _beside(gap: TopicGap, _: Labels) -> str:
    notes = [_("only the suggestions above")] if gap.suggested else []
    if gap.withheld:
        notes.append(
            _.ngettext("{n} fragment is not released yet", "{n} fragments are not released yet", gap.withheld)
        )
    return ", ".join(notes)


def _questions(chapter: Chapter, gaps: Sequence[QuestionGap]) -> None:
    _ = chapter.labels
    chapter.heading(_("What to ask next"), 2)
    for gap in gaps:
        _question(chapter, gap)


def _asked_already(chapter: Chapter) -> str:
    """What to do about a question for which nobody is left."""
    _ = chapter.labels
    if _is_first(chapter.draft):
        return _("nobody has been asked this yet")
    return _("everybody was asked this already: ask on")


def _is_first(draft: Draft) -> bool:
    """Whether nobody was interviewed yet, as far as the draft knows."""
    return not (draft.voices or draft.missing.unfinished or draft.counts.withheld)


def _question(chapter: Chapter, gap: QuestionGap) -> None:
    """The question once, and under it whom to ask and what it would fill."""
    _ = chapter.labels
    chapter.body.line(ASKED, gap.text).text(f" [{gap.question_id}]", SOURCE)
    _bullet(chapter, _("ask"), "; ".join(gap.whom) or _asked_already(chapter))
    if gap.topics:
        _bullet(chapter, _("nothing yet about"), "; ".join(gap.topics))
    for probe in gap.probes:
        line = _bullet(chapter, chapter.side(probe.facet), probe.text, "; ".join(probe.topics))
        _ask(line, probe.whom, _)


def _ask(line: Line, whom: Sequence[str], _: Labels) -> None:
    if whom:
        line.text(" " + _("Ask {whom}.").format(whom="; ".join(whom)), SOURCE)


def _without_probe(gap: TopicGap) -> list[Facet]:
    return [one.facet for one in gap.facets if not one.ask]


def _unasked(chapter: Chapter, gaps: Sequence[TopicGap]) -> None:
    _ = chapter.labels
    chapter.heading(_("Not told yet, and without a ready question in the guide"), 2)
    chapter.unwritten(_("Think of a question of your own that asks for this."))
    for gap in gaps:
        line = _bullet(chapter, gap.title, "; ".join(chapter.side(f) for f in _without_probe(gap)))
        _ask(line, gap.whom, _)


def _about_values(chapter: Chapter, gaps: Missing) -> None:
    if gaps.values:
        _values(chapter, gaps.values)
    if gaps.numbers:
        _numbers(chapter, gaps.numbers)
    if gaps.unsaid:
        _unsaid(chapter, gaps.unsaid)


def _values(chapter: Chapter, gaps: Sequence[ValueGap]) -> None:
    _ = chapter.labels
    chapter.heading(_("Values without their context"), 2)
    for gap in gaps:
        line = _bullet(chapter, value_name(gap), field_names(gap.lacks, _)).text(" ")
        refer(chapter, line, gap.segment_id, gap.reference)
        asked = _("Ask {whom}: {question}") if gap.ask else _("Ask {whom}.")
        line.text(" " + asked.format(whom=gap.whom, question=gap.ask))


def _numbers(chapter: Chapter, gaps: Sequence[NumberGap]) -> None:
    """Whom to ask about which numbers; what to ask is the same for all of them."""
    _ = chapter.labels
    chapter.heading(_("Numbers without a value card"), 2)
    if ask := next((gap.ask for gap in gaps if gap.ask), ""):
        chapter.body.line(ASKED, ask)
    for whom in dict.fromkeys(gap.whom for gap in gaps):
        line, between = _bullet(chapter, _("ask"), whom), ": "
        for gap in gaps:
            if gap.whom == whom:
                line.text(f"{between}{quoted(gap.quotes)} ")
                refer(chapter, line, gap.segment_id, gap.reference)
                between = "; "


def _unsaid(chapter: Chapter, places: Sequence[Unsaid]) -> None:
    _ = chapter.labels
    chapter.heading(_("Values that are held back"), 2)
    chapter.body.line(
        NOTE, _("The value does not stand in the text any more. Put the value or the text right.")
    )
    for place in places:
        refer(chapter, chapter.body.line(BULLET), place.segment_id, place.reference)


def _unapproved(chapter: Chapter, gaps: Sequence[Unapproved]) -> None:
    _ = chapter.labels
    chapter.heading(_("Answers that are not approved"), 2)
    heads = ((_("Answer"), 2.2), (_("Question"), 7.0), (_("Ask"), 3.8), (_("State"), 3.0))
    grid = chapter.body.table(
        [Column(*head) for head in heads], _("Answers to be approved before this module is used")
    )
    for gap in gaps:
        code, question, whom, state = grid.row()
        code.text(gap.code, LABEL)
        question.text(gap.question).text(f" [{gap.question_id}]", SOURCE)
        whom.text(gap.whom)
        state.text(_.approval(Approved.CHANGED if gap.changed else Approved.NOT_YET))


def _one_company(chapter: Chapter, gaps: Sequence[OneCompany]) -> None:
    _ = chapter.labels
    chapter.heading(_("Told by one company only"), 2)
    by_company = sorted(gaps, key=lambda gap: gap.company)
    for company, group in groupby(by_company, key=lambda gap: gap.company):
        topics = list(group)
        chapter.body.line(ASKED, _("Only {company} told about this").format(company=company))
        for gap in topics:
            _bullet(
                chapter,
                gap.title,
                gap.asks[0].text if gap.asks else "",
                *(a.question_id for a in gap.asks[:1]),
            )
        whom = "; ".join(topics[0].whom) or _("somebody of another company, who was not interviewed yet")
        _bullet(chapter, _("ask"), whom)


def _unfinished(chapter: Chapter, gaps: Sequence[Unfinished]) -> None:
    _ = chapter.labels
    chapter.heading(_("Answers without text, or without all of it"), 2)
    for gap in gaps:
        line = _bullet(chapter, gap.code, f"{gap.question} ({_(_STATES[gap.state])})", gap.question_id)
        line.text(" " + _(_TO_DO[gap.state]).format(whom=gap.whom or gap.code), SOURCE)


def _bullet(chapter: Chapter, label: str, text: str, code: str = "") -> Line:
    line = chapter.body.line(BULLET).text(f"{label}: " if text else label, LABEL)
    line.text(text)
    return line.text(f" [{code}]", SOURCE) if code else line
