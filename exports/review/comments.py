"""Word comments and added footnotes, each at the paragraph where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from exports.review.model import WordComment
from exports.review.parts import Parts
from exports.review.spans import Piece, Position, pieces
from exports.review.story import Story
from exports.review.wordml import Element, Styles, w
from sessions.text import clean_line

_PARTS = {"commentReference": "comments", "footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")


def plain(root: Element, styles: Styles) -> str:
    """The text of a part or an element, a line for each paragraph."""
    return "\n".join(paragraph.text for paragraph in Story(root, styles).paragraphs).strip()


def comments_of(parts: Parts, story: Story, styles: Styles) -> dict[int, list[WordComment]]:
    """By paragraph of ``story``, in the order in which they stand there.

    A footnote or endnote is one without an author. A comment of which the place is lost is at the last paragraph.
    """
    texts = {kind: dict(_texts(parts, part, styles)) for kind, part in _PARTS.items()}
    placed = sorted(_placed(story, texts), key=lambda one: one[0])
    found: dict[int, list[WordComment]] = {}
    for (block, _at), comment in placed:
        if comment.text:
            found.setdefault(block, []).append(comment)
    return found


def _texts(parts: Parts, part: str, styles: Styles) -> Iterator[tuple[str, WordComment]]:
    for root in parts.related(part):
        for one in root.iter(w(part.removesuffix("s"))):
            if one.get(w("type")) not in _NO_NOTES:
                comment = WordComment(clean_line(one.get(w("author"), "")), plain(one, styles))
                yield one.get(w("id"), ""), comment


def _placed(
    story: Story, texts: Mapping[str, dict[str, WordComment]]
) -> Iterator[tuple[Position, WordComment]]:
    comments = dict(texts["commentReference"])
    for number, (at, quote) in _quotes(story).items():
        if number in comments:
            yield at, replace(comments.pop(number), quote=quote, start=at[1])
    for note in story.notes:
        known = comments if note.kind == "commentReference" else texts[note.kind]
        if note.number in known:
            yield note.at, known.pop(note.number)
    last = len(story.paragraphs) - 1
    yield from (((last, len(story.paragraphs[last].text)), comment) for comment in comments.values())


def _quotes(story: Story) -> dict[str, tuple[Position, str]]:
    """By the number of a comment: where the words that it is about begin, and those words."""
    lengths = [len(paragraph.text) for paragraph in story.paragraphs]
    found = pieces(story.commented.all, lengths)
    return {one[0].name: ((one[0].block, one[0].start), _words(story, one)) for one in found}


def _words(story: Story, found: list[Piece]) -> str:
    return "\n".join(story.paragraphs[one.block].text[one.start : one.end] for one in found).strip()
