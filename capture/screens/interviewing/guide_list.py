"""The questions of the conversation in a list, each with how far it is."""

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from capture.interviewing.state import Snapshot, Standing
from capture.naming import state_name
from capture.screens.interviewing.strip import Strip, doing
from capture.screens.showing import MUTED, topic_title
from sessions.guides.model import Guide, Module
from sessions.interview import AnswerState
from sessions.text import clean_line, fold

_SIGNS = {
    AnswerState.OPEN: "☐",
    AnswerState.SKIPPED: "–",
    AnswerState.RECORDED: "◐",
    AnswerState.FAILED: "!",
    AnswerState.TRANSCRIBED: "✔",
    AnswerState.WITHDRAWN: "∅",
}


_REASON = 36
"""Cells for the reason why a question is skipped; the question itself has to be found too."""

_MOST = 16
"""Questions of a module that stand on one line, those around the one at hand."""


def overview(now: Snapshot) -> Content:
    """The questions of the module at hand as signs, the one at hand between brackets; a click goes to one."""
    module = [s for s in now.standings if s.module.id == now.standing.module.id]
    here = module.index(now.standing)
    first = max(0, min(here - _MOST // 2, len(module) - _MOST))
    signs = [_sign(s, s is module[here]) for s in module[first : first + _MOST]]
    cut = Content("…")
    return Content("").join(
        [*([cut] if first else []), *signs, *([cut] if first + _MOST < len(module) else [])]
    )


def _sign(standing: Standing, here: bool) -> Content:
    sign = "⚑" if standing.flagged else _SIGNS[standing.state]
    shown = Content.styled(f"[{sign}]", "bold") if here else Content.styled(sign, MUTED)
    return doing(shown, f"go({standing.question.id!r})")


def question_line(standing: Standing, here: bool, *, in_words: bool = False) -> Content:
    """A question on one line: whether it is at hand, its state in a sign (or ``in_words``), its text."""
    sign = _SIGNS[standing.state] + (_in_words(standing) if in_words else "")
    head = f"{'▶' if here else ' '} {clean_line(standing.question.id)} "
    text = Content.assemble((head, "bold" if here else ""), (sign, MUTED), " ")
    flag = Content.styled("⚑ ", "$text-accent") if standing.flagged else Content("")
    return text + flag + clean_line(standing.question.text)


def _in_words(standing: Standing) -> str:
    reason = Content(clean_line(standing.skipped_because)).truncate(_REASON, ellipsis=True).plain
    return f" {state_name(standing.state)}" + (f" (“{reason}”)" if reason else "")


def module_line(module: Module) -> Content:
    """The heading of a module's questions."""
    return Content.styled(clean_line(f"{module.id} {module.title}"), f"bold {MUTED}")


def lines(now: Snapshot, wanted: str = "", *, in_words: bool = False) -> list[tuple[str, Content]]:
    """The questions with all words of ``wanted`` under the headings of their modules.

    Each with the question's id, which is empty for a heading.
    """
    shown: list[tuple[str, Content]] = []
    module = ""
    for number, standing in enumerate(now.standings):
        if not matches(standing, now.guide, wanted):
            continue
        if standing.module.id != module:
            module = standing.module.id
            shown.append(("", module_line(standing.module)))
        line = question_line(standing, number == now.here, in_words=in_words)
        shown.append((standing.question.id, line))
    return shown


def matches(standing: Standing, guide: Guide, wanted: str) -> bool:
    """Whether every word of ``wanted`` is in the question, its module or its topics."""
    topics = [topic_title(guide, slug) for slug in standing.question.topics]
    parts = (standing.question.id, standing.question.text, standing.module.title, *topics)
    text = fold(" ".join(parts))
    return all(word in text for word in fold(wanted).split())


class GuideList(OptionList):
    """The questions to choose from."""

    def __init__(self) -> None:
        super().__init__(classes="choices", markup=False)
        self._shown: list[tuple[str, Content]] = []

    def show(self, lines: Sequence[tuple[str, Content]]) -> None:
        """Show these ``lines``."""
        self._shown = list(lines)
        self.clear_options()
        self.add_options([Option(line, id=i or None, disabled=not i) for i, line in lines])

    def choose(self, question_id: str) -> None:
        """Put the cursor on this question."""
        places = [index for index, (i, _line) in enumerate(self._shown) if i == question_id]
        if places:
            self.highlighted = places[0]


class GuidePanel(VerticalScroll):
    """The questions beside the one at hand: a strip each, so that a change paints one line."""

    def __init__(self) -> None:
        super().__init__(classes="guide", can_focus=False)
        self._strips: dict[str, Strip] = {}
        self._ids: list[str] = []

    def show(self, now: Snapshot) -> None:
        """Show how far each question is; a click goes to one."""
        shown = lines(now)
        if [i for i, _line in shown] != self._ids:
            self._ids = [i for i, _line in shown]
            self._renew(shown)
        for question_id, line in shown:
            if question_id:
                self._strips[question_id].show(doing(line, f"go({question_id!r})"))
        self._strips[now.standing.question.id].scroll_visible(animate=False)

    def _renew(self, shown: Sequence[tuple[str, Content]]) -> None:
        strips = [Strip("guide-line") for _each in shown]
        for strip, (question_id, line) in zip(strips, shown, strict=True):
            self._strips[question_id] = strip
            strip.show(line)
        self.remove_children()
        self.mount_all(strips)
