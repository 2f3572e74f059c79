"""On which screens keys work together, for whoever wants to change them."""

from textual.app import App

from capture.keymap import Place
from capture.screens.cases import CasesScreen, CaseTable
from capture.screens.closing import ClosingScreen
from capture.screens.consent import ConsentScreen
from capture.screens.drafting.changes import ChangeList, ChangesScreen
from capture.screens.drafting.folded import FoldedScreen
from capture.screens.drafting.module import ModuleScreen
from capture.screens.drafting.table import ModuleTable
from capture.screens.drafting.text_list import TextList
from capture.screens.drafting.writing import WritingDialog
from capture.screens.drafts import ModulesScreen
from capture.screens.home import HomeScreen
from capture.screens.interview import InterviewScreen
from capture.screens.permission import PermissionRow
from capture.screens.photos import CaptionForm, FileTable, PhotosScreen
from capture.screens.review import ReviewScreen
from capture.screens.reviewing.conflict import ConflictDialog
from capture.screens.reviewing.editor import Field
from capture.screens.reviewing.facet import FacetOfFragment
from capture.screens.reviewing.find import FindDialog
from capture.screens.reviewing.fragment_list import FragmentList
from capture.screens.reviewing.history import HistoryDialog
from capture.screens.reviewing.hits import HitList
from capture.screens.reviewing.names import NameForm, NamesScreen
from capture.screens.reviewing.proposals import ProposalDialog
from capture.screens.reviewing.release import ReleaseDialog
from capture.screens.reviewing.topics import TopicDialog
from capture.screens.reviewing.value import ValueDialog
from capture.screens.reviewing.vocabulary import TermForm, VocabularyScreen
from capture.screens.session import SessionScreen
from capture.screens.sound_check import MicrophoneList, SoundCheckScreen
from capture.screens.table import SessionTable
from capture.screens.withdrawing.due import DueList, DueScreen
from capture.screens.withdrawing.screen import WithdrawScreen
from capture.screens.wordreview.answer_table import AgreementTable
from capture.screens.wordreview.incoming import IncomingScreen, ToldList
from capture.screens.wordreview.remarks import RemarkList, RemarksScreen
from capture.screens.wordreview.review import WordReviewScreen
from sessions.i18n import gettext as _


def places(app: type[App[None]]) -> list[Place]:
    """The places, the conversation first and what works everywhere last."""
    return [
        Place(_("The conversation"), (InterviewScreen,)),
        Place(_("Before and after it"), (ClosingScreen,)),
        Place(_("Permission"), (ConsentScreen, PermissionRow)),
        Place(_("What is due"), (DueScreen, DueList)),
        Place(_("Taking out for good"), (WithdrawScreen,)),
        Place(_("Sound check"), (SoundCheckScreen, MicrophoneList)),
        Place(_("The list of sessions"), (HomeScreen, SessionTable)),
        Place(_("A session"), (SessionScreen,)),
        Place(_("Read back in Word"), (WordReviewScreen, AgreementTable)),
        Place(_("What came back"), (IncomingScreen, ToldList)),
        Place(_("The expert's remarks"), (RemarksScreen, RemarkList)),
        Place(_("Photos and files"), (PhotosScreen, FileTable)),
        Place(_("Practice cases"), (CasesScreen, CaseTable)),
        Place(_("The modules"), (ModulesScreen, ModuleTable)),
        Place(_("The draft of a module"), (ModuleScreen, TextList)),
        Place(_("What changed"), (ChangesScreen, ChangeList)),
        Place(_("Folded statements"), (FoldedScreen,)),
        Place(_("The review"), (ReviewScreen, FragmentList, Field)),
        *_dialogs_of_the_review(),
        Place(_("Documents that were written"), (WritingDialog,)),
        Place(_("Everywhere"), (app,)),
    ]


def _dialogs_of_the_review() -> list[Place]:
    choosing = (TopicDialog, FacetOfFragment, ReleaseDialog, HistoryDialog, ConflictDialog)
    return [
        Place(_("Choosing in the review"), choosing),
        Place(_("The proposals of a fragment"), (ProposalDialog,)),
        Place(_("Forms, and value cards"), (TermForm, NameForm, ValueDialog, CaptionForm)),
        Place(_("Find and replace"), (FindDialog, HitList)),
        Place(_("Vocabulary and names"), (VocabularyScreen, NamesScreen)),
    ]
