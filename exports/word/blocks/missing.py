"""What is still missing, as a list that an interviewer can take to the next session."""

from collections.abc import Sequence
from itertools import groupby

from exports.draft.missing import Missing, OneCompany, QuestionGap, TopicGap, Unapproved, Unfinished, ValueGap
from exports.labels import Labels
from exports.word.blocks.chapter import MISSING, Chapter
from exports.word.blocks.decisions import field_names, value_name
from exports.word.blocks.saying import refer
from exports.word.body import Line
from exports.word.styles import ASKED, BULLET, LABEL, SOURCE
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
    if gaps.values:
        _values(chapter, gaps.values)
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


def _question(chapter: Chapter, gap: QuestionGap) -> None:
    """The question once, and under it whom to ask and what it would fill."""
    _ = chapter.labels
    chapter.body.line(ASKED, gap.text).text(f" [{gap.question_id}]", SOURCE)
    _bullet(chapter, _("ask"), _people(gap.whom, _))
    if gap.topics:
        _bullet(chapter, _("nothing yet about"), "; ".join(gap.topics))
    for probe in gap.probes:
        line = _bullet(chapter, _.facet(probe.facet), probe.text, "; ".join(probe.topics))
        if probe.whom:
            line.text(" " + _("Ask {whom}.").format(whom=_people(probe.whom, _)), SOURCE)


def _people(whom: Sequence[str], _: Labels) -> str:
    return "; ".join(whom) if whom else _("nobody has been asked this yet")


def _without_probe(gap: TopicGap) -> list[Facet]:
    return [one.facet for one in gap.facets if not one.ask]


def _unasked(chapter: Chapter, gaps: Sequence[TopicGap]) -> None:
    _ = chapter.labels
    chapter.heading(_("Not in the guide's probes"), 2)
    for gap in gaps:
        _bullet(chapter, gap.title, ", ".join(chapter.labels.facet(f) for f in _without_probe(gap)))


def _values(chapter: Chapter, gaps: Sequence[ValueGap]) -> None:
    _ = chapter.labels
    chapter.heading(_("Values without their context"), 2)
    for gap in gaps:
        line = _bullet(chapter, value_name(gap), field_names(gap.lacks, _)).text(" ")
        refer(chapter, line, gap.segment_id, gap.reference)
        asked = _("Ask {whom}: {question}") if gap.ask else _("Ask {whom}.")
        line.text(" " + asked.format(whom=gap.whom, question=gap.ask))


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
    for company, topics in groupby(by_company, key=lambda gap: gap.company):
        _bullet(chapter, company, "; ".join(gap.title for gap in topics))


def _unfinished(chapter: Chapter, gaps: Sequence[Unfinished]) -> None:
    _ = chapter.labels
    chapter.heading(_("Answers without text, or without all of it"), 2)
    for gap in gaps:
        _bullet(chapter, gap.code, f"{gap.question} ({_(_STATES[gap.state])})", gap.question_id)


def _bullet(chapter: Chapter, label: str, text: str, code: str = "") -> Line:
    line = chapter.body.line(BULLET).text(f"{label}: " if text else label, LABEL)
    line.text(text)
    return line.text(f" [{code}]", SOURCE) if code else line
