"""Frozen dataclasses to rows and back. Containers become JSON, moments ISO 8601 in UTC."""

import json
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar, get_origin, get_type_hints

from cattrs import Converter
from cattrs.preconf.json import configure_converter

from sessions.text import clean
from sessions.transcript import Word

T = TypeVar("T")

_converter = Converter()
configure_converter(_converter)
# the last gate, both ways: a programme may come from elsewhere, and not all who write use this program
_converter.register_unstructure_hook(str, clean)
_converter.register_structure_hook_func(lambda kind: kind is str, lambda text, _type: clean(str(text)))
_converter.register_unstructure_hook(datetime, lambda moment: moment.isoformat())
_converter.register_structure_hook(datetime, lambda text, _type: datetime.fromisoformat(text))
_converter.register_unstructure_hook(Word, lambda w: [w.start, w.end, clean(w.text), w.probability])
_converter.register_structure_hook(Word, lambda row, _type: Word(row[0], row[1], clean(row[2]), row[3]))


def to_row(thing: object) -> dict[str, Any]:
    """The columns of ``thing``; without an id where it has none yet."""
    row: dict[str, Any] = _converter.unstructure(thing)
    for name in _json_columns(type(thing)):
        row[name] = json.dumps(row[name], ensure_ascii=False)
    if not row["id"]:
        del row["id"]
    return row


def from_row(kind: type[T], row: dict[str, Any]) -> T:
    """The ``kind`` that a row holds; columns that this version does not know are left out."""
    json_columns = _json_columns(kind)
    known = {name: json.loads(row[name]) if name in json_columns else row[name] for name in _columns(kind)}
    return _converter.structure(known, kind)


def _columns(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


_json_by_kind: dict[type, frozenset[str]] = {}


def _json_columns(kind: type) -> frozenset[str]:
    if kind not in _json_by_kind:
        hints = get_type_hints(kind)
        containers = (name for name in _columns(kind) if get_origin(hints[name]) in (tuple, dict))
        _json_by_kind[kind] = frozenset(containers)
    return _json_by_kind[kind]
