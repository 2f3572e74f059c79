from dataclasses import replace

import pytest

from capture.screens.reviewing.card_texts import LABELS, lacks
from capture.screens.reviewing.value import ValueDialog, known_unit
from sessions.i18n import gettext as _
from sessions.numerals import FoundValue
from sessions.programme import Programme
from sessions.transcript import Value
from tests.capture.screens.interviewing.test_dialogs import NOTHING, asking
from tests.capture.screens.reviewing.lines import SAID, a_line, session_of
from tests.watching import read, until

AT = SAID.index("drie")
FOUND = FoundValue(AT, AT + 15, "drie millimeter", "3", "mm", doubtful=True)
REST = ("gap", "3", "mm", "AQ5", "ms", "40", "0,2", "1e", "dun")


def test_a_card_says_what_it_lacks_until_it_is_complete() -> None:
    card = Value(1, "offset", "3", "mm", machine="AQ537L", height="40 mm", electrode="0,25", cut="eerste")
    fields = ", ".join(_(LABELS[name]).lower() for name in ("material", "deviate_when"))
    told = _("For the table in the module still missing: {fields}. Type “n.a.” where one does not apply.")
    assert lacks(card) == told.format(fields=fields)
    whole = replace(card, material="1.2379", deviate_when="bij dunne wanden")
    assert lacks(whole) == _("✔ Complete: it can stand in the table of the module.")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("micron", "µm"),
        ("micro siemens per centimeter", "µS/cm"),
        ("mm/min", "mm/min"),
        ("%", "%"),
        ("", ""),
        ("slagen", None),
        ("mm (", None),
        ("[/]'\"", None),
        ("mm mm(", None),
        ("__class__", None),
        ("1e999999", None),
    ],
)
def test_a_unit_is_known_by_its_name_or_its_sign(typed: str, written: str | None) -> None:
    assert known_unit(typed) == written


async def test_only_what_was_said_stands_in_it_and_the_rest_is_typed(programme: Programme) -> None:
    line = a_line(programme, found=(FOUND,))
    async with asking(ValueDialog(line, session_of(line), by="Anneke")) as asked:
        text = read(asked.app)
        assert f"! {_('Listen first.')} {_('Said: “{quote}”').format(quote='drie millimeter')}" in text
        assert isinstance(asked.app.screen, ValueDialog)
        assert asked.app.screen.written() == Value(
            line.id, "", "3", "mm", quote="drie millimeter", by="Anneke"
        )
        for word in REST:
            await asked.press("ctrl+u", *word, "enter")
        await asked.press("f2")
        await until(asked.pilot, lambda: asked.given is not NOTHING)
    assert asked.given == Value(line.id, *REST, quote="drie millimeter", by="Anneke")


async def test_the_machine_of_the_session_is_typed_with_a_key_and_earlier_words_are_completed(
    programme: Programme,
) -> None:
    line = a_line(programme)
    earlier = [Value(1, "vonkspleet", "1", "mm")]
    async with asking(ValueDialog(line, session_of(line), FOUND, earlier=earlier)) as asked:
        await asked.press("v")
        await until(asked.pilot, lambda: "vonkspleet" in read(asked.app))
        await asked.press("right", "ctrl+t", "ctrl+s")
        await until(asked.pilot, lambda: asked.given is not NOTHING)
    assert (asked.given.quantity, asked.given.machine) == ("vonkspleet", "Sodick AQ537L")


async def test_an_unknown_unit_is_asked_about_and_typing_is_not_thrown_away_unasked(
    programme: Programme,
) -> None:
    line = a_line(programme)
    async with asking(ValueDialog(line, session_of(line), FOUND)) as asked:
        await asked.press("down", "down", "ctrl+u", *"slag", "f2")
        asks = _("“{unit}” is no unit that is known here.").format(unit="slag")
        await until(asked.pilot, lambda: asks in read(asked.app))
        await asked.press("enter", "escape")
        assert _("Throw away what you typed?") in read(asked.app)
        await asked.press("enter", "f2")
        await until(asked.pilot, lambda: asks in read(asked.app))
        assert (await asked.press("left", "enter")).unit == "slag"


async def test_a_number_may_be_no_value_and_a_card_without_one_is_refused(programme: Programme) -> None:
    line = a_line(programme, found=(FOUND,))
    async with asking(ValueDialog(line, session_of(line), by="Bas")) as asked:
        await asked.press("down", "ctrl+u", "f2")
        assert _("Without a number it is no value.") in read(asked.app)
        given = await asked.press("f7")
    assert given == Value(line.id, "", "3", "mm", quote="drie millimeter", by="Bas", dismissed=True)


async def test_of_several_one_is_chosen_first_and_a_card_can_be_removed(programme: Programme) -> None:
    card = Value(0, "offset", "0,2", "mm", quote="0,2 mm", id=4)
    line = a_line(programme, found=(FOUND,), values=(card,))
    dropped: list[int] = []
    async with asking(ValueDialog(line, session_of(line), drop=dropped.append)) as asked:
        text = read(asked.app)
        assert "offset 0,2 mm “0,2 mm”" in text
        assert f"3 mm “drie millimeter” {_('no card yet')}" in text
        assert _("Another value …") in text
        await asked.press("f2", "enter", "f8")
        assert _("Remove this card?") in read(asked.app)
        assert await asked.press("left", "enter") is None
    assert dropped == [4]
