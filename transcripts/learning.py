"""Which suggester serves a guide in a programme.

It is trained at its first use, and again once people decided more. What the guide alone taught is kept on this
machine (:mod:`transcripts.remembering`); what people decided is learnt in memory only.
"""

from dataclasses import dataclass
from functools import lru_cache

from sessions.guides.model import Guide, Module
from sessions.store import Store
from sessions.store.decisions import Decision, decisions
from transcripts.lessons import decided, example_guide, has_examples, taught_by
from transcripts.topics import ByStems, Suggester, Suggestion


@dataclass(frozen=True)
class Learned:
    """A classifier that is trained when it is needed; training takes seconds where it was not kept."""

    guide: Guide
    decisions: tuple[Decision, ...] = ()

    def suggest(self, text: str, module: Module | None) -> list[Suggestion]:
        """The topics that ``text`` seems to be about; those of the guide only."""
        return _trained(self.guide, self.decisions).suggest(text, module)


def suggester_for(guide: Guide, store: Store | None = None) -> Suggester:
    """By examples, with what people decided in ``store``; by stems where the guide has no examples."""
    if not has_examples(example_guide(guide)):
        return ByStems(guide)
    return Learned(guide, decisions(store, guide.id) if store else ())


@lru_cache(maxsize=4)
def _trained(guide: Guide, made: tuple[Decision, ...]) -> Suggester:
    from transcripts.classifier import Classifier  # NumPy takes a moment to load
    from transcripts.remembering import remembered
    from transcripts.training import train

    accepted = decided(made, guide)
    rejected = [(one.text, one.topic) for one in made if not one.accepted]
    taught = train([*taught_by(guide), *accepted]) if accepted else remembered(taught_by(guide), train)
    return Classifier(taught, rejected)
