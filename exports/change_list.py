"""What is new in drafts, as a list: for a terminal, another program, or a document."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Any

from exports.changes import Change, Changed, Since
from exports.draft.entries import (
    APPROVAL,
    CASES,
    COMPARISON,
    GUIDE,
    NAMES,
    PICTURE,
    QUOTE,
    SUGGESTED,
    is_folded,
)
from exports.draft.model import Draft, Kind, Verdict
from exports.labels import Labels
from exports.withdrawn import Gone
from sessions.exported import Entry
from sessions.i18n import N_, gettext
from sessions.release import Release

_HEADINGS = {
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
    NAMES: N_("name changed"),
    APPROVAL: N_("approval of the expert changed"),
    GUIDE: N_("The guide"),
    "title": N_("title"),
    "goals": N_("learning goals"),
    "level": N_("level, study time and prior knowledge"),
    "assignment": N_("practice assignment"),
    Verdict.DIFFER: N_("they differ"),
    Verdict.AGREE: N_("they agree"),
}
_AUDIENCES = {Release.PARTNERS: N_("For the companies of this programme"), Release.FREE: N_("For everybody")}
_FOLDED = N_("folded into nearly the same words")
_MOST_NAMED = 6
_WITHDRAWN = N_("Take this out of the file that you work in")
_WHY = {
    Gone.BACK: N_("not released for this any more"),
    Gone.STRUCK: N_("struck"),
    Gone.ERASED: N_("erased"),
}


@dataclass(frozen=True)
class Line:
    """One change as people read it; ``was`` is the place before, where that is another one, and ``why`` tells of
    what is gone whether that must go from other documents too."""

    change: Change
    reference: str
    text: str
    place: str
    was: str = ""
    why: Gone = Gone.OTHER


@dataclass(frozen=True)
class ModuleChanges:
    """What is new in one module since ``version``, which was made at ``made_at`` for ``audience``; ``still_in`` are
    the documents, by their paths in the ledger, that hold what was taken back."""

    module_id: str
    title: str
    version: int
    made_at: datetime
    lines: tuple[Line, ...]
    audience: Release
    still_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Changes of one sort under their heading; ``advice`` stands above them, where there is any."""

    heading: str
    lines: tuple[Line, ...]
    advice: str = ""


def groups(module: ModuleChanges, _: Labels) -> Iterator[Group]:
    """The changes of ``module`` by sort, those first that somebody has to act upon for another's sake."""
    withdrawn = tuple(line for line in module.lines if line.why is not Gone.OTHER)
    if withdrawn:
        # where a file is on this computer is nobody's business who reads the list
        names = ", ".join(dict.fromkeys(PurePath(path).name for path in module.still_in))
        told = _("It still stands in: {files}.").format(files=names) if names else ""
        yield Group(_counted(_WITHDRAWN, withdrawn, _), withdrawn, told)
    for change, title in _HEADINGS.items():
        found = tuple(line for line in module.lines if line.change is change and line.why is Gone.OTHER)
        if found:
            yield Group(_counted(title, found, _), found)


def _counted(title: str, lines: Sequence[Line], _: Labels) -> str:
    return f"{_(title)} ({len(lines)})"


@dataclass(frozen=True)
class Remembered:
    """What is known of things that are gone: ``reference_of`` says where a fragment was said, ``why`` why a thing is
    gone, ``ids`` which fragments may not be told any more, and ``still_in`` which documents hold those."""

    reference_of: Callable[[int], str]
    why: Callable[[Entry], Gone] = lambda _entry: Gone.OTHER
    ids: frozenset[int] = frozenset()
    still_in: tuple[str, ...] = ()


def listed(draft: Draft, since: Since, made_at: datetime, known: Remembered, _: Labels) -> ModuleChanges:
    """``since`` with places in words."""
    places = _Places(draft, _)
    lines = tuple(_line(one, known, places) for one in since.changes.all)
    version = since.earlier.version
    return ModuleChanges(
        draft.module_id, draft.title, version, made_at, lines, draft.audience, known.still_in
    )


def _line(one: Changed, known: Remembered, places: "_Places") -> Line:
    where, was = places.name(one.entry.place), places.name(one.was)
    if one.change is Change.GONE:
        ids = one.entry.segments
        said = (known.reference_of(id_) for id_ in sorted(ids & known.ids or ids))
        reference = ", ".join(dict.fromkeys(r for r in said if r))
        return Line(one.change, reference, "", where, why=known.why(one.entry))
    return Line(one.change, one.reference, one.text, where, was if was != where else "")


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
    """The list as plain text, its first line for whom it is; of several modules those in which nothing changed are
    in one line."""
    still = [module for module in modules if not module.lines] if len(modules) > 1 else []
    lines = [for_whom(modules, _), ""]
    lines += [line for module in modules if module not in still for line in _text_of(module, _)]
    if still:
        names = ", ".join(module.module_id for module in still)
        lines.append(_("Nothing changed in: {modules}.").format(modules=names))
    return "\n".join(lines)


def for_whom(modules: Sequence[ModuleChanges], _: Labels) -> str:
    """Who may read the list: the words in it are released to them, and perhaps to nobody else."""
    return " · ".join(_(_AUDIENCES[one]) for one in dict.fromkeys(module.audience for module in modules))


def heading(module: ModuleChanges, _: Labels) -> str:
    """Above the changes of a module: what they are compared with."""
    since = _("since version {version} of {day}").format(
        version=module.version, day=_.date(module.made_at.astimezone().date())
    )
    return f"{module.module_id} {module.title}, {since}"


def sentence(line: Line, _: Labels) -> tuple[str, str]:
    """A change in two parts: what it is about, and where it stands."""
    if line.why in _WHY:
        return line.text, _("{place} ({why})").format(place=line.place, why=_(_WHY[line.why]))
    where = _("{place} (was: {was})").format(place=line.place, was=line.was) if line.was else line.place
    return line.text, where


def changes_name(modules: Sequence[ModuleChanges]) -> str:
    """What a file with this list is called, without its ending: no other list takes its place."""
    if len(modules) > _MOST_NAMED:
        return gettext("what is new in {n} modules").format(n=len(modules))
    one = gettext("{module} since version {version}")
    named = ", ".join(one.format(module=m.module_id, version=m.version) for m in modules)
    return gettext("what is new in {modules}").format(modules=named)


def record(module: ModuleChanges) -> dict[str, Any]:
    """The same for other programs."""
    return {
        "module": module.module_id,
        "title": module.title,
        "for": module.audience.value,
        "since_version": module.version,
        "since": module.made_at.isoformat(),
        "taken_back_still_in": list(module.still_in),
        "changes": [
            {
                "change": str(o.change),
                "reference": o.reference,
                "text": o.text,
                "place": o.place,
                "was": o.was,
                "why": str(o.why) if o.change is Change.GONE else "",
            }
            for o in module.lines
        ],
    }


def _text_of(module: ModuleChanges, _: Labels) -> list[str]:
    lines = [heading(module, _)]
    if not module.lines:
        lines.append("  " + _("Nothing changed."))
    for group in groups(module, _):
        lines.append(f"  {group.heading}")
        lines += [f"    {group.advice}"] if group.advice else []
        lines += [_text_line(line, _) for line in group.lines]
    return [*lines, ""]


def _text_line(line: Line, _: Labels) -> str:
    text, where = sentence(line, _)
    reference = f"[{line.reference}]" if line.reference else ""
    return "    " + " ".join(part for part in (reference, text, f"— {where}") if part)
