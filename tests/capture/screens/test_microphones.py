from dataclasses import replace

from capture.recorder.microphones import Microphone
from capture.screens.microphones import in_use, microphone_line

TABLE = Microphone("usb", "Jabra [/x]", 1)
LAPTOP = Microphone("pci", "Laptop", 2, is_default=True, built_in=True)


def test_the_one_in_use_is_found_by_its_key_and_not_by_its_name() -> None:
    assert in_use([LAPTOP, replace(TABLE, key="other"), TABLE], "usb") is TABLE
    assert in_use([LAPTOP], "Laptop") is None


def test_where_none_was_chosen_it_is_the_usual_one() -> None:
    assert in_use([TABLE, LAPTOP], "") is LAPTOP
    assert in_use([], "") is None


def test_a_line_says_what_to_know_about_it() -> None:
    assert microphone_line(TABLE, used=True).plain == "● Jabra [/x]  in use"
    assert microphone_line(TABLE, used=False).plain == "○ Jabra [/x]"
    assert microphone_line(LAPTOP, used=False).plain == "○ Laptop  the usual one, in the laptop itself"
