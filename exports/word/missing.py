"""What is still missing, as a list that an interviewer can take to the next session."""

from collections.abc import Sequence
from itertools import groupby

from docx.document import Document

from exports.draft import Draft
from exports.labels import Labels
from exports.missing import QuestionGap, TopicGap, Unfinished
from exports.word.contents import Contents
from exports.word.fields import add_text
from exports.word.styles import ASKED, LABEL, SOURCE
from sessions.facets import Facet
from sessions.i18n import N_
from sessions.interview import AnswerState

_STATES = {
    AnswerState.OPEN: N_("not asked yet"),
    AnswerState.SKIPPED: N_("skipped"),
    AnswerState.RECORDED: N_("recorded, not transcribed yet"),
    AnswerState.FAILED: N_("transcribing failed"),
    AnswerState.TRANSCRIBED: N_("transcribed, without text that may be used"),
}


def add_missing(document: Document, contents: Contents, draft: Draft, _: Labels) -> None:
    """The gaps of a draft, grouped by topic; nothing where there are none."""
    gaps = draft.missing
    if not (gaps.topics or gaps.unfinished or gaps.one_company):
        return
    contents.heading(_("Still missing"), 1)
    if silent := [gap for gap in gaps.topics if gap.silent]:
        contents.heading(_("Nobody has spoken about this yet"), 3)
        for gap in silent:
            _bullet(document, "", _silent(gap, _))
    _questions(document, contents, gaps.questions, _)
    if unasked := [gap for gap in gaps.topics if _unasked(gap)]:
        contents.heading(_("Not in the guide's probes"), 3)
        for gap in unasked:
            _bullet(document, gap.title, ", ".join(_.facet(facet) for facet in _unasked(gap)))
    if gaps.one_company:
        contents.heading(_("Told by one company only"), 3)
        _one_company(document, draft, _)
    if gaps.unfinished:
        contents.heading(_("Answers without text, or without all of it"), 3)
        for answer in gaps.unfinished:
            _unfinished(document, answer, _)


def _silent(gap: TopicGap, _: Labels) -> str:
    return _("{topic} (only the suggestions above)").format(topic=gap.title) if gap.suggested else gap.title


def _questions(document: Document, contents: Contents, gaps: Sequence[QuestionGap], _: Labels) -> None:
    if gaps:
        contents.heading(_("What to ask next"), 3)
    for gap in gaps:
        _question(document, gap, _)


def _question(document: Document, gap: QuestionGap, _: Labels) -> None:
    """The question once, and under it what it would fill."""
    paragraph = document.add_paragraph(style=ASKED)
    add_text(paragraph, gap.text)
    add_text(paragraph, f" [{gap.question_id}]", SOURCE)
    if gap.topics:
        _bullet(document, _("nothing yet about"), "; ".join(gap.topics))
    for probe in gap.probes:
        _bullet(document, _.facet(probe.facet), probe.text, "; ".join(probe.topics))


def _unasked(gap: TopicGap) -> list[Facet]:
    return [one.facet for one in gap.facets if not one.ask]


def _one_company(document: Document, draft: Draft, _: Labels) -> None:
    by_company = sorted(draft.missing.one_company, key=lambda o: o.company)
    for company, topics in groupby(by_company, key=lambda o: o.company):
        _bullet(document, company, "; ".join(t.title for t in topics))


def _unfinished(document: Document, answer: Unfinished, _: Labels) -> None:
    text = f"{answer.question} ({_(_STATES[answer.state])})"
    _bullet(document, answer.code, text, answer.question_id)


def _bullet(document: Document, label: str, text: str, code: str = "") -> None:
    paragraph = document.add_paragraph(style="List Bullet")
    if label:
        add_text(paragraph, f"{label}: ", LABEL)
    add_text(paragraph, text)
    if code:
        add_text(paragraph, f" [{code}]", SOURCE)
