"""The trade terms that Whisper is told to expect in the answer to a question."""

from collections.abc import Collection

from sessions.guides.model import Guide, Question, Term
from sessions.text import fold


def prompt_terms(guide: Guide, question: Question, own: Collection[str] = ()) -> list[str]:
    """Terms of the question's topics, the most specific last: Whisper heeds the end of its prompt most,
    and where not all fit, the start is left out. A term of fewer topics is more specific. Those of the
    programme's ``own`` vocabulary are told apart, and not twice."""
    wanted, told = set(question.topics), {fold(term) for term in own}
    fitting = [t for t in guide.glossary if wanted & set(t.topics) and fold(t.term) not in told]
    ordered = sorted(fitting, key=lambda term: (-len(term.topics), _rank(term, question)))
    return [term.term for term in ordered]


def _rank(term: Term, question: Question) -> int:
    """Later for terms of the topic that the question names first."""
    return -min(question.topics.index(slug) for slug in term.topics if slug in question.topics)
