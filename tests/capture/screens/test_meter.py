import pytest

from capture.app import VakborgApp
from capture.recorder.protocol import QUIET, Level
from capture.screens.meter import Meter, drawn, word
from tests.watching import read


def line(rms: float, peak: float, width: int = 60) -> str:
    return drawn((rms,), (peak,), width).plain


def test_the_target_zone_stays_in_sight_under_any_level() -> None:
    for rms, peak in ((QUIET, QUIET), (-30.0, -20.0), (-3.0, 0.0)):
        shown = line(rms, peak)
        assert shown.index("[") < shown.index("]")


def test_more_sound_is_a_longer_bar_with_its_peak_further_on() -> None:
    soft, loud = line(-40, -30), line(-20, -12)
    assert soft.count("█") < loud.count("█")
    assert soft.index("┃") < loud.index("┃")


@pytest.mark.parametrize(
    ("peak", "meaning"),
    [
        (QUIET, "silence"),
        (-40.0, "soft"),
        (-25.0, "a bit soft"),
        (-12.0, "good"),
        (-3.0, "a bit loud"),
        (0.0, "too loud!"),
    ],
)
def test_a_word_says_what_the_peak_means(peak: float, meaning: str) -> None:
    assert word(peak) == meaning
    assert line(peak - 10, peak).rstrip().endswith(meaning)


@pytest.mark.parametrize("width", [0, 20, 60, 200])
def test_it_fits_any_width_with_room_for_itself(width: int) -> None:
    assert len(line(-20, -10, width)) == max(width, len(line(-20, -10, 0)))


def test_two_microphones_are_two_lines() -> None:
    assert len(drawn((-20.0, -40.0), (-10.0, -35.0), 60).plain.splitlines()) == 2


async def test_the_highest_peak_stays_in_sight_for_a_while() -> None:
    app = VakborgApp(None)
    async with app.run_test(size=(80, 24)) as pilot:
        meter = Meter()
        await app.screen.mount(meter)
        meter.show(Level(0.0, (-20.0,), (-10.0,)))
        meter.show(Level(0.1, (-50.0,), (-45.0,)))
        await pilot.pause()
        assert "−10 dB" in read(app)
        meter.show(Level(0.2, (-50.0, -50.0), (-45.0, -45.0)))
        await pilot.pause()
        assert "−10 dB" not in read(app)
        meter.reset()
        await pilot.pause()
        assert "no sound yet" in read(app)
