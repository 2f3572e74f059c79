"""What an expert answered over time, per permission, and what was taken out when."""

from collections.abc import Iterable, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from capture.naming import when
from capture.screens.dialog import Dialog
from capture.screens.showing import MUTED
from sessions.consent_wording import Asked, Wording
from sessions.i18n import gettext as _
from sessions.people import Consent
from sessions.text import clean_line
from sessions.withdrawal import Because, Withdrawal


class AnswersDialog(Dialog[None]):
    """Shows all answers; they can only be read."""

    def __init__(self, told: Content) -> None:
        super().__init__(_("Answers of before"), _("↑ ↓ scroll, Esc closes."), "permissions")
        self.told = told

    def parts(self) -> Iterable[Widget]:
        yield VerticalScroll(Static(self.told, markup=False), classes="listed-answers")

    def on_mount(self) -> None:
        self.query_one(".listed-answers").focus()


def answers_told(wording: Wording, consents: Sequence[Consent], withdrawals: Sequence[Withdrawal]) -> Content:
    """All of it, per permission and oldest first."""
    return Content("\n\n").join(_one(asked, wording, consents, withdrawals) for asked in wording.asked)


def _one(
    asked: Asked, wording: Wording, consents: Sequence[Consent], withdrawals: Sequence[Withdrawal]
) -> Content:
    answers = [(c.at, 0, c.id, _answer(c, wording)) for c in consents if c.permission is asked.permission]
    notes = [(w.at, 1, w.id, _note(w)) for w in withdrawals if w.permission is asked.permission]
    lines = [told for *_order, told in sorted(answers + notes)] or [_("not asked yet")]
    return Content("\n").join([Content.styled(asked.question, "bold"), *(_indented(told) for told in lines)])


def _answer(consent: Consent, wording: Wording) -> str:
    said = wording.yes if consent.given else wording.no
    if name := clean_line(consent.asked_by):
        return _("{when}: {answer}, asked by {name}").format(when=when(consent.at), answer=said, name=name)
    return _("{when}: {answer}").format(when=when(consent.at), answer=said)


def _note(withdrawal: Withdrawal) -> str:
    late = withdrawal.because is Because.RETENTION
    told = _("{when}: taken out by {name}, its time was over") if late else _("{when}: taken out by {name}")
    return told.format(when=when(withdrawal.at), name=clean_line(withdrawal.by) or "?")


def _indented(told: str) -> Content:
    return Content.styled(f"  {told}", MUTED)
