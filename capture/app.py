"""The terminal app: which screens there are, the keys that work on all of them, and its looks."""

from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from rich.console import RenderableType
from textual import on
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import ModalScreen, Screen
from textual.theme import Theme

from capture.keymap import sound
from capture.screens.failure import Failed, FailureScreen
from capture.screens.help import HelpScreen, keys_of
from capture.screens.home import HomeScreen
from capture.screens.search import SearchScreen
from capture.screens.themes import DARK, LIGHT, other
from capture.screens.welcome import WelcomeScreen
from capture.screens.wishes import AskPermission, Conducting, Hold, NewSession, OpenReview
from capture.settings import read_settings, remember
from sessions.i18n import gettext as _

if TYPE_CHECKING:
    from sessions.programme import Programme

_KEYS = {
    "escape": "Esc",
    "slash": "/",
    "question_mark": "?",
    "left": "←",
    "right": "→",
    "down": "↓",
    "enter": "Enter",
    "space": _("Space"),
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "up": "↑",
    "minus": "-",
    "plus": "+",
    "comma": ",",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    **{f"f{n}": f"F{n}" for n in range(1, 13)},
}
STYLES = sorted((Path(__file__).parent / "styles").glob("*.tcss"))


def open_app(programme: "Programme | None") -> None:
    """Run the app until it is closed; raises what ended it, if anything did."""
    app = VakborgApp(programme)
    try:
        app.run()
    finally:
        if app.conductor:
            app.conductor.close()  # it ended on a fault: what was being recorded is kept all the same
    if app.fault:
        raise app.fault


class VakborgApp(Conducting):
    """The app on a programme; without one it says how to make one."""

    TITLE = "Vakborg"
    CSS_PATH: ClassVar[list[str | PurePath]] = [*STYLES]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "slash,ctrl+f",
            "search",
            _("Search"),
            id="search",
            priority=True,  # else what is typed right after it goes to the screen that is left
            tooltip=_("Search in all that was said"),
        ),
        Binding(
            "question_mark,f1", "help", _("Help"), id="help", tooltip=_("What this screen shows, its keys")
        ),
        Binding("d", "other_theme", _("Light/dark"), id="theme", show=False, tooltip=_("Light or dark")),
        Binding("q", "quit", _("Quit"), id="quit", tooltip=_("Close Vakborg; everything is kept")),
        Binding(
            "ctrl+q",
            "quit",
            _("Quit"),
            id="quit_always",
            show=False,
            priority=True,
            tooltip=_("Close Vakborg; everything is kept"),
        ),
        Binding("f2", "keys", _("Change keys"), id="keys", show=False, tooltip=_("Which key does what")),
        Binding(
            "ctrl+p",
            "command_palette",
            _("More"),
            id="commands",
            show=False,
            priority=True,
            tooltip=_("Everything you can do here, by name"),
        ),
    ]

    def __init__(self, programme: "Programme | None") -> None:
        super().__init__()
        self.programme = programme
        self.fault: Exception | None = None
        for theme in (LIGHT, DARK):
            self.register_theme(theme)
        chosen = read_settings().theme
        self.theme = chosen if chosen in self.available_themes else LIGHT.name

    def get_default_screen(self) -> Screen[None]:
        return HomeScreen(self.programme) if self.programme else WelcomeScreen()

    def on_mount(self) -> None:
        self.theme_changed_signal.subscribe(self, _remember)
        self.set_keymap(sound(read_settings().keys))

    @on(Failed)
    def _show_failure(self, failed: Failed) -> None:
        self.push_screen(FailureScreen(failed.error))

    @on(NewSession)
    def _begin_session(self) -> None:
        from capture.screens import flow

        if self.programme:
            flow.start(self, self.programme)

    @on(Hold)
    def _hold(self, wish: Hold) -> None:
        from capture.screens import flow

        if self.programme:
            flow.resume(self, self.programme, wish.code)

    @on(AskPermission)
    def _ask_permission(self, wish: AskPermission) -> None:
        from capture.screens import flow

        if self.programme:
            flow.ask_permission(self, self.programme, wish.code)

    @on(OpenReview)
    def _review(self, wish: OpenReview) -> None:
        from capture.screens.reviewing.beginning import review

        if self.programme:
            review(self, self.programme, wish.reading, wish.segment_id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a programme there is nothing to search; while searching, it is there already. During a
        conversation nothing covers it."""
        del parameters
        if action == "keys":
            return self.conductor is None
        here = self.screen_stack[-1] if self.screen_stack else None
        return action != "search" or not (
            self.programme is None
            or isinstance(here, SearchScreen | ModalScreen)
            or not getattr(here, "searchable", True)
        )

    def get_key_display(self, binding: Binding) -> str:
        """A key as it stands on the keyboard: "Ctrl+Q", "Esc", "F1"."""
        *held, key = binding.key.split("+")
        return "+".join([*(h.capitalize() for h in held), _KEYS.get(key, key.upper() if held else key)])

    async def action_search(self) -> None:
        """To the search screen: the one that is open below, or a new one.

        Awaited, so that what is typed right after it lands in the field.
        """
        from capture.screens import flow

        if self.programme is None:
            return
        below = next((n for n, s in enumerate(self.screen_stack) if isinstance(s, SearchScreen)), None)
        if below is None:
            await self.push_screen(SearchScreen(self.programme))
        else:
            flow.leave_first(self.screen_stack[below:], self._back_to_search)

    def _back_to_search(self) -> None:
        while not isinstance(self.screen, SearchScreen):
            self.pop_screen()

    def action_help(self) -> None:
        """The help of the screen at hand."""
        bindings = list(self.screen.active_bindings.values())
        shown = {b.binding.key: self.get_key_display(b.binding) for b in bindings}
        self.push_screen(HelpScreen(getattr(self.screen, "about", ""), keys_of(bindings, shown)))

    def action_keys(self) -> None:
        """All keys, to look at and to change."""
        from capture.screens.keys import KeysScreen
        from capture.screens.places import places

        if not isinstance(self.screen, KeysScreen):
            self.push_screen(KeysScreen(places(type(self))))

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End the app; a conversation that goes on is closed first, with what was recorded."""
        from capture.screens import flow

        flow.close(self, lambda: super(VakborgApp, self).exit(result, return_code, message))

    async def action_quit(self) -> None:
        """Close; a conversation that goes on is kept first."""
        from capture.screens import flow

        flow.leave_app(self)

    def action_other_theme(self) -> None:
        """From light to dark, or back."""
        self.theme = other(self.theme)

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit; say what does."""
        told = _("Press {key} to close Vakborg.").format(key=self._key("quit_always"))
        self.notify(told, markup=False)

    def _key(self, binding_id: str) -> str:
        """The key that does this now, whatever screen is in sight."""
        own = next(b for b in self.BINDINGS if isinstance(b, Binding) and b.id == binding_id)
        key = sound(read_settings().keys).get(binding_id, own.key)
        return self.get_key_display(Binding(key.partition(",")[0], ""))

    def action_command_palette(self) -> None:
        """Everything there is to do, by name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_("What do you want to do?"), id="--command-palette"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers on every screen."""
        del screen
        yield SystemCommand(_("Help"), _("What this screen shows, its keys"), self.action_help)
        if self.programme:
            yield SystemCommand(_("Search"), _("Search in all that was said"), self.action_search)
        if self.conductor is None:
            yield SystemCommand(_("Change keys"), _("Which key does what"), self.action_keys)
        yield SystemCommand(_("Light/dark"), _("Light or dark"), self.action_other_theme)
        yield SystemCommand(_("Quit"), _("Close Vakborg; everything is kept"), self.action_quit)

    def _fatal_error(self) -> None:
        """End without a traceback: the command line says what happened and writes the report."""
        self.fault = self._exception
        self._close_messages_no_wait()


def _remember(theme: Theme) -> None:
    remember(theme=theme.name)
