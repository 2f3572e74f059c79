"""On which screens keys work together, for whoever wants to change them."""

from textual.app import App

from capture.keymap import Place
from capture.screens.closing import ClosingScreen
from capture.screens.consent import ConsentScreen
from capture.screens.home import HomeScreen
from capture.screens.interview import InterviewScreen
from capture.screens.permission import PermissionRow
from capture.screens.review import ReviewScreen
from capture.screens.reviewing.editor import Field
from capture.screens.reviewing.fragment_list import FragmentList
from capture.screens.session import SessionScreen
from capture.screens.sound_check import MicrophoneList, SoundCheckScreen
from capture.screens.table import SessionTable
from sessions.i18n import gettext as _


def places(app: type[App[None]]) -> list[Place]:
    """The places, the conversation first and what works everywhere last."""
    return [
        Place(_("The conversation"), (InterviewScreen,)),
        Place(_("Before and after it"), (ClosingScreen,)),
        Place(_("Permission"), (ConsentScreen, PermissionRow)),
        Place(_("Sound check"), (SoundCheckScreen, MicrophoneList)),
        Place(_("The list of sessions"), (HomeScreen, SessionTable)),
        Place(_("A session"), (SessionScreen,)),
        Place(_("The review"), (ReviewScreen, FragmentList, Field)),
        Place(_("Everywhere"), (app,)),
    ]
