"""Names of experts who may not be named, in what others read: said aloud, or those of companies and machines that
are called like them."""

import re
from collections.abc import Iterable
from dataclasses import replace

from sessions.fragments import AnswerReading, SessionReading
from sessions.interview import Session
from sessions.moment import now
from sessions.people import Company, Expert
from sessions.pseudonyms import Pseudonym, same_name, stands_in

_SHORTEST = 2  # letters of a surname
_WORD = re.compile(r"[^\W_]+")


def gives_away(text: str, expert: Expert) -> bool:
    """Whether the whole name of ``expert`` or their surname stands in ``text``, as whole words."""
    *_first, surname = expert.name.split() or [""]
    wanted = [expert.name, *([surname] if len(surname.strip(".")) >= _SHORTEST else [])]
    return any(stands_in(name, text) for name in wanted)


def is_whole(name: str) -> bool:
    """Whether a name is more than one word: one alone, such as "Jan", may be anybody's."""
    return len(_WORD.findall(name)) > 1


def spoken_names(unnamed: Iterable[Expert], known: Iterable[str]) -> list[Pseudonym]:
    """What stands for the whole names of these experts where somebody says them: "expert A", by their code.

    Not where the name is one of ``known``: those that have a replacement, and those of who may be named.
    """
    apart = [name for name in known if _WORD.search(name)]
    return [
        Pseudonym(expert.name, f"expert {expert.code}", "", now())
        for expert in unnamed
        if is_whole(expert.name) and not any(same_name(expert.name, name) for name in apart)
    ]


def hidden(company: Company, unnamed: Iterable[Expert], code: str = "") -> Company:
    """``company`` with a code for a name where its own would tell that of one of its experts: ``code``, else the
    code of that expert."""
    told = (e for e in unnamed if e.company_id == company.id and gives_away(company.name, e))
    found = next(told, None)
    return replace(company, name=code or found.code) if found else company


def without_namesakes(reading: SessionReading, unnamed: Iterable[Expert]) -> SessionReading:
    """``reading`` without a company or machine that is called like one of ``unnamed``, the experts who may not be
    named, as far as they are of the same company."""
    colleagues = [expert for expert in unnamed if expert.company_id == reading.company.id]
    company, session = hidden(reading.company, colleagues, reading.expert.code), reading.session
    if any(gives_away(session.machine, expert) for expert in colleagues):
        session = replace(session, machine="")
    if company is reading.company and session is reading.session:
        return reading
    answers = tuple(_answer(one, company, session) for one in reading.answers)
    return replace(reading, company=company, session=session, answers=answers)


def _answer(reading: AnswerReading, company: Company, session: Session) -> AnswerReading:
    fragments = (replace(f, company=company, session=session) for f in reading.fragments)
    return replace(reading, fragments=tuple(fragments))
