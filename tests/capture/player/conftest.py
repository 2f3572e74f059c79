"""A loudspeaker that nobody hears, shared by the tests of a module: it takes two seconds to wake up."""

import os
import shutil
from collections.abc import Iterator

import pytest

from tests.sound import VirtualMicrophone, sound_server


@pytest.fixture(scope="module")
def loudspeaker() -> Iterator[VirtualMicrophone]:
    """What players play on. In CI it must be there; elsewhere the test is skipped without PulseAudio."""
    if not (shutil.which("pulseaudio") and shutil.which("pactl")):
        if os.environ.get("CI"):
            pytest.fail("no PulseAudio in CI")
        pytest.skip("no PulseAudio")
    with sound_server() as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("PULSE_SINK", "luidspreker")
        yield server.microphone("luidspreker", awake=True)
