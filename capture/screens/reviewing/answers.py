"""The answers of the session on the left, each with how much of it was looked at."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from capture.naming import state_name
from capture.reviewing.state import Answered
from capture.screens.dialog import Listing
from capture.screens.showing import MUTED
from capture.wordreview.naming import standing_short
from sessions.text import clean_line


class AnswerList(Listing):
    """The answers; with room each has its question on a second line."""

    def __init__(self) -> None:
        super().__init__(classes="answers", markup=False)
        self._shown: list[str] = []
        self._answers: Sequence[Answered] = ()

    def show(self, answers: Sequence[Answered], here: int) -> None:
        """Show how far each is; only what changed is painted."""
        self._answers = answers
        lines = [_line(answered, self.size.width) for answered in answers]
        keys = [f"{answered.reading.answer.id}" for answered in answers]
        plain = [line.plain for line in lines]
        if [option.id for option in self.options] != keys:
            self.clear_options()
            self.add_options([Option(line, id=key) for key, line in zip(keys, lines, strict=True)])
        else:
            for index, (before, now) in enumerate(zip(self._shown, plain, strict=True)):
                if before != now:
                    self.replace_option_prompt_at_index(index, lines[index])
        self._shown = plain
        if answers and self.highlighted != here:
            with self.prevent(Listing.OptionHighlighted):
                self.highlighted = here

    def on_resize(self) -> None:
        """More or less of each answer."""
        if self._answers:
            self.show(self._answers, self.highlighted or 0)


TIGHT = 14
"""Cells up to which there is only the number, and how far it is."""

ROOMY = 26
"""Cells from which the question is there too."""


def _line(answered: Answered, width: int) -> Content:
    reading = answered.reading
    question = "" if width < TIGHT else clean_line(reading.question.id) + " "
    line = Content.assemble((f"{reading.answer.number:02d} ", "bold"), question, (how_far(answered), MUTED))
    if told := standing_short(answered.standing) if width >= ROOMY else "":
        line += Content.styled(f"  {told}", MUTED)
    if width < ROOMY:
        return line
    text = Content.styled(clean_line(reading.question.text), MUTED).truncate(ROOMY + 4, ellipsis=True)
    return Content("\n").join([line, Content("   ") + text])


def how_far(answered: Answered) -> str:
    """How much was looked at: "3/12", "✔" once that is everything; without text the state in words."""
    left = answered.left
    if not answered.reading.fragments:
        return state_name(answered.reading.state)
    if left.done:
        return "✔"
    return f"{left.checked}/{left.fragments}" + (" !" if left.conflicts else "")
