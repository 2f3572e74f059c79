"""A sound server with microphones for the tests of the recorder."""

from tests.sound import sound

__all__ = ["sound"]
