"""What is still missing, as a list that an interviewer can take to the next session."""

from itertools import groupby

from docx.document import Document

from exports.draft import Draft
from exports.labels import Labels
from exports.missing import TopicGap, Unfinished
from exports.word.contents import Contents
from exports.word.fields import add_text
from exports.word.styles import LABEL, SOURCE
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
    if gaps.topics:
        intro = _("What nobody has told yet, with the guide's question that asks for it.")
        add_text(document.add_paragraph(), intro)
    for gap in gaps.topics:
        _topic(document, contents, gap, _)
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


def _silent(document: Document, gap: TopicGap, _: Labels) -> None:
    text = _("Nobody has spoken about this yet. Ask:") if gap.asks else _("Nobody has spoken about this yet.")
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = bool(gap.asks)
    add_text(paragraph, text)
    for ask in gap.asks:
        _bullet(document, "", ask.text, ask.question_id)


def _topic(document: Document, contents: Contents, gap: TopicGap, _: Labels) -> None:
    asks = [(one.facet, one.ask) for one in gap.facets if one.ask]
    if gap.silent or asks:
        contents.heading(gap.title, 3)
    if gap.silent:
        _silent(document, gap, _)
    for facet, ask in asks:
        _bullet(document, _.facet(facet), ask.text, ask.question_id)


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
