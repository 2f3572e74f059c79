"""The labels of a fresh fragment: its question's topics, further ones suggested, and the facet it shows."""

from collections.abc import Sequence
from dataclasses import replace

from sessions.facets import Facet
from sessions.guides.model import Guide, Question, QuestionKind
from sessions.interview import Clip
from sessions.placing import flat, opens_with
from sessions.store import Store
from sessions.transcript import Segment, Tag, TagOrigin, Transcript
from transcripts.topics import MOST_SUGGESTIONS, ByStems, Suggester, Suggestion, suggest

UNSUPPORTED = 0.3
"""Score of a question's topic that no word of the fragment supports."""

PROCEDURES = (QuestionKind.TASK_DIAGRAM, QuestionKind.TEACH_BACK)
"""Kinds of question that ask how one works, step by step."""


def tags_for(text: str, question: Question, guide: Guide, suggester: Suggester | None = None) -> list[Tag]:
    """The tags of ``text`` as part of an answer to ``question``; segment ids are still to be filled in.

    What supports a topic of the question is a word with one of its stems, or what ``suggester`` says
    (default: the stems alone), whichever is stronger.
    """
    facet, module = facet_of(text, question, guide), guide.module_of_question(question.id)
    found = (suggester or ByStems(guide)).suggest(text, module)
    stems = [s for s in suggest(text, guide, module) if s.topic in question.topics]
    support = {s.topic: s for s in sorted([*stems, *found], key=lambda s: s.score)}
    own = [_inherited(slug, support.get(slug), facet) for slug in question.topics]
    return own + further_tags(found, question, facet)


def further_tags(found: Sequence[Suggestion], question: Question, facet: Facet | None) -> list[Tag]:
    """The tags of what was ``found`` besides the topics of ``question``."""
    further = [s for s in found if s.topic not in question.topics][:MOST_SUGGESTIONS]
    return [Tag(0, s.topic, TagOrigin.SUGGESTED, facet, s.score, s.because) for s in further]


def relabel(
    store: Store, clip: Clip, question: Question, guide: Guide, suggester: Suggester | None = None
) -> None:
    """The fragments of ``clip`` answer another question now: the labels that nobody decided on are made anew.

    Without a ``suggester``, in the middle of a conversation, by the stems alone.
    """
    with store.immediate():
        texts = store.all(Transcript, clip_id=clip.id)
        for segment in store.all(Segment, transcript_id=[t.id for t in texts]):
            known = store.all(Tag, segment_id=segment.id)
            for tag in known:
                if tag.accepted is None and tag.origin is not TagOrigin.HUMAN:
                    store.delete(tag)
            decided = {t.topic for t in store.all(Tag, segment_id=segment.id)}
            made = tags_for(segment.text, question, guide, suggester)
            fresh = [t for t in made if t.topic not in decided]
            store.add_all(replace(tag, segment_id=segment.id) for tag in fresh)


def _inherited(slug: str, support: Suggestion | None, facet: Facet | None) -> Tag:
    if support is None:
        return Tag(0, slug, TagOrigin.QUESTION, facet, UNSUPPORTED)
    score = 1 - (1 - support.score) / 2
    return Tag(0, slug, TagOrigin.QUESTION, facet, score, support.because)


def facet_of(text: str, question: Question, guide: Guide) -> Facet | None:
    """The first facet, in the guide's order, of which a cue stands in ``text`` as whole words.

    Where ``question`` asks how one works, a word of sequence makes it a step whatever else it says.
    """
    if question.kind in PROCEDURES and opens_with(text, guide.sequence):
        return Facet.STEP
    said = flat(text)
    for facet, cues in guide.facet_cues:
        if any(flat(cue) in said for cue in cues):
            return facet
    return None
