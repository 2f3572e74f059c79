"""What the expert says aloud of an answer, noted by whoever sits beside them."""

from dataclasses import dataclass

from textual.content import Content

from capture.screens.confirm import Confirm
from capture.screens.dialog import Choice
from capture.screens.showing import MUTED
from capture.wordreview.agreement import AnswerStanding, Standing
from capture.wordreview.naming import replaced_told, wish_aloud
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.received import Wish
from sessions.text import clean_line


@dataclass(frozen=True)
class SaidAloud:
    """A wish for some answers."""

    answers: tuple[AnswerStanding, ...]
    wish: Wish


class AloudDialog(Choice[SaidAloud]):
    """The four wishes for the answer at hand, and agreement to all that is open: not what the expert keeps back."""

    def __init__(self, expert: str, answer: AnswerStanding | None, left: tuple[AnswerStanding, ...]) -> None:
        choices = []
        if answer and answer.standing is not Standing.NOTHING:
            choices = [_of_one(answer, wish) for wish in Wish]
        if left and left != (answer,):
            all_ = ngettext(
                "{n} answer, all that is still open: right as it stands",
                "{n} answers, all that are still open: right as they stand",
                len(left),
            )
            choices.append((Content(all_.format(n=len(left))), SaidAloud(left, Wish.RIGHT)))
        heading = _("What does {expert} say?").format(expert=clean_line(expert))
        super().__init__(heading, choices, classes="choice aloud")


def _of_one(answer: AnswerStanding, wish: Wish) -> tuple[Content, SaidAloud]:
    return Content.assemble((f"{answer.code}  ", MUTED), wish_aloud(wish)), SaidAloud((answer,), wish)


def sure(said: SaidAloud, expert: str) -> Confirm:
    """Asks once more, with what it does."""
    n = len(said.answers)
    which = said.answers[0].code if n == 1 else ngettext("{n} answer", "{n} answers", n).format(n=n)
    heading = f"{which}: {wish_aloud(said.wish)}"
    told = {
        Wish.NOT_TO_USE: _("What {expert} said in it is struck, and goes into no document."),
        Wish.INTERNAL: _("What was released of it, photos too, stays in the company again."),
    }.get(
        said.wish,
        _("It is kept that {expert} said so today, of the text as it stands now. A later change is noticed."),
    )
    careful = said.wish is Wish.NOT_TO_USE
    replaced = replaced_told(said.answers[0], said.wish) if n == 1 else ""
    told = f"{told.format(expert=clean_line(expert))} {replaced}".rstrip()
    return Confirm(heading, told, _("Note it"), _("No"), careful=careful)
