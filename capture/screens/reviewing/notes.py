"""What stands below a fragment: its topics, facet, release, and what is still to be settled."""

from collections.abc import Iterator

from textual.content import Content

from capture.naming import level_name
from capture.reviewing.state import Line
from capture.screens.interviewing.key_bar import in_lines
from capture.screens.interviewing.strip import doing
from capture.screens.reviewing.marks import Mark, Marked, marked
from capture.screens.reviewing.wrapping import breaks
from capture.screens.showing import DOUBTS, MUTED, topic_title
from capture.wordreview.naming import about_told
from sessions import facets
from sessions.fragments import Fragment
from sessions.guides.model import Guide
from sessions.i18n import N_, ngettext
from sessions.i18n import gettext as _
from sessions.received import Wish
from sessions.release import Release
from sessions.text import clean_line
from sessions.transcript import Doubt, Value

_WISHES = {
    Wish.INTERNAL: N_("only internal (expert)"),
    Wish.NOT_TO_USE: N_("the expert does not want this used"),
}


def quiet_notes(line: Line, guide: Guide) -> Content:
    """All of it on one line, without the topics that come from the question and without reasons."""
    fragment = line.fragment
    shown = [m for m in marked(fragment) if m.mark in (Mark.GIVEN, Mark.SUGGESTED)]
    topics = [f"{m.mark} {topic_title(guide, m.topic)}" for m in shown]
    counts = [*_golden(line), *_counts(line)]
    parts = [*topics, *_facet(fragment), *_no_topic(fragment), *_release(fragment), *counts]
    return Content.styled("  ".join(parts), MUTED)


def _counts(line: Line) -> Iterator[str]:
    if line.remarks:
        yield f"» {len(line.remarks)}"
    if line.fragment.segment.doubt is not Doubt.NONE:
        yield _("! in doubt")
    if n := len(line.conflicts):
        yield ngettext("! {n} conflict", "! {n} conflicts", n).format(n=n)
    if n := len(line.proposals):
        yield ngettext("{n} proposal", "{n} proposals", n).format(n=n)
    if line.values:
        yield f"◆ {len(line.values)}"
    if line.found:
        yield f"◇ {len(line.found)}"


def full_notes(line: Line, guide: Guide, width: int) -> list[Content]:
    """All of it, over as many lines as it takes; each topic with its digit, to be clicked."""
    fragment = line.fragment
    topics = [_topic(number, one, guide) for number, one in enumerate(marked(fragment), 1)]
    short = [Content.styled(part, MUTED) for part in (*_no_topic(fragment), *_facet(fragment))]
    released = [Content.styled(part, "bold") for part in (*_release(fragment), *_golden(line))]
    flowing = in_lines([part for one in (*topics, *short, *released) for part in _wrapped(one, width)], width)
    told = (Content.styled(text, MUTED) for text in _told(line))
    lines = [*flowing, *(part for text in told for part in _wrapped(text, width))]
    return lines or [Content.styled(_("no topic yet"), MUTED) if line.counts else Content("")]


def _topic(number: int, one: Marked, guide: Guide) -> Content:
    digit = (f"{number} ", "bold $text-accent") if number < 10 else ""
    dim = one.mark in (Mark.ASKED, Mark.REJECTED)
    text = f"{one.mark} {topic_title(guide, one.topic)}"
    said = Content.assemble(digit, (text, MUTED if dim else ""), (_because(one), MUTED))
    return doing(said, f"topic({number})") if number < 10 else said


def _because(one: Marked) -> str:
    if one.mark is Mark.REJECTED:
        return " " + _("(rejected)")
    if one.mark is Mark.ASKED:
        return " " + (_("(from the question)") if one.counts else _("(from the question, not filed here)"))
    words = ", ".join(f"“{clean_line(word)}”" for word in one.because)
    if one.mark is Mark.SUGGESTED:
        return " " + (_("(suggested: {words})").format(words=words) if words else _("(suggested)"))
    return ""


def _no_topic(fragment: Fragment) -> list[str]:
    return [_("about no topic")] if fragment.segment.no_topic else []


def _facet(fragment: Fragment) -> list[str]:
    if fragment.facet is None:
        return [_("no facet")] if fragment.segment.facet_settled else []
    told = _("facet: {name}").format(name=facets.label(fragment.facet))
    return [told if fragment.facet_settled else told + " " + _("(proposal)")]


def _release(fragment: Fragment) -> list[str]:
    level = fragment.segment.release
    wish = [_(_WISHES[fragment.wish])] if fragment.wish in _WISHES else []
    if level is Release.STRUCK:
        return [*wish, _("struck: it goes into no document")]
    return wish or ([] if level is Release.INTERNAL else [level_name(level)])


def _golden(line: Line) -> list[str]:
    return ["★ " + _("golden quote")] if line.golden else []


def _told(line: Line) -> Iterator[str]:
    """What takes a sentence: doubts of the machine, conflicts, proposals, values."""
    doubt = line.fragment.segment.doubt
    if doubt is not Doubt.NONE:
        yield "! " + _(DOUBTS[doubt])
    for conflict in line.conflicts:
        told = _("! heard again as “{heard}”, here it says “{mine}”")
        yield told.format(heard=clean_line(conflict.heard), mine=clean_line(conflict.mine))
    for remark in line.remarks:
        told = _("» {name} remarks: {text}")
        said = told.format(name=clean_line(remark.by), text=clean_line(remark.text))
        yield f"{said} {about_told(remark.kind, remark.quote)}".rstrip()
    for one in line.proposals:
        told = _("proposal: “{heard}” becomes “{instead}”")
        doubtful = " " + _("(listen first)") if one.doubtful else ""
        yield told.format(heard=clean_line(one.heard), instead=clean_line(one.instead)) + doubtful
    for value in line.values:
        yield "◆ " + value_text(value)
    for found in line.found:
        yield "◇ " + _("“{quote}”: a value? There is no card yet").format(quote=clean_line(found.quote))


def value_text(value: Value) -> str:
    """A value card on one line, and whether something is missing on it."""
    told = clean_line(f"{value.quantity} {value.number} {value.unit}")
    return told if value.complete else told + " " + _("(card not complete)")


def _wrapped(text: Content, width: int) -> list[Content]:
    return [text[start:end] for start, end in breaks(text.plain, width)]
