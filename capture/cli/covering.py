"""``vakborg coverage``."""

from typing import Any

import click

from capture.cli.context import Desk, json_option, pass_desk, say, show, show_json, show_table, wrapped
from sessions.coverage import ToAsk, TopicCoverage, ask_next, cover
from sessions.facets import COVERED, label
from sessions.fragments import Fragment, SessionReading
from sessions.guides.model import Guide
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.store.interviews import guides_used
from sessions.store.reading import read_sessions

MOST_IN_ORDER = 3
"""Companies whose counts are joined as "2+0+1"; with more, only those that told something are named."""
MOST_QUESTIONS = 10


@click.command("coverage", help=_("What is covered per topic, facet and company, and what to ask next."))
@json_option
@pass_desk
def coverage_command(desk: Desk, as_json: bool) -> None:
    with desk.store() as store:
        guides = guides_used(store)
        readings = read_sessions(store)
    covered = [(guide, cover(guide, _told(guide, readings))) for guide in guides]
    if as_json:
        show_json([_record(guide, coverage) for guide, coverage in covered])
    elif not guides:
        say(_("No sessions yet. Start one with: vakborg session new --expert NAME --company NAME"))
    else:
        for guide, coverage in covered:
            _show(guide, coverage)


def _told(guide: Guide, readings: list[SessionReading]) -> list[Fragment]:
    return [f for r in readings if r.guide.id == guide.id for a in r.answers for f in a.fragments]


def _show(guide: Guide, coverage: list[TopicCoverage]) -> None:
    companies = sorted({name for c in coverage for name in c.companies})
    for number, name in enumerate(companies, start=1):
        show(f"{number} = {name}")
    show(_legend(len(companies)) + "\n")
    headings = ["", _("topic"), *(label(f) for f in COVERED), _("other")]
    show_table(headings, [_row(c, companies) for c in coverage])
    _show_next(ask_next(guide, coverage, most=len(coverage)))


def _legend(companies: int) -> str:
    if companies < 2:
        return _("Numbers are fragments; a topic without any is left blank.")
    if companies <= MOST_IN_ORDER:
        return _("Numbers are fragments, per company in this order (1+0: only the first); blank is none.")
    return _("Numbers are fragments per company (3:2 is two of company 3); blank is none.")


def _row(coverage: TopicCoverage, companies: list[str]) -> list[str]:
    per_facet = [coverage.facets.get(facet, {}) for facet in COVERED]
    other = {name: n - sum(counts.get(name, 0) for counts in per_facet) for name, n in coverage.told.items()}
    counts = [_counts(by_company, companies) for by_company in [*per_facet, other]]
    return [coverage.module_id, coverage.topic.title, *counts]


def _counts(by_company: dict[str, int], companies: list[str]) -> str:
    """Fragments per company: "2", "2+0" for the first of two, or "1:2 4:1" where they are many."""
    counts = [by_company.get(name, 0) for name in companies]
    if not any(counts):
        return ""
    if len(companies) <= MOST_IN_ORDER:
        return "+".join(str(n) for n in counts)
    return " ".join(f"{number}:{n}" for number, n in enumerate(counts, start=1) if n)


def _show_next(asks: list[ToAsk]) -> None:
    """The questions that fill most, each once with all that it would fill."""
    by_question: dict[str, list[ToAsk]] = {}
    for ask in asks:
        by_question.setdefault(ask.question.id, []).append(ask)
    if by_question:
        show("\n" + _("Ask next:"))
    for same in list(by_question.values())[:MOST_QUESTIONS]:
        _show_question(same)
    if (more := len(by_question) - MOST_QUESTIONS) > 0:
        show("\n" + ngettext("… and {n} more question", "… and {n} more questions", more).format(n=more))


def _show_question(asks: list[ToAsk]) -> None:
    question = asks[0].question
    show("\n" + wrapped(f"{question.id}  {question.text}", 7))
    for ask in asks:
        facets = ", ".join(label(f) for f in ask.facets)
        show(wrapped(f"       {ask.topic.title}: {facets}", 9))
    for probe in dict.fromkeys(p for ask in asks for p in ask.probes):
        show(wrapped(f"       - {probe.text}", 9))


def _record(guide: Guide, coverage: list[TopicCoverage]) -> dict[str, Any]:
    return {
        "guide": guide.id,
        "topics": [
            {
                "module": c.module_id,
                "topic": c.topic.slug,
                "fragments": c.fragments,
                "companies": list(c.companies),
                "facets": {f.value: counts for f, counts in c.facets.items()},
                "missing": [f.value for f in c.missing],
            }
            for c in coverage
        ],
        "ask_next": [
            {
                "topic": a.topic.slug,
                "facets": [f.value for f in a.facets],
                "question": a.question.id,
                "probes": [p.text for p in a.probes],
            }
            for a in ask_next(guide, coverage)
        ],
    }
