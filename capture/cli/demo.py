"""``vakborg demo``: shows the whole chain as it happens, and what it made."""

import os
import shutil
import sys
import time
from pathlib import Path

import click

from capture import demonstration
from capture.cli.context import say, show
from capture.cli.documents import statements_of
from capture.demo_review import REVIEWER, review
from capture.naming import decimal, duration
from capture.settings import remember
from capture.transcribing import transcribe
from exports.draft.model import Draft, Verdict
from sessions.fragments import SessionReading
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.programme import Programme
from sessions.store.reading import read_sessions
from transcripts.models import DEMO


@click.command(
    "demo",
    help=_(
        "Make an example programme in DIR (default: vakborg-demo) and run the whole chain on it, offline."
    ),
)
@click.argument("folder", metavar=_("[DIR]"), required=False, type=click.Path(path_type=Path))
def demo_command(folder: Path | None) -> None:
    began = time.monotonic()
    programme = demonstration.make_programme(folder)
    remember(last_programme=str(programme.folder))
    say(_("Vakborg demo: two invented experts, twelve spoken answers. Nothing leaves this machine.") + "\n")
    _bring(programme)
    say("\n" + _("2. The recordings become text (Whisper, in a process of its own)"))
    transcribe(programme, model=DEMO)
    readings = _readings(programme)
    _tell_topics(readings)
    _review(programme)
    drafts = _draft(programme)
    _close(programme, readings, drafts, time.monotonic() - began)


def _bring(programme: Programme) -> None:
    say(_("1. Two sessions are started and their recordings brought in"))
    with programme.store() as store:
        for interview in demonstration.interviews():
            code, files = demonstration.bring(programme, store, interview)
            text = ngettext(
                "{code}: {expert}, {company}: {n} recording",
                "{code}: {expert}, {company}: {n} recordings",
                files,
            )
            say("✓ " + text.format(code=code, expert=interview.expert, company=interview.company, n=files))


def _readings(programme: Programme) -> list[SessionReading]:
    with programme.store() as store:
        return read_sessions(store)


def _tell_topics(readings: list[SessionReading]) -> None:
    fragments = [f for r in readings for a in r.answers for f in a.fragments]
    further = sum(bool(f.suggested_topics) for f in fragments)
    told = sum(f.facet is not None for f in fragments)
    say("\n" + _("3. The fragments get topics"))
    say(
        _(
            "✓ {n} fragments; {further} of them may be about a further topic, "
            "{facets} show what they tell (signal, reason, …)"
        ).format(n=len(fragments), further=further, facets=told)
    )


def program() -> str:
    """How to call this program from here: by its name where the shell knows it, else by its path."""
    if shutil.which("vakborg"):
        return "vakborg"
    beside = Path(sys.executable).with_name("vakborg")
    return os.path.relpath(beside) if beside.is_relative_to(Path.cwd()) else str(beside)


def _review(programme: Programme) -> None:
    say(
        "\n" + _("4. What may leave the companies is released, in the name of “{name}”").format(name=REVIEWER)
    )
    with programme.store() as store:
        done = review(store)
    going = ngettext(
        "{n} fragment may go to the partners", "{n} fragments may go to the partners", done.released
    ).format(n=done.released)
    staying = ngettext("{n} stays inside", "{n} stay inside", done.kept).format(n=done.kept)
    golden = ngettext("{n} golden quote", "{n} golden quotes", done.golden).format(n=done.golden)
    say(f"✓ {going}, {staying}; {golden}")
    say("✓ " + _("Each company brings in an example of a practice case"))


def _draft(programme: Programme) -> list[Draft]:
    say("\n" + _("5. Word drafts of the modules"))
    drafts: list[Draft] = []
    for made in demonstration.make_drafts(programme):
        drafts += made.drafts
        say(f"✓ {made.saved.path.name}: {told_in(made.drafts[0])}")
    return drafts


def told_in(draft: Draft) -> str:
    """How much is in a draft: statements, experts, and where they differ."""
    said = statements_of(draft)
    differing = sum(len(c.with_verdict(Verdict.DIFFER)) for c in draft.comparisons)
    if not differing:
        return said
    told = ngettext("{n} difference between experts", "{n} differences between experts", differing)
    return f"{said}, {told.format(n=differing)}"


def _close(programme: Programme, readings: list[SessionReading], drafts: list[Draft], seconds: float) -> None:
    right, spoken = demonstration.recognised(readings)
    share = decimal(100 * right / spoken)
    say(
        "\n"
        + _(
            "Done in {time}. {share} percent of the {n} words were recognised as spoken (demo model, computer voices)."
        ).format(time=duration(seconds), share=share, n=spoken)
    )
    say(_("The programme: {folder}").format(folder=programme.folder))
    say(
        ngettext("{n} Word draft, in: {folder}", "{n} Word drafts, in: {folder}", len(drafts)).format(
            n=len(drafts), folder=programme.exports
        )
    )
    say("\n" + _("Try next:"))
    vakborg = program()
    say(f"  {vakborg}                       " + _("look at the sessions and what was said"))
    say(f"  {vakborg} search startgat       " + _("search in all that was said"))
    say(f"  {vakborg} export transcript A1  " + _("a transcript in Word"))
    say(f"  {vakborg} export module --all --one-file  " + _("all modules in one Word document"))
    show(str(programme.folder))
