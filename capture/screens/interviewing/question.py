"""The question at hand: how far it is, its words, why it is asked, its probes, and what was said before."""

from collections.abc import Sequence

from textual.content import Content

from capture.interviewing.state import Snapshot, Standing
from capture.naming import state_name
from capture.screens.interviewing.guide_list import overview
from capture.screens.interviewing.method import kind_name, why
from capture.screens.interviewing.strip import doing
from capture.screens.showing import MUTED
from sessions import facets
from sessions.fragments import Fragment, clock
from sessions.guides.model import Probe, Question
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.interview import AnswerState
from sessions.text import clean_line


def standing_line(now: Snapshot) -> Content:
    """The question's id, its place in the module, its kind, and what there is of its answer."""
    standing = now.standing
    head = clean_line(standing.question.id)
    parts = [Content.styled(p, MUTED) for p in (kind_name(standing.question.kind), *_kept(standing))]
    if standing.flagged:
        parts.insert(0, Content.styled(_("⚑ come back"), "bold $text-accent"))
    if now.case:
        parts.append(Content.styled(_("case: {title}").format(title=clean_line(now.case.title)), MUTED))
    return Content.assemble((head, "bold"), "  ", overview(now), "  ") + Content.styled(" · ", MUTED).join(
        parts
    )


def _kept(standing: Standing) -> list[str]:
    parts = [] if standing.state is AnswerState.OPEN else [state_name(standing.state)]
    if reason := clean_line(standing.skipped_because):
        parts.append(f"“{reason}”")
    if standing.takes:
        takes = ngettext("{n} take", "{n} takes", standing.takes).format(n=standing.takes)
        parts.append(f"{takes} {clock(standing.seconds)}" if standing.seconds else takes)
    if n := len(standing.attachments):
        parts.append(ngettext("{n} photo or file", "{n} photos or files", n).format(n=n))
    if clean_line(standing.note):
        parts.append(_("with a note"))
    return parts


def words(question: Question) -> Content:
    """The question as it is asked."""
    return Content(clean_line(question.text))


def reason(question: Question) -> Content:
    """Why it is asked like this."""
    return Content(why(question.kind))


def probes(standing: Standing, width: int, *, roomy: bool = False) -> Content:
    """The probes with their numbers, a tick where asked, in ``width`` cells; a click marks one."""
    numbered = enumerate(standing.question.probes, 1)
    lines = [_probe(n, probe, n in standing.asked, width) for n, probe in numbered]
    return Content("\n\n" if roomy else "\n").join(lines)


def _probe(number: int, probe: Probe, asked: bool, width: int) -> Content:
    head = Content.assemble((f"{number} ", "bold"), ("✔ " if asked else "☐ "))
    facet = Content.styled(f" ({facets.label(probe.facet)})", MUTED)
    text = Content.styled(clean_line(probe.text), MUTED if asked else "") + facet
    return doing(_hanging(head, text, width), f"probe({number})")


def _hanging(head: Content, text: Content, width: int) -> Content:
    """``text`` wrapped after ``head``, its further lines below its first."""
    indent = " " * head.cell_length
    lines = text.wrap(max(20, width - head.cell_length))
    return head + Content("\n" + indent).join(lines)


def told_so_far(fragments: Sequence[Fragment]) -> Content:
    """The expert's own sentences, each with where it was said."""
    heading = Content.styled(_("What was said on this so far; say it back in your own words:"), "bold")
    lines = [
        Content.assemble((clean_line(f.reference) + "  ", MUTED), clean_line(f.segment.text))
        for f in fragments
    ]
    return Content("\n").join([heading, *lines]) if lines else Content("")
