"""What is new in drafts, as a list: for a terminal, another program, or a document."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from exports.changes import Change, Changed
from exports.draft.entries import CASES, COMPARISON, PICTURE, QUOTE, SUGGESTED, is_folded
from exports.draft.model import Draft, Kind, Verdict
from exports.drafting import Since
from exports.labels import Labels
from sessions.i18n import N_

HEADINGS = {
    Change.NEW: N_("New"),
    Change.TEXT: N_("Text changed"),
    Change.MOVED: N_("Moved"),
    Change.GONE: N_("No longer in it"),
}
_PLACES = {
    SUGGESTED: N_("perhaps about this"),
    PICTURE: N_("Photos"),
    CASES: N_("Practice assignment"),
    COMPARISON: N_("Where experts agree and where they do not"),
    QUOTE: N_("Golden quote"),
    Verdict.DIFFER: N_("they differ"),
    Verdict.AGREE: N_("they agree"),
}
_FOLDED = N_("folded into nearly the same words")


@dataclass(frozen=True)
class Line:
    """One change as people read it; ``was`` is the place before, where that is another one."""

    change: Change
    reference: str
    text: str
    place: str
    was: str = ""


@dataclass(frozen=True)
class ModuleChanges:
    """What is new in one module since ``version``, which was made at ``made_at``."""

    module_id: str
    title: str
    version: int
    made_at: datetime
    lines: tuple[Line, ...]

    def of(self, change: Change) -> tuple[Line, ...]:
        """The lines of one sort of change."""
        return tuple(line for line in self.lines if line.change is change)


def listed(
    draft: Draft, since: Since, made_at: datetime, reference_of: Callable[[int], str], _: Labels
) -> ModuleChanges:
    """``since`` with places in words; ``reference_of`` says where a fragment that is gone was said."""
    places = _Places(draft, _)

    def line(one: Changed) -> Line:
        gone = (reference_of(id_) for id_ in sorted(one.entry.segments)) if not one.reference else ()
        where, was = places.name(one.entry.place), places.name(one.was)
        moved = was if one.change is Change.MOVED else ""
        return Line(one.change, one.reference or ", ".join(r for r in gone if r), one.text, where, moved)

    lines = tuple(line(one) for one in since.changes.all)
    return ModuleChanges(draft.module_id, draft.title, since.earlier.version, made_at, lines)


class _Places:
    def __init__(self, draft: Draft, _: Labels) -> None:
        self._titles = {topic.slug: topic.title for topic in draft.topics}
        self._labels = _

    def name(self, place: str) -> str:
        """A place in words: "Startgaten · What you see, hear and feel"."""
        parts = [self._part(part) for part in place.split("/") if part and not is_folded(f"/{part}")]
        if is_folded(place):
            parts.append(self._labels(_FOLDED))
        return " · ".join(parts)

    def _part(self, part: str) -> str:
        if part in self._titles:
            return self._titles[part]
        if part in list(Kind):
            return self._labels.part(part)
        return self._labels(_PLACES[part]) if part in _PLACES else part


def as_text(modules: Sequence[ModuleChanges], _: Labels) -> str:
    """The list as plain text; of several modules those in which nothing changed are in one line."""
    still = [module for module in modules if not module.lines] if len(modules) > 1 else []
    lines = [line for module in modules if module not in still for line in _text_of(module, _)]
    if still:
        names = ", ".join(module.module_id for module in still)
        lines.append(_("Nothing changed in: {modules}.").format(modules=names))
    return "\n".join(lines)


def heading(module: ModuleChanges, _: Labels) -> str:
    """Above the changes of a module: what they are compared with."""
    since = _("since version {version} of {day}").format(
        version=module.version, day=_.date(module.made_at.astimezone().date())
    )
    return f"{module.module_id} {module.title}, {since}"


def sentence(line: Line, _: Labels) -> tuple[str, str]:
    """A change in two parts: what it is about, and where it stands."""
    where = _("{place} (was: {was})").format(place=line.place, was=line.was) if line.was else line.place
    return line.text, where


def record(module: ModuleChanges) -> dict[str, Any]:
    """The same for other programs."""
    return {
        "module": module.module_id,
        "title": module.title,
        "since_version": module.version,
        "since": module.made_at.isoformat(),
        "changes": [
            {
                "change": str(o.change),
                "reference": o.reference,
                "text": o.text,
                "place": o.place,
                "was": o.was,
            }
            for o in module.lines
        ],
    }


def _text_of(module: ModuleChanges, _: Labels) -> list[str]:
    lines = [heading(module, _)]
    if not module.lines:
        lines.append("  " + _("Nothing changed."))
    for change, title in HEADINGS.items():
        if found := module.of(change):
            lines.append(f"  {_(title)} ({len(found)})")
            lines += [_text_line(line, _) for line in found]
    return [*lines, ""]


def _text_line(line: Line, _: Labels) -> str:
    text, where = sentence(line, _)
    reference = f"[{line.reference}]" if line.reference else ""
    return "    " + " ".join(part for part in (reference, text, f"— {where}") if part)
