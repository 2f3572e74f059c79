"""Messages between the interface and its child processes: one JSON object per line."""

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from cattrs import Converter


def encode(message: "DataclassInstance") -> str:
    """The line for a message, with its end."""
    return json.dumps({"is": type(message).__name__, **asdict(message)}) + "\n"


def decoder(*kinds: type[Any]) -> Callable[[str], Any]:
    """A function from a line to its message, which is one of ``kinds``; ``ValueError`` for anything else."""
    names = {kind.__name__: kind for kind in kinds}

    def decode(line: str) -> Any:
        try:
            record = json.loads(line)
            return _converter().structure(record, names[record.pop("is")])
        except Exception as error:
            raise ValueError(f"no message: {line[:80]}") from error

    return decode


@cache
def _converter() -> "Converter":
    from cattrs.preconf.json import make_converter

    return make_converter()
