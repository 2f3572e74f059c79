"""The content block of each topic."""

from exports.draft.model import TopicBlock
from exports.draft.statements import Basis


def topic_blocks(basis: Basis) -> tuple[TopicBlock, ...]:
    """A block for each topic of the module, in its order."""
    return tuple(TopicBlock(topic.slug, topic.title, ()) for topic in basis.module.topics)
