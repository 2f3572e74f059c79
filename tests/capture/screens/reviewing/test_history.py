from capture.screens.reviewing.history import HistoryDialog
from sessions.i18n import gettext as _
from sessions.interview import Session
from sessions.programme import Programme
from sessions.store import revising
from sessions.store.editing import editing, undo
from sessions.transcript import Why
from tests.capture.screens.interviewing.test_dialogs import NOTHING, asking
from tests.capture.screens.reviewing.lines import SAID, a_line, session_of
from tests.watching import read

TYPED = SAID.replace("drie millimeter", "3 mm")


def retype(programme: Programme, session: Session, segment_id: int, text: str, why: Why = Why.HUMAN) -> None:
    with programme.store() as store, editing(store, session, "Anneke", why, "text typed") as pencil:
        revising.retype(pencil, segment_id, text)


async def test_every_version_says_who_and_why_and_what_changed_and_any_can_be_put_back(
    programme: Programme,
) -> None:
    line = a_line(programme)
    retype(programme, session_of(line), line.id, TYPED)
    retype(programme, session_of(line), line.id, "Weg [/b] ermee.", Why.REPLACE)
    with programme.store() as store:
        undo(store, session_of(line), "Bas")
    async with asking(HistoryDialog(programme, line.id)) as asked:
        text = read(asked.app)
        assert text.index(f"Bas {_('undone')} {_('● as it is now')}") < text.index(
            f"Anneke {_('find and replace')}"
        )
        assert text.index(_("find and replace")) < text.index(f"Anneke {_('typed')}") < len(text)
        assert "altijd [drie millimeter → 3 mm] naast" in text
        assert "Weg [/b] ermee." in text
        assert text.count(_("● as it is now")) == 1
        assert await asked.press("enter") is NOTHING
        assert _("That is how it stands now.") in read(asked.app)
        await asked.press("end")
        assert _("as the model heard it") in read(asked.app)
        assert await asked.press("enter") == SAID


async def test_a_fragment_that_nobody_changed_says_so(programme: Programme) -> None:
    async with asking(HistoryDialog(programme, a_line(programme).id)) as asked:
        assert _("Nobody changed this fragment: it is as the model heard it.") in read(asked.app)
        assert SAID in read(asked.app)
        assert await asked.press("escape") is None


async def test_a_text_from_before_a_split_is_asked_about(programme: Programme) -> None:
    line = a_line(programme)
    retype(programme, session_of(line), line.id, TYPED)
    with (
        programme.store() as store,
        editing(store, session_of(line), "Anneke", Why.SPLIT, "split") as pencil,
    ):
        _first, second = revising.split(pencil, line.id, TYPED.index("want"))
    async with asking(HistoryDialog(programme, second.id)) as asked:
        assert f"Anneke {_('split')}" in read(asked.app)
        assert _("(before it was split or joined)") in read(asked.app)
        await asked.press("down", "enter")
        assert _("Put it back all the same?") in read(asked.app)
        assert await asked.press("left", "enter") == TYPED
