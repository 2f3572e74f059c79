"""Finding a thing by the name that a person typed."""

from collections.abc import Mapping
from typing import TypeVar

from sessions.errors import UnknownName
from sessions.i18n import gettext as _
from sessions.text import nearest

T = TypeVar("T")


def find_named(wanted: str, known: Mapping[str, T], kind: str, shown: Mapping[str, str] | None = None) -> T:
    """The thing named ``wanted``, whatever its case; ``kind`` says what it is ("module"), ``shown`` how a name is
    shown where that is not the name itself.

    Raises :class:`UnknownName` with the nearest name, or with all names where none is near.
    """
    by_folded = {name.casefold(): thing for name, thing in known.items()}
    folded = wanted.strip().casefold()
    if folded in by_folded:
        return by_folded[folded]
    raise UnknownName(
        _("There is no {kind} {name}.").format(kind=kind, name=wanted),
        _advice(wanted, list(known), shown or {}),
    )


def _advice(wanted: str, names: list[str], shown: Mapping[str, str]) -> str:
    if close := nearest(wanted, names):
        return _("Did you mean {name}?").format(name=shown.get(close, close))
    if names:
        return _("There are: {names}.").format(names=", ".join(shown.get(name, name) for name in names))
    return _("There are none yet.")
