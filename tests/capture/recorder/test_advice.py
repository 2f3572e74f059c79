"""What a person is told about the sound."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.recorder.advice import TARGET, Fault, Zone, trouble, warnings, zone
from capture.recorder.microphones import Microphone
from capture.recorder.protocol import QUIET, Tried, Trouble, TroubleKind

GOOD = Tried(rms=(-26,), peak=(-10,), noise=(-60,), clipped=(0,), hum=(4,), silent=False)
STEREO = Tried(rms=(-26, -26), peak=(-10, -10), noise=(-60, -60), clipped=(0, 0), hum=(4, 4), silent=False)
TABLE = Microphone("pulse:table", "Table", 1)


def found(tried: Tried, microphone: Microphone | None = TABLE) -> list[Fault]:
    return [Fault(advice.about) for advice in warnings(tried, microphone)]


def test_a_good_sound_check_gives_no_warnings() -> None:
    assert warnings(GOOD, TABLE) == warnings(GOOD, None) == warnings(STEREO, TABLE) == []


@pytest.mark.parametrize(
    ("tried", "fault"),
    [
        (replace(GOOD, peak=(QUIET,), silent=True), Fault.SILENT),
        (replace(GOOD, peak=(-30.1,)), Fault.TOO_SOFT),
        (replace(GOOD, peak=(0,), clipped=(0.01,)), Fault.CLIPPING),
        (replace(GOOD, hum=(20,)), Fault.HUM),
    ],
)
def test_each_fault_is_warned_of_with_what_to_do(tried: Tried, fault: Fault) -> None:
    (advice,) = warnings(tried, TABLE)
    assert advice.about is fault
    assert advice.message
    assert advice.advice


@pytest.mark.parametrize(
    "tried",
    [
        replace(GOOD, peak=(-30,)),
        replace(GOOD, peak=(0,), clipped=(0.00001,)),
        replace(GOOD, hum=(20,), noise=(-80,)),
    ],
)
def test_what_nobody_hears_is_not_warned_of(tried: Tried) -> None:
    assert warnings(tried, TABLE) == []


def test_what_the_microphone_is_gets_warned_of_too() -> None:
    assert found(GOOD, replace(TABLE, virtual=True)) == [Fault.VIRTUAL]
    (advice,) = warnings(GOOD, replace(TABLE, built_in=True))
    assert advice.advice == "Put a separate microphone between the two of you."


def test_the_worst_comes_first() -> None:
    tried = replace(GOOD, peak=(-40,), hum=(30,))
    assert found(tried, replace(TABLE, built_in=True)) == [Fault.TOO_SOFT, Fault.HUM, Fault.BUILT_IN]


def test_of_two_microphones_the_one_at_fault_is_named() -> None:
    (right,) = warnings(replace(STEREO, peak=(-10, QUIET)), TABLE)
    assert right.message == "The microphone gives nothing at all (expert, right)"
    (left,) = warnings(replace(STEREO, peak=(-40, -10)), TABLE)
    assert left.message == "Too soft (interviewer, left)"
    (both,) = warnings(replace(STEREO, peak=(-40, -40)), TABLE)
    assert both.message == "Too soft"


@pytest.mark.parametrize(
    ("peak", "expected"),
    [
        (QUIET, Zone.SILENT),
        (-70, Zone.SILENT),
        (-50, Zone.TOO_SOFT),
        (-30, Zone.GOOD),
        (TARGET[0], Zone.GOOD),
        (TARGET[1], Zone.GOOD),
        (-5.9, Zone.LOUD),
        (-0.05, Zone.CLIPPING),
        (0, Zone.CLIPPING),
    ],
)
def test_a_peak_lies_in_one_zone(peak: float, expected: Zone) -> None:
    assert zone(peak) is expected


@given(st.lists(st.floats(QUIET, 0), min_size=2).map(sorted))
def test_zones_follow_each_other_upwards(peaks: list[float]) -> None:
    order = list(Zone)
    assert all(order.index(zone(low)) <= order.index(zone(high)) for low, high in pairwise(peaks))


@pytest.mark.parametrize("kind", TroubleKind)
def test_every_trouble_says_what_to_do_without_naming_a_key_that_can_be_changed(kind: TroubleKind) -> None:
    advice = trouble(Trouble(kind, "Yeti {0}"))
    assert advice.message
    about_the_computer = kind in (TroubleKind.LOST, TroubleKind.DISK)
    assert about_the_computer is not ("o on with another microphone" in advice.advice)
    assert "press" not in advice.advice.lower()
    assert "{" not in advice.advice


def test_a_replaced_microphone_names_what_took_its_place() -> None:
    told = trouble(Trouble(TroubleKind.REPLACED, "Webcam {C920}"))
    assert told.message == "The system listens to another microphone now: Webcam {C920}"
