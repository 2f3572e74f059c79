import os
import threading

import pytest

from capture.recorder.protocol import Ended, Level, TroubleKind, Well, decode
from capture.telling import Teller

LEVEL = Level(1.0, (-20.0,), (-10.0,))


def test_events_come_out_in_their_order() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        teller = Teller(pipe, passing=Level)
        for event in (LEVEL, Ended(1, 5), Well(TroubleKind.SILENT)):
            teller.tell(event)
        teller.finish()
    with os.fdopen(reading, encoding="utf-8") as lines:
        assert [decode(line) for line in lines] == [LEVEL, Ended(1, 5), Well(TroubleKind.SILENT)]


def test_where_nobody_reads_levels_are_left_out_and_nothing_else() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        teller = Teller(pipe, passing=Level)
        for _turn in range(5000):
            teller.tell(LEVEL)
        teller.tell(Ended(7, 5))
        heard: list[object] = []
        reader = threading.Thread(target=read, args=(reading, heard))
        reader.start()
        teller.finish()
    reader.join()
    assert heard[-1] == Ended(7, 5)
    assert len(heard) < 5000


def read(reading: int, heard: list[object]) -> None:
    with os.fdopen(reading, encoding="utf-8") as lines:
        heard.extend(decode(line) for line in lines)


def test_a_reader_that_is_gone_stops_nothing() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    pipe = os.fdopen(writing, "w", encoding="utf-8")
    teller = Teller(pipe, passing=Level)
    teller.tell(Ended(1, 5))
    teller.finish()
    teller.tell(Ended(2, 5))
    assert not [thread for thread in threading.enumerate() if thread.name == "events"]
    with pytest.raises(BrokenPipeError):
        pipe.close()
