"""The references of fragments as people type them: "A2·03 04:12", with a plain point too."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sessions.errors import UnknownName, UsageRefused
from sessions.fragments import Fragment
from sessions.i18n import gettext as _
from sessions.text import nearest

_ONE = re.compile(
    r"\[?(?P<code>[^\W\d_]+\d+)[·.•](?P<answer>\d+)(?:/(?P<take>\d+))?"
    r"\s+(?P<time>(?:\d+:)?\d{1,2}:\d{2})(?:#(?P<which>\d+))?\]?"
)


@dataclass(frozen=True)
class Wanted:
    """A reference that a person typed, in the form in which the tool writes it; ``which`` counts the fragments
    that begin in that second from 1, 0 where nobody said."""

    reference: str
    which: int = 0


def read_references(words: Sequence[str]) -> tuple[Wanted, ...]:
    """The references in ``words``, as a shell parts them; raises :class:`UsageRefused` for anything else."""
    text = " ".join(words)
    found = tuple(_wanted(match) for match in _ONE.finditer(text))
    if left := _ONE.sub("", text).strip(" ,;"):
        raise UsageRefused(
            _("{text} is not a reference.").format(text=left),
            _("A reference is what stands behind a sentence of a draft, such as: A2·03 04:12"),
        )
    return found


def _wanted(match: re.Match[str]) -> Wanted:
    take = f"/{int(match['take'])}" if int(match["take"] or 1) > 1 else ""
    *hours, minutes, seconds = match["time"].split(":")
    time = f"{int(minutes):02d}:{seconds}"
    whole = ":".join([*(str(int(h)) for h in hours), time])
    return Wanted(
        f"{match['code'].upper()}·{int(match['answer']):02d}{take} {whole}", int(match["which"] or 0)
    )


class Directory:
    """Fragments by their references."""

    def __init__(self, fragments: Iterable[Fragment]) -> None:
        by_reference: dict[str, list[Fragment]] = defaultdict(list)
        for fragment in fragments:
            by_reference[fragment.reference].append(fragment)
        self._by_reference: Mapping[str, list[Fragment]] = by_reference

    def find(self, wanted: Wanted) -> Fragment:
        """The fragment; raises :class:`UnknownName` with the nearest reference, or :class:`UsageRefused` with all
        of them where several begin in that second."""
        same = self._by_reference.get(wanted.reference) or []
        if not same:
            raise _unknown(wanted.reference, self._nearest(wanted.reference))
        if len(same) == 1 and wanted.which <= 1:
            return same[0]
        if 0 < wanted.which <= len(same):
            return same[wanted.which - 1]
        if wanted.which:
            raise _unknown(f"{wanted.reference}#{wanted.which}", _which(wanted.reference, same))
        raise UsageRefused(
            _("Several fragments begin at {reference}.").format(reference=wanted.reference),
            _which(wanted.reference, same),
        )

    def _nearest(self, wanted: str) -> str:
        """The reference in the same answer that begins nearest, else the one that is written most alike."""
        code, moment = wanted.split(" ")
        here = [r for r in self._by_reference if r.split(" ")[0] == code]
        near = min(here, key=lambda r: abs(_seconds(r.split(" ")[1]) - _seconds(moment)), default=None)
        near = near or nearest(wanted, list(self._by_reference))
        return _("Did you mean {name}?").format(name=near) if near else _("There are none yet.")


def _unknown(name: str, advice: str) -> UnknownName:
    return UnknownName(_("There is no {kind} {name}.").format(kind=_("fragment"), name=name), advice)


def _seconds(time: str) -> int:
    seconds = 0
    for part in time.split(":"):
        seconds = 60 * seconds + int(part)
    return seconds


def _which(reference: str, same: Sequence[Fragment]) -> str:
    lines = (f"{reference}#{n}  {f.segment.text}" for n, f in enumerate(same, 1))
    return "\n".join([_("Say which:"), *lines])
