"""What a question of the guide is about, in the guide's own words."""

from sessions.guides.model import Module, Question


def title_of(module: Module, question: Question) -> str:
    """The title of the one topic of ``module`` that ``question`` is about; of several, that of the module."""
    titles = [topic.title for topic in module.topics if topic.slug in question.topics]
    return titles[0] if len(titles) == 1 else module.title
