from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from capture.app import VakborgApp
from capture.screens.base import BaseScreen
from capture.screens.reviewing.vocabulary import TermForm, VocabularyScreen
from sessions.i18n import gettext as _
from sessions.programme import Programme
from sessions.store.vocabulary import add_term, terms
from tests.capture.screens.interviewing.test_dialogs import Asked
from tests.capture.screens.reviewing.lines import a_line
from tests.watching import SMALL, read, settled, until


@asynccontextmanager
async def on_screen(screen: BaseScreen) -> AsyncIterator[Asked]:
    app = VakborgApp(None)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await app.push_screen(screen)
        await settled(pilot)
        yield Asked(app, pilot)


async def test_own_terms_say_where_they_come_from_and_the_glossary_can_be_looked_up(
    programme: Programme,
) -> None:
    with programme.store() as store:
        add_term(store, "na[/]snede", "Bas")
        add_term(store, "startgat", "Anneke", heard="start gat", segment_id=a_line(programme).id)
    async with on_screen(VocabularyScreen(programme, "Anneke")) as asked:
        text = read(asked.app)
        assert _("Of this programme ({n})").format(n=2) in text
        assert f"na[/]snede {_('typed')}, Bas" in text
        assert "startgat A1·01 00:04, Anneke" in text
        assert _("heard as {names}").format(names="“start gat”") in text
        assert "aanzetlijn" in text
        await asked.press("slash", *"startg", "enter")
        text = read(asked.app)
        assert "aanzetlijn" not in text
        assert _("English: {name}").format(name="start hole") in text
        await asked.press("down", "delete")
        assert _("Choose a term of this programme; those of the guide stay.") in read(asked.app)


async def test_a_term_is_added_with_what_was_heard_and_removed_after_a_question(
    programme: Programme,
) -> None:
    async with on_screen(VocabularyScreen(programme, "Anneke")) as asked:
        nothing = _("Nothing yet: a correction in the review is offered, {key} adds one.").format(key="n")
        assert nothing in read(asked.app)
        await asked.press("n", "f2")
        assert _("This field is still empty.") in read(asked.app)
        await asked.press(*"nasnede", "enter", *"na snee", "enter")
        await settled(asked.pilot)
        kept = _("“{term}” is in the vocabulary.").format(term="nasnede")
        await until(asked.pilot, lambda: kept in read(asked.app))
        with programme.store() as store:
            assert [(e.term.term, e.heard, e.term.by) for e in terms(store)] == [
                ("nasnede", ("na snee",), "Anneke")
            ]
        await asked.press("home", "delete")
        assert _("Remove “{term}” from the vocabulary?").format(term="nasnede") in read(asked.app)
        await asked.press("left", "enter")
        await settled(asked.pilot)
        with programme.store() as store:
            assert not terms(store)


async def test_what_cannot_be_a_term_comes_back_with_why(programme: Programme) -> None:
    async with on_screen(VocabularyScreen(programme, "Anneke")) as asked:
        await asked.press("n", *"??", "tab", *"huh", "enter")
        await settled(asked.pilot)
        await until(asked.pilot, lambda: _("A term has at least one letter.") in read(asked.app))
        assert "??" in read(asked.app)
        assert "huh" in read(asked.app)


async def test_what_could_not_be_stored_comes_back_as_it_was_typed(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_asked: object, **_more: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("sessions.store.vocabulary.add_term", full)
    async with on_screen(VocabularyScreen(programme, "Anneke")) as asked:
        await asked.press("n", *"nasnede", "tab", *"na snee", "enter")
        await until(asked.pilot, lambda: "did not foresee" in read(asked.app))
        form = asked.app.screen
        assert isinstance(form, TermForm)
        assert form.typed() == {"first": "nasnede", "second": "na snee"}
