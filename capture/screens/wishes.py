"""What a screen asks for that leads beyond it; the app hears it, and knows where that is."""

from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message

if TYPE_CHECKING:
    from capture.interviewing.conductor import Conductor
    from sessions.fragments import SessionReading


class NewSession(Message):
    """Begin a new session."""


class Hold(Message):
    """Hold the conversation of this session, or go on with it."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code


class AskPermission(Message):
    """Ask the expert of this session again what they permit."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code


class OpenReview(Message):
    """Review the session of this ``reading``, from a fragment on, else from the first that is left."""

    def __init__(self, reading: "SessionReading", segment_id: int | None = None) -> None:
        super().__init__()
        self.reading = reading
        self.segment_id = segment_id


class Conducting(App[None]):
    """An app in which one conversation at a time can go on: ``conductor`` is its conductor."""

    conductor: "Conductor | None" = None

    async def action_search(self) -> None:
        """To the search in all that was said."""
        raise NotImplementedError
