"""What could stand in a fragment instead: taken, refused, or taken everywhere, one by one."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from capture.reviewing.state import Line
from capture.screens.confirm import Confirm
from capture.screens.dialog import Choice, button
from capture.screens.key_names import key_of
from capture.screens.reviewing.changes import turned
from capture.screens.showing import MUTED
from sessions.i18n import gettext as _
from sessions.replacing import Replacement
from sessions.text import clean_line

Answered = tuple[str, Replacement]
"""What is wanted ("take", "refuse" or "everywhere"), and of which proposal."""


class ProposalDialog(Choice[Answered]):
    """The proposals of a fragment, with why each was made."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "x", "refuse", _("Not here"), id="refuse_proposal", tooltip=_("Do not propose this here any more")
        ),
        Binding(
            "e,shift+enter",
            "everywhere",
            _("Everywhere"),
            id="take_everywhere",
            tooltip=_("Take this proposal everywhere in this session; asks first"),
        ),
    ]

    def __init__(self, line: Line) -> None:
        choices = [(_shown(proposal), ("take", proposal)) for proposal in line.proposals]
        super().__init__(_("Was something else meant?"), choices, classes="choice proposals")

    def compose(self) -> ComposeResult:
        hint = _("Enter takes it, {refuse} not here, {everywhere} everywhere in this session, Esc closes.")
        refuse, everywhere = key_of(self, "refuse_proposal"), key_of(self, "take_everywhere")
        self.hint = hint.format(refuse=refuse, everywhere=everywhere)
        yield from super().compose()

    def parts(self) -> Iterable[Widget]:
        if not self.choices:
            yield Static(_("Nothing is proposed for this fragment."), classes="told", markup=False)
        yield from super().parts()
        if self.choices:
            take, refuse = button(_("Take it"), "take_this"), button(_("Not here"), "refuse")
            yield Horizontal(take, refuse, button(_("Everywhere"), "everywhere"), classes="row buttons")

    @property
    def proposal(self) -> Replacement | None:
        """The one at hand."""
        at = self.query_one(OptionList).highlighted
        return None if at is None else self.choices[at][1][1]

    def action_take_this(self) -> None:
        """Replace this one."""
        if self.proposal:
            self.give(("take", self.proposal))

    def action_refuse(self) -> None:
        """Not here, and do not ask again."""
        if self.proposal:
            self.give(("refuse", self.proposal))

    def action_everywhere(self) -> None:
        """Wherever it stands in this session, after a question."""
        proposal = self.proposal
        if proposal:
            self.app.push_screen(
                _ask(proposal), lambda yes: self.give(("everywhere", proposal)) if yes else None
            )


def _ask(proposal: Replacement) -> Confirm:
    told = _("“{heard}” becomes “{instead}” wherever it stands in this session. Undo takes it back.")
    names = {"heard": clean_line(proposal.heard), "instead": clean_line(proposal.instead)}
    return Confirm(_("Everywhere in this session?"), told.format(**names), _("Everywhere"), _("Not now"))


def _shown(proposal: Replacement) -> Content:
    why = clean_line(_(proposal.because))
    if proposal.doubtful:
        why = _("listen first: {why}").format(why=why)
    return Content.assemble(turned(proposal.heard, proposal.instead), "\n  ", (why, MUTED))
