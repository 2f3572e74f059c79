"""Everything that the interview screen can do, by name, for the command palette."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from capture.interviewing.state import Snapshot
from capture.screens.interviewing.acting import Acting
from capture.screens.interviewing.keys import KEYS
from sessions.i18n import gettext as _
from sessions.text import clean_line


@dataclass(frozen=True)
class Command:
    """Something that a key does: its name, the action, and what that does."""

    name: str
    action: str
    does: str


def commands(now: Snapshot | None) -> Iterator[Command]:
    """The keys of the screen by their names, and the probes of the question at hand by their words."""
    for binding in KEYS:
        if isinstance(binding, Binding) and binding.action.startswith("probe("):
            yield from _probe(binding, now)
        elif isinstance(binding, Binding) and binding.description:
            yield Command(binding.description, binding.action, binding.tooltip)


def _probe(binding: Binding, now: Snapshot | None) -> Iterator[Command]:
    number = int((binding.id or "").rpartition("_")[2])
    probes = now.standing.question.probes if now else ()
    if number <= len(probes):
        name = _("Probe {n}: {text}").format(n=number, text=clean_line(probes[number - 1].text))
        yield Command(name, binding.action, binding.tooltip)


class InterviewCommands(Provider):
    """The commands, found by their name or by what they do."""

    async def discover(self) -> Hits:
        for command in self._commands():
            do = partial(self._do, command.action)
            yield DiscoveryHit(Content(command.name), do, text=command.name, help=command.does)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(command.name), matcher.match(command.does))
            if score > 0:
                do = partial(self._do, command.action)
                plain = "[" in command.name  # the matcher takes it for markup
                found = Content(command.name) if plain else matcher.highlight(command.name)
                yield Hit(score, found, do, text=command.name, help=command.does)

    def _commands(self) -> Iterator[Command]:
        screen = self.screen
        return commands(screen.now if isinstance(screen, Acting) else None)

    async def _do(self, action: str) -> None:
        await self.screen.run_action(action)
