from capture.screens.reviewing.names import NamesScreen
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.programme import Programme
from sessions.store import queue
from sessions.store.pseudonyms import add_pseudonym, pseudonyms
from tests.builders import Said, add_clip, add_session, add_transcript
from tests.capture.screens.reviewing.test_vocabulary import on_screen
from tests.watching import read, settled, until

SAID = "Bij de matrijs van Jansen pakten we tekening 4711-A en dat gat van Jansen."


def with_names(programme: Programme) -> Programme:
    with programme.store() as store:
        while job := queue.claim(store):
            queue.finish(store, job)
        session = add_session(store, "Piet", "Vonkwerk")
        add_transcript(store, add_clip(programme, store, session, "M3-V4", 10), [Said(SAID)])
    return programme


async def test_a_name_in_the_list_to_check_gets_a_pseudonym(programme: Programme) -> None:
    async with on_screen(NamesScreen(with_names(programme), "Anneke")) as asked:
        assert _("No pseudonyms yet: Enter on a name below, or {key}.").format(key="n") in read(asked.app)
        seen = ngettext("{n} time", "{n} times", 2).format(n=2)
        assert f"Jansen {seen}, " in read(asked.app)
        assert "4711-A" in read(asked.app)
        await asked.press("enter", *"Jansens", "enter")
        refused = _("Choose a pseudonym that shares no words with a name.")
        await until(asked.pilot, lambda: refused in read(asked.app))
        await asked.press("tab", "ctrl+u", *"klant A", "enter")
        uses = ngettext("in {n} fragment", "in {n} fragments", 1).format(n=1)
        await until(asked.pilot, lambda: f"Jansen → klant A {uses}" in read(asked.app))
    with programme.store() as store:
        assert [(p.name, p.replacement, p.by) for p in pseudonyms(store)] == [("Jansen", "klant A", "Anneke")]


async def test_a_pseudonym_is_changed_and_removed_after_a_question(programme: Programme) -> None:
    with with_names(programme).store() as store:
        add_pseudonym(store, "Jansen", "klant A", "Bas")
    async with on_screen(NamesScreen(programme, "Anneke")) as asked:
        await asked.press("enter", "ctrl+u", *"klant B", "enter")
        await until(asked.pilot, lambda: "Jansen → klant B" in read(asked.app))
        await asked.press("delete")
        assert _("Let “{name}” stand in documents again?").format(name="Jansen") in read(asked.app)
        await asked.press("left", "enter")
        await settled(asked.pilot)
        await until(asked.pilot, lambda: "→" not in read(asked.app))
    with programme.store() as store:
        assert not pseudonyms(store)


async def test_what_is_left_of_a_known_name_is_told_and_what_was_cut_in_two_is_to_be_joined(
    programme: Programme,
) -> None:
    with with_names(programme).store() as store:
        session = add_session(store, "Kees", "Vonkwerk")
        lines = [Said("Brandsma wil dat voor Bakker"), Said("Zwart en die niet.", 4)]
        add_transcript(store, add_clip(programme, store, session, "M3-V4", 10), lines)
        add_pseudonym(store, "Bakker Zwart", "klant B", "Bas")
        add_pseudonym(store, "Brandsma Gereedschap", "klant C", "Bas")
    async with on_screen(NamesScreen(programme, "Anneke")) as asked:
        await asked.press("slash", *"brandsma", "enter", "down")
        assert f"Brandsma {_('part of a known name')}, " in read(asked.app)
        await asked.press("slash", "ctrl+u", *"bakker zwart", "enter", "down", "enter")
        joined = _("This name has a pseudonym: join the two fragments in the review, then it is replaced.")
        await until(asked.pilot, lambda: joined in read(asked.app))
