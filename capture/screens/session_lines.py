"""The lines of the session screen: its title, its answers, and what to do where there are none."""

from textual.content import Content
from textual.widgets.option_list import Option

from capture.naming import state_name, when
from capture.screens.opened import Opened
from capture.screens.showing import MUTED
from capture.wordreview.agreement import Standing
from capture.wordreview.naming import standing_short
from sessions.fragments import AnswerReading, SessionReading
from sessions.i18n import gettext as _
from sessions.text import clean_line


def session_title(reading: SessionReading) -> Content:
    """Who spoke, for whom, when and about what."""
    session = reading.session
    details = [reading.company.name, when(session.started_at), session.machine, session.title]
    told = ", ".join(clean_line(d) for d in details if clean_line(d))
    name = clean_line(f"{session.code}  {reading.expert.name}")
    return Content.assemble((name, "bold"), "  ", (told, MUTED))


def answer_line(answer: AnswerReading, opened: Opened) -> Option:
    """An answer in the list: its question, how far it is, and what the expert thinks of it."""
    question = clean_line(answer.question.id)
    line = Content(f"{answer.answer.number:02d} {question}  {state_name(answer.state)}")
    told = standing_short(opened.standings.get(answer.answer.id, Standing.NOTHING))
    return Option(line + Content.styled(f"\n   {told}", MUTED) if told else line)


def how_to_bring(reading: SessionReading, begins: str) -> Content:
    """What to do where there is no answer yet; ``begins`` is the key that begins the conversation."""
    code, question = clean_line(reading.session.code), next(iter(reading.guide.questions), _("QUESTION"))
    begin = _("No answers yet. {key} begins the conversation; a recording of before comes in with:")
    command = f"vakborg import FILE --session {code} --question {clean_line(question)}".replace(
        "FILE", _("FILE")
    )
    return Content.assemble(begin.format(key=begins), "\n  ", (command, "bold"))
