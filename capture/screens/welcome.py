"""The first screen of someone who has no programme yet."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from sessions.i18n import gettext as _


class WelcomeScreen(Screen[None]):
    """What Vakborg is, and the two ways to begin."""

    def __init__(self) -> None:
        super().__init__(classes="welcome")

    @property
    def about(self) -> str:
        """What this screen shows, for the help."""
        return _("There is no programme open. This screen says how to make one.")

    def compose(self) -> ComposeResult:
        yield Static("Vakborg", classes="title", markup=False)
        with VerticalScroll(classes="page"):
            yield Static(_what(), classes="what", markup=False)
            yield Static(_steps(), classes="steps", markup=False)
        yield Footer()


def _what() -> str:
    return _(
        "Vakborg keeps what experienced specialists know: recordings of interviews become text on this "
        "laptop, sorted by topic. From that you make the first draft of a training module in Word; "
        "nothing leaves this laptop."
    )


def _steps() -> Content:
    steps = (
        (_("Look around in an example:"), "vakborg demo"),
        (_("Or make a programme of your own:"), "vakborg init " + _("FOLDER")),
    )
    lines = [Content.assemble(f"{text}\n  ", (command, "bold")) for text, command in steps]
    after = _("Close this screen with q, type the command, and start vakborg again.")
    return Content("\n\n").join([*lines, Content(after)])
