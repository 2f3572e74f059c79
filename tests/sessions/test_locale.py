"""The Dutch catalogue: whole, and true to the code."""

import ast
import re
from string import Formatter

import pytest
from babel.messages.catalog import Message

from tests.catalogues import DUTCH, KEYWORDS, PACKAGES, ROOT, extracted, translated


def _messages() -> list[Message]:
    return [m for m in extracted() if m.id]


def _forms(text: object) -> list[str]:
    """The singular and plural of a message or a translation."""
    if isinstance(text, str):
        return [text]
    return [str(form or "") for form in text] if isinstance(text, list | tuple) else []


def test_every_message_in_the_code_is_in_dutch() -> None:
    dutch = translated()
    missing = []
    for message in _messages():
        found = dutch.get(message.id)
        forms = _forms(found.string) if found else []
        if not forms or not all(forms):
            missing.append(message.id)
    assert not missing


def test_the_dutch_catalogue_holds_nothing_that_the_code_does_not_say() -> None:
    known = {str(m.id) for m in _messages()}
    assert not [m.id for m in translated() if m.id and str(m.id) not in known]


@pytest.mark.parametrize("name", ["vakborg", "click"])
def test_a_translation_has_the_places_of_its_message(name: str) -> None:
    wrong = []
    for message in translated(DUTCH.with_name(f"{name}.po")):
        if not message.id:
            continue
        sources, texts = _forms(message.id), _forms(message.string)
        allowed = set().union(*(_places(s) for s in sources))
        wrong += [
            t for t in texts if not _places(t) <= allowed or not _places(sources[-1]) <= _places(texts[-1])
        ]
    assert not wrong


def _places(text: str) -> set[str]:
    return {field for _literal, field, _spec, _conversion in Formatter().parse(text) if field is not None}


def test_the_dutch_addresses_people_as_je() -> None:
    formal = [m.string for m in translated() if re.search(r"(?<!} )\b(u|uw)\b", str(m.string), re.IGNORECASE)]
    assert not formal


def test_no_message_hides_in_an_f_string() -> None:
    """Babel does not see it there before Python 3.12, and nobody would notice that it stays English."""
    hidden = []
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            inside = [
                part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)
            ]
            calls = [
                part for part in inside if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)
            ]
            hidden += [
                f"{path}:{c.lineno}" for c in calls if getattr(c.func, "id", "") in KEYWORDS and _is_text(c)
            ]
    assert not hidden


def _is_text(call: ast.Call) -> bool:
    return bool(call.args) and isinstance(call.args[0], ast.Constant)
