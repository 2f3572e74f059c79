"""The sound check: which microphone, how loud, and five seconds to hear it back."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Button, Footer, OptionList, ProgressBar, Static
from textual.widgets.option_list import Option

from capture.interviewing.state import News, Recording, Snapshot
from capture.recorder.advice import warnings
from capture.recorder.microphones import Microphone
from capture.recorder.protocol import Level, Played, Tried
from capture.screens.meter import Meter
from capture.screens.microphones import in_use, microphone_line
from capture.screens.showing import MUTED, plain
from capture.screens.steps import ConductedStep, forward
from capture.settings import read_settings
from sessions.i18n import gettext as _
from sessions.text import clean_line

if TYPE_CHECKING:
    from capture.interviewing.conductor import Conductor

SECONDS = 5.0
"""How long the sound check listens."""

_STEP = 0.1


class MicrophoneList(OptionList):
    """The microphones; Space takes the chosen one into use, Enter goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", _("Use"), id="use_microphone", tooltip=_("Use this microphone")),
        Binding("enter", "screen.go_on", show=False),
    ]


class SoundCheckScreen(ConductedStep[bool]):
    """Choose a microphone and try it; its result is true when the conversation goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "t",
            "try_sound",
            _("Try"),
            id="try_sound",
            show=False,  # its button names it
            tooltip=_("Record five seconds and play them"),
        ),
        Binding("p", "play", _("Play"), id="play_try", tooltip=_("Play the five seconds again")),
        Binding(
            "2",
            "two",
            _("Two"),
            id="two_microphones",
            tooltip=_("Left the interviewer, right the expert: kept apart in the text"),
        ),
        Binding(
            "r,f5",
            "reload",
            _("Look again"),
            id="reload",
            show=False,
            tooltip=_("Look for microphones again"),
        ),
    ]

    class Loaded(Message):
        """The microphones that are there."""

        def __init__(self, microphones: list[Microphone]) -> None:
            super().__init__()
            self.microphones = microphones

    def __init__(self, conductor: "Conductor") -> None:
        super().__init__(conductor, classes="sound-check")
        self.microphones: list[Microphone] = []
        self._tried = False
        self._timer: Timer | None = None

    @property
    def about(self) -> str:
        return _(
            "The sound check. Choose the microphone with the arrows and Space, or click it. Let the expert "
            "talk as they will during the conversation: the peaks belong between the brackets. {try_it} records "
            "five seconds and plays them, with advice where something is wrong; those seconds are not kept. "
            "Enter goes on, tried or not. A microphone that you plug in now is found with {look}. Two "
            "microphones on one device (left you, right the expert) are kept apart in the text."
        ).format(try_it=self.key("try_sound"), look=self.key("reload"))

    def compose(self) -> ComposeResult:
        yield Static(_("Sound check"), classes="title", markup=False)
        yield MicrophoneList(markup=False, compact=True)
        yield Static(_("Looking for microphones …"), classes="looking", markup=False)
        yield Meter()
        yield Static(
            _(
                "Let the expert say something at the place where they will sit. The peaks belong between [ and ]."
            ),
            classes="hint",
            markup=False,
        )
        with Horizontal(classes="trying"):
            yield Button(_("Record five seconds"), id="try", compact=True, action="screen.try_sound")
            yield ProgressBar(total=SECONDS, show_eta=False, show_percentage=False)
        yield Static("", classes="missing", markup=False)
        yield forward(_("Go on"))
        yield Footer()

    def on_mount(self) -> None:
        super().on_mount()
        self.list.display = self.query_one(ProgressBar).display = False
        label = _("Record five seconds")
        self.query_one("#try", Button).label = Content(f"{label} ({self.key('try_sound')})")
        self.load()

    @property
    def list(self) -> MicrophoneList:
        """The microphones, to choose from."""
        return self.query_one(MicrophoneList)

    def load(self) -> None:
        """Look which microphones there are."""
        from capture.recorder.microphones import microphones

        self.in_background(lambda: self.Loaded(microphones()))

    def not_loaded(self) -> None:
        self._show_none()

    @on(Loaded)
    def _offer(self, loaded: Loaded) -> None:
        self.microphones = loaded.microphones
        self._show_microphones()
        if not self.microphones:
            self._show_none()
        elif self.focused is None:
            self.list.focus()

    def _show_none(self) -> None:
        looking = self.query_one(".looking", Static)
        looking.display = True
        looking.update(
            _(
                "No microphone was found. Plug one in and press {key}. Enter goes on without: notes, marks "
                "and photos are kept, and sound as soon as a microphone is chosen."
            ).format(key=self.key("reload"))
        )

    def _show_microphones(self) -> None:
        chosen, used = self.list.highlighted, self._microphone()
        self.query_one(".looking").display = not self.microphones
        self.list.display = bool(self.microphones)
        self.list.clear_options()
        self.list.add_options([Option(microphone_line(m, used=m is used)) for m in self.microphones])
        place = self.microphones.index(used) if used else 0
        if self.microphones:
            self.list.highlighted = place if chosen is None else min(chosen, len(self.microphones) - 1)

    def _microphone(self) -> Microphone | None:
        """The one in use, as far as it is known."""
        return in_use(self.microphones, self.snapshot.microphone_key) if self.snapshot else None

    @on(OptionList.OptionSelected)
    def _use(self, event: OptionList.OptionSelected) -> None:
        microphone = self.microphones[event.option_index]
        self.query_one(Meter).reset()
        self._tried = False
        self.refresh_bindings()
        self.say("")
        self.conductor.use_microphone(microphone.key)

    def heard(self, news: News) -> None:
        """The level, the snapshot, and the end of the five seconds and of playing them."""
        match news:
            case Level():
                self.query_one(Meter).show(news)
            case Tried():
                self._show_tried(news)
            case Played(problem) if problem:
                self.say(clean_line(problem))
            case Snapshot():
                self._show_snapshot(news)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        name = clean_line(f"{snapshot.session.code}  {snapshot.expert.name}")
        self.query_one(".title", Static).update(
            Content.assemble((_("Sound check"), "bold"), "  ", (name, MUTED))
        )
        if snapshot.alarm:
            self.say(clean_line(f"{snapshot.alarm.message} {snapshot.alarm.advice}"))
        if self.microphones:
            self._show_microphones()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to play before something was tried, and one channel is one microphone."""
        del parameters
        if action == "two":
            used = self._microphone()
            return bool(used and used.channels > 1)
        return action != "play" or self._tried

    def action_try_sound(self) -> None:
        """Record five seconds, unless it does so already or nothing can be heard."""
        ready = self.snapshot and self.snapshot.recording is Recording.READY
        if self._timer or not ready:
            silent = _("The microphone gives no sound yet. Choose another, or press {key}.")
            self.say("" if self._timer else silent.format(key=self.key("reload")))
            return
        self._tried = False
        self.say(_("Listening … let the expert talk."))
        self._show_progress(True)
        self._timer = self.set_interval(_STEP, lambda: self.query_one(ProgressBar).advance(_STEP))
        self.conductor.try_sound()

    def _show_progress(self, running: bool) -> None:
        progress = self.query_one(ProgressBar)
        progress.display = running
        progress.update(progress=0)

    def _show_tried(self, tried: Tried) -> None:
        if self._timer:
            self._timer.stop()
        self._timer, self._tried = None, True
        self.refresh_bindings()
        self._show_progress(False)
        self.query_one(".missing", Static).update(_advice(tried, self._microphone(), self.key("play_try")))
        self.conductor.play_try()

    def action_play(self) -> None:
        """Let the five seconds be heard again."""
        self.conductor.play_try()

    def action_two(self) -> None:
        """One microphone, or two in one: left the interviewer, right the expert."""
        used, two = self._microphone(), not read_settings().two_microphones
        if used is None:
            return
        self.query_one(Meter).reset()
        self._tried = False
        self.say(
            _("Two microphones: left you, right the expert. Let both say something.")
            if two
            else _("One microphone.")
        )
        self.conductor.use_microphone(used.key, two=two)

    def action_go_on(self) -> None:
        """On to the opening."""
        self.finish(True)


def _advice(tried: Tried, microphone: Microphone | None, play: str) -> Content:
    """What is wrong and what to do about it; or that all is well, and the key that plays it again."""
    found = warnings(tried, microphone)
    if not found:
        good = _("The sound is good. You hear it now; {key} plays it again.").format(key=play)
        return Content.styled(good, "$text-success")
    lines = [
        Content.assemble(plain(f"! {w.message}.").stylize("bold $text-warning"), " ", plain(w.advice))
        for w in found
    ]
    return Content("\n").join(lines)
