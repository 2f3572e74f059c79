"""``vakborg coverage``."""

from typing import Any

import click

from capture.cli.context import Desk, json_option, pass_desk, say, show, show_json, show_table
from sessions.coverage import ToAsk, TopicCoverage, ask_next, cover
from sessions.facets import COVERED, label
from sessions.guides.model import Guide
from sessions.i18n import gettext as _
from sessions.store.interviews import guides_used
from sessions.store.reading import read_sessions


@click.command("coverage", help=_("What is covered per topic, facet and company, and what to ask next."))
@json_option
@pass_desk
def coverage_command(desk: Desk, as_json: bool) -> None:
    with desk.store() as store:
        guides = guides_used(store)
        readings = read_sessions(store)
    if not guides:
        say(_("No sessions yet. Start one with: vakborg session new --expert NAME --company NAME"))
    for guide in guides:
        fragments = [f for r in readings if r.guide.id == guide.id for a in r.answers for f in a.fragments]
        coverage = cover(guide, fragments)
        if as_json:
            show_json(_record(guide, coverage))
        else:
            _show(guide, coverage)


def _show(guide: Guide, coverage: list[TopicCoverage]) -> None:
    companies = sorted({name for c in coverage for name in c.companies})
    for number, name in enumerate(companies, start=1):
        show(f"{number} = {name}")
    show(_("Numbers are fragments; a topic without any is left blank.") + "\n")
    headings = ["", _("topic"), *(label(f) for f in COVERED), _("other"), _("companies")]
    show_table(headings, [_row(c, companies) for c in coverage])
    _show_next(ask_next(guide, coverage))


def _row(coverage: TopicCoverage, companies: list[str]) -> list[str]:
    counts = [sum(coverage.facets.get(facet, {}).values()) for facet in COVERED]
    other = coverage.fragments - sum(counts)
    who = ",".join(str(companies.index(name) + 1) for name in coverage.companies)
    return [coverage.module_id, coverage.topic.title, *(str(n or "") for n in [*counts, other]), who]


def _show_next(asks: list[ToAsk]) -> None:
    if asks:
        show("\n" + _("Ask next:"))
    for ask in asks:
        facets = ", ".join(label(f) for f in ask.facets)
        show(f"\n{ask.topic.title} ({facets})\n  {ask.question.id}  {ask.question.text}")
        for probe in ask.probes:
            show(f"         - {probe.text}")


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
