"""Companies and machines that are called like an expert: they tell the name of who may not be named."""

from dataclasses import replace

from sessions.fragments import AnswerReading, SessionReading
from sessions.interview import Session
from sessions.people import Company, Expert
from sessions.pseudonyms import stands_in

_SHORTEST = 2  # letters of a surname


def gives_away(text: str, expert: Expert) -> bool:
    """Whether the whole name of ``expert`` or their surname stands in ``text``, as whole words."""
    *_first, surname = expert.name.split() or [""]
    wanted = [expert.name, *([surname] if len(surname.strip(".")) >= _SHORTEST else [])]
    return any(stands_in(name, text) for name in wanted)


def hidden(company: Company, expert: Expert) -> Company:
    """``company`` with the code of ``expert`` for a name where its own would tell theirs."""
    return replace(company, name=expert.code) if gives_away(company.name, expert) else company


def without_namesakes(reading: SessionReading) -> SessionReading:
    """``reading`` without a company or machine that is called like its expert, unless they may be named."""
    if reading.named:
        return reading
    company, session = hidden(reading.company, reading.expert), reading.session
    if gives_away(session.machine, reading.expert):
        session = replace(session, machine="")
    if company is reading.company and session is reading.session:
        return reading
    answers = tuple(_answer(one, company, session) for one in reading.answers)
    return replace(reading, company=company, session=session, answers=answers)


def _answer(reading: AnswerReading, company: Company, session: Session) -> AnswerReading:
    fragments = (replace(f, company=company, session=session) for f in reading.fragments)
    return replace(reading, fragments=tuple(fragments))
