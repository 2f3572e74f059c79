"""Which inputs are the laptop's own, which nobody speaks into, and which are not worth showing."""

import pytest

from capture.recorder.devices import Device, is_built_in, is_virtual, worth_showing
from capture.recorder.pulse import Source


@pytest.mark.parametrize(
    ("name", "built_in", "virtual"),
    [
        ("HDA Intel PCH: ALC257 Analog (hw:0,0)", True, False),
        ("sof-hda-dsp: - (hw:0,6)", True, False),
        ("Microphone Array (Realtek(R) Audio)", True, False),
        ("Microphone Array (Realtek(R) Au", True, False),
        ("Microfoon (Realtek High Definit", True, False),
        ("Microphone Array (Intel® Smart Sound Technology for Digital Microphones)", True, False),
        ("MacBook Pro Microphone", True, False),
        ("Interne microfoon", True, False),
        ("Built-in Microphone", True, False),
        ("Blue Yeti: USB Audio (hw:2,0)", False, False),
        ("Realtek USB Audio: dock (hw:1,0)", False, False),
        ("Headset (WH-1000XM4)", False, False),
        ("RØDE NT-USB", False, False),
        ("ReSpeaker 4 Mic Array (UAC1.0)", False, False),
        ("Jabra Speak 510", False, False),
        ("Stereo Mix (Realtek(R) Audio)", True, True),
        ("Stereomix (Realtek High Definit", True, True),
        ("CABLE Output (VB-Audio Virtual Cable)", False, True),
        ("CABLE Output (VB-Audio Virtual ", False, True),
        ("Ingang van de spreker (BlackHol", False, True),
        ("BlackHole 2ch", False, True),
        ("Loopback: PCM (hw:1,1)", False, True),
        ("Monitor of Built-in Audio Analog Stereo", True, True),
        ("VoiceMeeter Output", False, True),
    ],
)
def test_a_name_tells_what_it_is(name: str, built_in: bool, virtual: bool) -> None:
    assert is_virtual(name) is virtual
    assert is_built_in(Device(name, 2, "ALSA")) is built_in


@pytest.mark.parametrize(
    ("source", "built_in"),
    [
        (Source("alsa_input.pci.analog-stereo", "Ingebouwde audio", 2, "internal", "pci"), True),
        (Source("a", "Ingebouwde audio", 2, "internal", "pci", "analog-input-internal-mic"), True),
        (Source("a", "Alder Lake Digital Microphone", 2, "", "pci", "[In] Mic1"), True),
        (Source("a", "Ingebouwde audio", 2, "internal", "pci", "analog-input-headset-mic"), False),
        (Source("a", "Ingebouwde audio", 2, "internal", "pci", "analog-input-mic"), False),
        (Source("a", "Alder Lake Headphones Stereo Microphone", 2, "", "pci", "[In] Mic2"), False),
        (Source("a", "Blue Yeti", 2, "microphone", "usb", "analog-input-mic"), False),
        (Source("a", "Realtek dock", 2, "", "usb"), False),
        (Source("a", "WH-1000XM4", 1, "headset", "bluetooth"), False),
        (Source("a", "MacBook Pro Microphone", 1), True),
        (Source("a", "Speldmic", 1), False),
    ],
)
def test_a_source_is_built_in_by_its_bus_unless_something_is_plugged_in(
    source: Source, built_in: bool
) -> None:
    assert is_built_in(source) is built_in


def test_the_plumbing_of_alsa_is_not_shown() -> None:
    names = ["USB: Audio (hw:2,0)", "sysdefault", "front", "surround51", "dmix", "null", "pulse", "default"]
    shown = worth_showing([Device(name, 2, "ALSA") for name in names])
    assert [device.name for device in shown] == ["USB: Audio (hw:2,0)", "default"]


def test_loudspeakers_are_not_shown() -> None:
    assert worth_showing([Device("HDMI: 0 (hw:1,3)", 0, "ALSA")]) == []


def test_windows_shows_each_device_once_by_its_whole_name() -> None:
    whole = Device("Microphone Array (Realtek(R) Audio)", 2, "Windows WASAPI")
    devices = [
        Device("Microsoft Sound Mapper - Input", 2, "MME"),
        Device(whole.name[:31], 2, "MME"),
        Device("Primary Sound Capture Driver", 2, "Windows DirectSound"),
        Device(whole.name, 2, "Windows DirectSound"),
        whole,
        Device("Microphone Array 1 ()", 2, "Windows WDM-KS"),
    ]
    assert worth_showing(devices) == [whole]
    assert worth_showing(devices[:2]) == [devices[1]]


def test_other_systems_show_all_inputs() -> None:
    devices = [Device("MacBook Pro Microphone", 1, "Core Audio"), Device("Yeti", 2, "Core Audio")]
    assert worth_showing(devices) == devices
