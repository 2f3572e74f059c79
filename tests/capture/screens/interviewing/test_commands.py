"""The command palette of the conversation."""

from dataclasses import replace

from textual.binding import Binding
from textual.command import DiscoveryHit

from capture.interviewing.state import Snapshot
from capture.screens.interviewing.commands import InterviewCommands
from capture.screens.interviewing.keys import KEYS
from sessions.facets import Facet
from sessions.guides.model import Probe
from tests.capture.interviewing.fakes import a_conversation, at_hand
from tests.capture.screens.sitting import sitting
from tests.capture.screens.test_hostile import CLICK
from tests.watching import read, until


async def test_everything_is_in_the_command_palette() -> None:
    async with sitting() as talk:
        provider = InterviewCommands(talk.screen)
        found = [hit.text async for hit in provider.discover() if isinstance(hit, DiscoveryHit)]
        named = [b for b in KEYS if isinstance(b, Binding) and b.action != "nothing"]
        others = [b.description for b in named if not b.action.startswith("probe(")]
        probes = [
            f"Probe {n}: {p.text}" for n, p in enumerate(talk.screen.snapshot.standing.question.probes, 1)
        ]
        assert sorted(map(str, found)) == sorted([*others, *probes])


async def test_the_command_palette_marks_a_probe_by_its_words() -> None:
    async with sitting(with_a_probe(f"Waaraan {CLICK} zag je dat?")) as talk:
        await talk.press("ctrl+p", *"waaraan")
        await until(talk.pilot, lambda: f"Probe 1: Waaraan {CLICK} zag je dat?" in read(talk.app))
        await talk.press("down", "enter")
        await until(talk.pilot, lambda: talk.fake.calls == [("probe", 1)])


def with_a_probe(text: str) -> Snapshot:
    """A question with this one probe."""
    now = a_conversation()
    return at_hand(now, question=replace(now.standing.question, probes=(Probe(text, Facet.SIGNAL),)))
