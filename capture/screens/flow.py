"""What comes after what around a conversation: the one place that knows, so that no screen knows another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from textual.screen import Screen

from capture.faults import foreseen
from capture.screens.failure import Failed
from capture.screens.interviewing.confirm import Confirm, the_recording_stops
from capture.screens.steps import StepScreen
from capture.screens.wait import WaitScreen
from capture.screens.wishes import Conducting
from capture.settings import read_settings
from sessions.i18n import gettext as _

if TYPE_CHECKING:
    from capture.interviewing.conductor import Conductor
    from capture.screens.consent import WhatGoes
    from sessions.programme import Programme

R = TypeVar("R")


@dataclass(frozen=True)
class Progress:
    """How far a session is: whether the four permissions were asked, recording is refused, and the
    conversation begun and ended."""

    asked: bool
    refused: bool
    begun: bool
    ended: bool


def start(app: Conducting, programme: "Programme") -> None:
    """A new session, from its form on."""
    from capture.screens.new_session import NewSessionScreen

    def asked_for(code: str | None) -> None:
        if code:
            _Flow(app, programme, code).ask_permission()

    if _is_free(app):
        _show(app, NewSessionScreen(programme), asked_for)


def resume(app: Conducting, programme: "Programme", code: str) -> None:
    """Go on with a session, wherever it is: also after a crash, and after it was ended."""
    if app.conductor and app.conductor.code == code:
        _back_to_it(app, app.conductor)
    elif _is_free(app):
        _Flow(app, programme, code).go_on()


def ask_permission(app: Conducting, programme: "Programme", code: str) -> None:
    """Ask the expert of a session again what they permit."""
    from capture.screens.consent import ConsentScreen

    if _is_free(app):
        screen = ConsentScreen(programme, code)
        _show(app, screen, lambda _answered: _take_out(app, programme, screen.what_goes))


def _take_out(app: Conducting, programme: "Programme", what: "WhatGoes | None") -> None:
    """Show what is there of what an expert took back, where anything is."""
    from capture.screens.withdrawing.screen import WithdrawScreen

    if what:
        app.push_screen(WithdrawScreen(programme, what.taking, what.sight))


def close(app: Conducting, then: Callable[[], object]) -> None:
    """Keep what is being recorded and let go of the microphone; ``then`` follows."""
    conductor, app.conductor = app.conductor, None
    if conductor is None:
        then()
        return
    waiting = WaitScreen(_("The recording is being kept …"))
    app.push_screen(waiting)

    def kept() -> None:
        waiting.finish()
        then()

    _in_thread(app, conductor.close, lambda _nothing: kept(), kept)


class CloseQuestion(Confirm):
    """Asks whether to close the app while something is being recorded."""

    def __init__(self) -> None:
        super().__init__(_("Close Vakborg?"), the_recording_stops(), _("Close"), _("Stay here"))


def leave_app(app: Conducting) -> None:
    """Close the app; asks first where something is being recorded, or was typed and is not kept."""
    if isinstance(app.screen, CloseQuestion | WaitScreen):
        return
    leave_first(app.screen_stack, partial(_leave, app))


def leave_first(screens: Sequence[Screen[Any]], then: Callable[[], object]) -> None:
    """Do ``then`` once each of these screens lets it, the uppermost first: what somebody typed is in one of
    them."""
    for screen in screens:
        if ask := getattr(screen, "leave_first", None):
            then = partial(ask, then)
    then()


def _leave(app: Conducting) -> None:
    if is_recording(app.conductor):
        app.push_screen(CloseQuestion(), lambda sure: app.exit() if sure else None)
    else:
        app.exit()


def is_recording(conductor: "Conductor | None") -> bool:
    """Whether a recording is open, held or not."""
    latest = conductor.latest if conductor else None
    return bool(latest and latest.sound_at_stake)


class _Flow:
    """One session on its way."""

    def __init__(self, app: Conducting, programme: "Programme", code: str) -> None:
        self._app = app
        self._programme = programme
        self._code = code

    def ask_permission(self) -> None:
        """The four permissions; they are asked, or confirmed, before each first talk."""
        from capture.screens.consent import ConsentScreen

        screen = ConsentScreen(self._programme, self._code, talk_follows=True)
        _show(self._app, screen, self._permission_asked)

    def _permission_asked(self, recording: bool | None) -> None:
        if recording is not None:
            self.go_on()

    def go_on(self) -> None:
        """Look how far the session is, and show what comes next."""
        _in_thread(self._app, partial(_read, self._programme, self._code), self._decide)

    def _decide(self, progress: Progress) -> None:
        if not progress.asked:
            self.ask_permission()
        elif progress.ended:
            self._ask_to_reopen()
        elif progress.begun:
            self._conduct(self._interview)
        elif progress.refused:
            self._conduct(self._open)
        else:
            self._conduct(self._check_sound)

    def _ask_to_reopen(self) -> None:
        question = _("{code} was closed. Open the conversation again?").format(code=self._code)
        ask = Confirm(question, "", _("Open again"), _("Only read"))
        self._app.push_screen(ask, self._reopen)

    def _reopen(self, again: bool | None) -> None:
        if again:
            self._conduct(self._interview_again)
        elif again is not None:
            self._read_only()

    def _read_only(self) -> None:
        from capture.screens.session import SessionScreen

        here = self._app.screen
        if not (isinstance(here, SessionScreen) and here.code == self._code):
            self._app.push_screen(SessionScreen(self._programme, self._code))

    def _conduct(self, then: "Callable[[Conductor], None]") -> None:
        """Make the conductor, which opens the microphone and recovers what a crash left."""

        def make() -> "Conductor":
            from capture.interviewing.conductor import Conductor

            return Conductor(self._programme, self._code, read_settings().model)

        def made(conductor: "Conductor") -> None:
            if _is_free(self._app):  # two quick keys ask for it once
                self._app.conductor = conductor
                conductor.start()
                then(conductor)

        _in_thread(self._app, make, made)

    def _check_sound(self, conductor: "Conductor") -> None:
        from capture.screens.sound_check import SoundCheckScreen

        def checked(good: bool | None) -> None:
            if good:
                self._open(conductor)
            else:
                self._leave()

        _show(self._app, SoundCheckScreen(conductor), checked)

    def _open(self, conductor: "Conductor") -> None:
        from capture.screens.opening import OpeningScreen

        def opened(begun: bool | None) -> None:
            if begun:
                self._interview(conductor)
            else:
                self._leave()

        _show(self._app, OpeningScreen(conductor), opened)

    def _interview_again(self, conductor: "Conductor") -> None:
        conductor.begin()
        self._interview(conductor)

    def _interview(self, conductor: "Conductor") -> None:
        from capture.screens.interview import InterviewScreen

        screen = InterviewScreen(conductor)
        self._app.push_screen(screen, lambda _nothing: self._leave(rounded_off=bool(screen.result)))

    def _leave(self, *, rounded_off: bool = False) -> None:
        close(self._app, self._say_closed if rounded_off else lambda: None)

    def _say_closed(self) -> None:
        told = _("Session {code} is closed and kept. Recordings without text wait for: vakborg transcribe")
        self._app.notify(told.format(code=self._code), markup=False)


def _show(app: Conducting, screen: StepScreen[R], then: Callable[[R | None], None]) -> None:
    app.push_screen(screen, lambda _nothing: then(screen.result))


def _is_free(app: Conducting) -> bool:
    """Whether no conversation is going on; says so where one is."""
    if app.conductor is None:
        return True
    code = app.conductor.code
    app.notify(_("The conversation {code} is still open: leave it first.").format(code=code), markup=False)
    return False


def _back_to_it(app: Conducting, conductor: "Conductor") -> None:
    """Close what lies over the conversation."""
    while getattr(app.screen, "conductor", None) is not conductor and len(app.screen_stack) > 1:
        app.pop_screen()


def _read(programme: "Programme", code: str) -> Progress:
    from sessions.people import Expert, Permission, refused
    from sessions.store.interviews import find_session
    from sessions.store.people import asked, consents_of

    with programme.store() as store:
        session = find_session(store, code)
        expert = store.get(Expert, session.expert_id)
        no_recording = refused(Permission.RECORDING, consents_of(store, expert))
        return Progress(
            asked=asked(store, expert),
            refused=no_recording,
            begun=bool(session.place),
            ended=session.ended_at is not None,
        )


def _in_thread(
    app: Conducting,
    work: Callable[[], R],
    then: Callable[[R], None],
    otherwise: Callable[[], None] = lambda: None,
) -> None:
    """Let a thread do ``work``; ``then`` gets what it gives, in the app; a failure is shown."""

    def run() -> None:
        try:
            given = work()
        except Exception as error:  # noqa: BLE001 - the boundary: every failure is shown
            app.call_later(otherwise)
            app.post_message(Failed(foreseen(error)))
        else:
            app.call_later(then, given)

    app.run_worker(run, thread=True, group="flow")
