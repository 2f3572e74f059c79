"""The mistakes in a guide's text, gathered so that all of them can be told at once."""

from dataclasses import dataclass, field

from sessions.errors import GuideError
from sessions.guides.lines import Place, locate, nearest_line
from sessions.i18n import gettext as _
from sessions.text import clean_line, nearest


@dataclass
class Faults:
    """What is wrong, per place. The first thing said about a place counts: the rest follows from it."""

    found: dict[Place, str] = field(default_factory=dict)

    def add(self, place: Place, what: str) -> None:
        """Note ``what`` is wrong at ``place``."""
        if not any(place[:n] in self.found for n in range(1, len(place) + 1)):
            self.found[place] = what

    def raise_any(self, name: str, text: str) -> None:
        """Raise :class:`GuideError` with a line for each mistake, if there are any."""
        if self.found:
            raise mistake("\n".join(self._told(name, text)), name)

    def _told(self, name: str, text: str) -> list[str]:
        lines = locate(text)
        told = [(nearest_line(lines, place), shown(place), what) for place, what in self.found.items()]
        form = _("{file}, line {line}, {key}: {what}")
        return [
            clean_line(form.format(file=name, line=line, key=key, what=what))
            for line, key, what in sorted(told)
        ]


def mistake(message: str, name: str) -> GuideError:
    """The error for a guide whose text is wrong."""
    advice = _("Correct the file, then look again with: vakborg guide check {file}").format(file=name)
    return GuideError(message, advice)


def shown(place: Place) -> str:
    """``place`` as people count: ``modules[2].questions[1].topics``. Which item of a list, its line tells."""
    trimmed = place[:-1] if isinstance(place[-1], int) and len(place) > 2 else place
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in trimmed).lstrip(".")


def did_you_mean(what: str, wanted: str, names: list[str]) -> str:
    """``what`` with the name nearest to ``wanted``; with all names, if few, where none is near."""
    if close := nearest(wanted, names):
        return _('{what}; did you mean "{name}"?').format(what=what, name=close)
    if 0 < len(names) <= 12:
        return _("{what}; there are: {names}").format(what=what, names=", ".join(names))
    return what
