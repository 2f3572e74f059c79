"""Makes the dataclasses of a guide from the tables of its TOML; their fields are the schema."""

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from sessions.guides.faults import Faults, did_you_mean
from sessions.guides.lines import Place
from sessions.i18n import gettext as _
from sessions.text import clean

T = TypeVar("T")


def build(kind: type[T], table: dict[str, Any], faults: Faults) -> T:
    """A ``kind`` from ``table``. Where ``faults`` says that a value is wrong, an empty one stands in."""
    return cast(T, _value(kind, table, (), faults))


def _value(kind: Any, value: Any, place: Place, faults: Faults) -> Any:
    if is_dataclass(kind):
        return _record(kind, value, place, faults)
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return (_mapping if get_origin(item) is tuple else _list)(item, value, place, faults)
    if issubclass(kind, StrEnum):
        return _choice(kind, value, place, faults)
    return _plain(kind, value, place, faults)


def _record(kind: Any, value: Any, place: Place, faults: Faults) -> Any:
    table = _expect(dict, value, place, faults)
    known = {f.name: f for f in fields(kind)}
    for key in table.keys() - known.keys():
        faults.add((*place, key), did_you_mean(_("this key is not known"), key, list(known)))
    return kind(**{name: _field(kind, f, table, place, faults) for name, f in known.items()})


def _field(kind: Any, one: "Field[Any]", table: dict[str, Any], place: Place, faults: Faults) -> Any:
    expected, here = _hints(kind)[one.name], (*place, one.name)
    is_required = one.default is MISSING
    if one.name not in table:
        if not is_required:
            return one.default
        faults.add(here, _("this key is missing"))
    value = _value(expected, table.get(one.name, _empty(expected)), here, faults)
    if is_required and _is_blank(value):
        faults.add(here, _("this is empty"))
    return value


def _list(item: Any, value: Any, place: Place, faults: Faults) -> Any:
    made = []
    for number, one in enumerate(_expect(list, value, place, faults)):
        made.append(_value(item, one, (*place, number), faults))
        if _is_blank(made[-1]):
            faults.add((*place, number), _("this is empty"))
    return tuple(made)


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()


def _mapping(pair: Any, value: Any, place: Place, faults: Faults) -> Any:
    """A table whose keys are one of a few names, as pairs in the order of the file."""
    names, values = get_args(pair)
    return tuple(
        (_choice(names, key, (*place, key), faults), _value(values, one, (*place, key), faults))
        for key, one in _expect(dict, value, place, faults).items()
    )


def _choice(kind: type[StrEnum], value: Any, place: Place, faults: Faults) -> StrEnum:
    names = [member.value for member in kind]
    written = _plain(str, value, place, faults)
    if written in names:
        return kind(written)
    faults.add(place, did_you_mean(_('"{name}" is not known here').format(name=written), written, names))
    return next(iter(kind))


def _plain(kind: type, value: Any, place: Place, faults: Faults) -> Any:
    found: object = _expect(kind, value, place, faults)
    return clean(found) if isinstance(found, str) else found


def _expect(kind: type[T], value: Any, place: Place, faults: Faults) -> T:
    if type(value) is kind:
        return value
    faults.add(place, _("{expected} is expected here").format(expected=_called(kind)))
    return kind()


def _called(kind: type) -> str:
    names = {
        str: _("text between quotes"),
        int: _("a whole number"),
        bool: _("true or false"),
        list: _("a list between [ and ]"),
        dict: _("a table with keys"),
    }
    return names[kind]


def _empty(kind: Any) -> Any:
    if is_dataclass(kind):
        return {}
    if get_origin(kind) is tuple:
        return []
    return "" if issubclass(kind, str) else kind()


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
