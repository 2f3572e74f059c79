"""What the expert says aloud, noted of what was on the screen."""

import pytest

from capture.wordreview.agreement import Standing
from capture.wordreview.desk import decide_on, read_desk
from sessions.errors import ChangedSince
from sessions.programme import Programme
from sessions.received import Wish
from sessions.release import Approval
from sessions.store.editing import editing
from sessions.store.interviews import find_session
from sessions.store.revising import retype, split
from sessions.transcript import Why


def test_what_was_changed_in_another_window_meanwhile_is_not_agreed_to(programme: Programme) -> None:
    shown = read_desk(programme, "A1").answers[0].reading
    with programme.store() as store:
        session = find_session(store, "A1")
        with editing(store, session, "Ilse", Why.HUMAN, "text typed") as pencil:
            retype(pencil, shown.fragments[-1].segment.id, "Iets heel anders.")
        with pytest.raises(ChangedSince):
            decide_on(programme, "A1", [shown], Wish.RIGHT)
        assert store.count(Approval) == 0


def test_what_is_carried_out_is_carried_out_on_the_fragments_of_now(programme: Programme) -> None:
    shown = read_desk(programme, "A1").answers[0].reading
    segment = next(f.segment for f in shown.fragments if f.usable and " " in f.segment.text)
    with (
        programme.store() as store,
        editing(store, find_session(store, "A1"), "Ilse", Why.SPLIT, "split") as pencil,
    ):
        split(pencil, segment.id, segment.text.rindex(" ") + 1)
    decide_on(programme, "A1", [shown], Wish.NOT_TO_USE)
    answer = read_desk(programme, "A1").answers[0]
    assert not any(fragment.usable for fragment in answer.reading.fragments)
    decide_on(programme, "A1", [answer.reading], Wish.RIGHT)
    assert read_desk(programme, "A1").answers[0].standing is Standing.AGREED
