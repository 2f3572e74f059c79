"""What is typed and not kept yet: over a closed terminal, and where its fragment is another by now."""

from pathlib import Path

from capture.screens.failure import FailureScreen
from capture.screens.reviewing.value import ValueDialog
from sessions.programme import Programme
from sessions.release import Release
from sessions.store.editing import editing
from sessions.store.interviews import find_session
from sessions.store.releasing import release_all
from sessions.store.revising import join, split
from sessions.transcript import Segment, Transcript, Value, Why
from tests.capture.screens.reviewing.held import all_done
from tests.capture.screens.reviewing.sitting import Sitting, segment_of, sitting, stored

IK_ZET = "Ik zet het startgat"
EN_LET = "En let op het spoelen"


def note_of(programme: Programme) -> Path:
    return programme.folder / ".typing-A1.json"


def join_elsewhere(programme: Programme, beginning: str) -> None:
    with programme.store() as store:
        session, id_ = find_session(store, "A1"), segment_of(programme, beginning)
        with editing(store, session, "Piet", Why.JOIN, "joined") as pencil:
            join(pencil, id_)


def split_elsewhere(programme: Programme, beginning: str, at: int) -> None:
    with programme.store() as store:
        session, id_ = find_session(store, "A1"), segment_of(programme, beginning)
        with editing(store, session, "Piet", Why.SPLIT, "split") as pencil:
            split(pencil, id_, at)


async def type_and_lose_the_terminal(programme: Programme) -> bytes:
    """What is left behind where the terminal closes while somebody types."""
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("enter", "ctrl+end", *" Echt.")
        await at.until(note_of(programme).exists)
        await at.until(lambda: b"Echt." in note_of(programme).read_bytes())
        left = note_of(programme).read_bytes()
    note_of(programme).write_bytes(left)
    return left


async def past_the_failure(at: Sitting) -> None:
    await at.until(lambda: isinstance(at.app.screen, FailureScreen))
    await at.press("escape")


async def test_what_was_typed_is_back_after_the_terminal_closed(programme: Programme) -> None:
    await type_and_lose_the_terminal(programme)
    async with sitting(programme, at=EN_LET) as at:
        await at.sees("is back in the field", "wand. Echt.")
        await at.stands_on(IK_ZET)
        await at.press("enter")
        await at.until(lambda: at.here.endswith("Echt."))
        await all_done(at)
        await at.until(lambda: not note_of(programme).exists())


async def test_what_is_kept_or_given_up_is_not_put_back(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("enter", "x")
        await at.until(note_of(programme).exists)
        await at.press("escape", "left", "enter")
        await at.until(lambda: not note_of(programme).exists())
        await at.press("enter", "y")
        await at.until(note_of(programme).exists)
        await at.press("enter")
        await at.until(lambda: not note_of(programme).exists())


async def test_what_is_thrown_away_on_leaving_is_not_put_back(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("enter", "x")
        await at.until(note_of(programme).exists)
        await at.press("shift+tab", "escape", "left", "enter")
        await at.until(lambda: at.app.screen is not at.screen)
    assert not note_of(programme).exists()


async def test_of_a_fragment_that_was_struck_meanwhile_nothing_is_put_back(programme: Programme) -> None:
    await type_and_lose_the_terminal(programme)
    with programme.store() as store:
        segment = store.get(Segment, segment_of(programme, IK_ZET))
        release_all(store, find_session(store, "A1"), [segment], Release.STRUCK, "Piet")
    async with sitting(programme, at=EN_LET) as at:
        await all_done(at)
        assert at.screen.editor.typed is None
        assert not note_of(programme).exists()


async def test_a_file_that_is_no_such_thing_is_ignored(programme: Programme) -> None:
    for content in (
        b"\xff[",
        b"{}",
        b'[{"segment_id": "x"}]',
        b'[{"segment_id": 2, "text": 1, "seen": 2}]',
        b"3",
    ):
        note_of(programme).write_bytes(content)
        async with sitting(programme, at=IK_ZET) as at:
            await all_done(at)
            assert at.screen.editor.typed is None
            assert at.app.screen is at.screen


async def test_typed_text_goes_on_in_the_fragment_that_was_joined_meanwhile(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("enter", "ctrl+end", *" Echt.")
        join_elsewhere(programme, IK_ZET)
        await at.press("enter")
        await past_the_failure(at)
        await at.sees("what you typed is laid over it")
        await at.until(lambda: EN_LET in at.here)
        await at.press("enter")
        await at.until(lambda: "wand. Echt. En let op" in at.here)


async def test_typed_text_goes_on_in_the_part_that_was_split_off(programme: Programme) -> None:
    async with sitting(programme, at=EN_LET) as at:
        await at.press("enter", "ctrl+end", *" Echt.")
        split_elsewhere(programme, EN_LET, 23)
        await at.press("enter")
        await past_the_failure(at)
        await all_done(at)
        await at.press("enter")
        await all_done(at)
    assert any(s.text.endswith("draad. Echt.") for s in stored(programme))


async def test_typed_text_of_a_fragment_that_is_gone_can_be_copied(programme: Programme) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.press("enter", "ctrl+end", *" Echt.")
        with programme.store() as store:
            transcript = store.get(Transcript, at.segment.transcript_id)
            store.delete(transcript)
        await at.press("enter")
        await past_the_failure(at)
        await at.sees("Enter copies the text")
        await at.press("enter")
        await at.sees("The text is copied")
        assert at.app.clipboard.endswith("wand. Echt.")
        assert at.screen.editor.unsaved


async def test_a_value_card_that_could_not_be_stored_is_open_again_with_what_was_typed(
    programme: Programme,
) -> None:
    async with sitting(programme, at=IK_ZET) as at:
        await at.sees("a value? There is no card yet")
        await at.press("w", *"afstand")
        join_elsewhere(programme, IK_ZET)
        await at.press("f2")
        await past_the_failure(at)
        await at.until(lambda: isinstance(at.app.screen, ValueDialog))
        await at.sees("A value, not kept yet", "afstand")
        await at.press("escape")
        await at.sees("Throw away what you typed?")
        await at.press("escape", "f2")
        await at.until(lambda: at.app.screen is at.screen)
        await all_done(at)
    with programme.store() as store:
        assert [value.quantity for value in store.all(Value)] == ["afstand"]
