"""Reads a Word file that came back, whichever program saved it."""

import hashlib
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from exports.review.boxes import Box, bare_boxes, cut
from exports.review.comments import comments_of, plain
from exports.review.marks import STAMP, Of, read_name
from exports.review.model import Block, Found, Returned, WordComment
from exports.review.parts import Parts
from exports.review.refusing import refused, swollen
from exports.review.spans import Piece, first_full, pieces
from exports.review.story import Paragraph, Story
from exports.review.wordml import Element, Styles, w
from exports.word.stamp import read_stamp
from exports.word.unpacking import UNREADABLE, too_large

_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_MODIFIED = "{http://purl.org/dc/terms/}modified"


def read_returned(data: bytes, name: str) -> Returned:
    """All of a .docx file with this content; ``name`` is what a person calls it.

    Tracked changes are read as accepted. Raises :class:`ReviewFileError`, with what to do about it, for every other
    file and for one that is broken.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if too_large(archive):
                raise swollen(name)
            return _read(Parts(archive), data)
    except UNREADABLE as error:
        raise refused(data, name) from error


def _read(parts: Parts, data: bytes) -> Returned:
    body = parts.document().find(w("body"))
    if body is None:
        raise ValueError("no body")
    styles = Styles(parts.one("styles"))
    story = Story(body, styles)
    return Returned(
        blocks=_blocks(story, styles, comments_of(parts, story, styles)) if story.paragraphs else (),
        sha256=hashlib.sha256(data).hexdigest(),
        stamp=read_stamp(data, STAMP),
        margins=_margins(parts, styles),
        modified=_modified(parts),
        open_changes=story.changes.open,
        crossed_out=story.crossed_out,
        pictures=sum(1 for _picture in body.iter(*_PICTURES)),
    )


def _blocks(story: Story, styles: Styles, comments: dict[int, list[WordComment]]) -> tuple[Block, ...]:
    ours = [span for span in story.bookmarks.all if read_name(span.name)]
    found: dict[int, list[Piece]] = {}
    for piece in first_full(pieces(ours, [len(paragraph.text) for paragraph in story.paragraphs])):
        found.setdefault(piece.block, []).append(piece)
    return tuple(
        _block(paragraph, found.get(at, []), comments.get(at, []), styles)
        for at, paragraph in enumerate(story.paragraphs)
    )


def _block(
    paragraph: Paragraph, here: Sequence[Piece], comments: Sequence[WordComment], styles: Styles
) -> Block:
    """A paragraph without the signs of its boxes; all places in it are counted without them."""
    named = [(read_name(piece.name), piece) for piece in here]
    words = [range(piece.start, piece.end) for name, piece in named if name and name.of is Of.FRAGMENT]
    bare = list(bare_boxes(paragraph.text, words))
    gone = cut(paragraph.text, bare)
    found = [Found(name, _left(piece.start, gone), _left(piece.end, gone)) for name, piece in named if name]
    return Block(
        text="".join(char for at, char in enumerate(paragraph.text) if at not in gone),
        found=tuple(sorted(found, key=lambda one: (one.start, one.end))),
        boxes=tuple(box.ticked for box in sorted([*paragraph.boxes, *bare], key=_place)),
        comments=tuple(comments),
        style=styles.name(paragraph.style),
    )


def _left(at: int, gone: frozenset[int]) -> int:
    return at - sum(place < at for place in gone)


def _place(box: Box) -> int:
    return box.at


def _margins(parts: Parts, styles: Styles) -> tuple[str, ...]:
    roots = [*parts.related("header"), *parts.related("footer")]
    return tuple(dict.fromkeys(text for root in roots if (text := plain(root, styles))))


def _modified(parts: Parts) -> datetime | None:
    try:
        root: Element | None = parts.properties()
        when = datetime.fromisoformat(root.findtext(_MODIFIED, "").strip()) if root is not None else None
        return when and (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
    except (*UNREADABLE, OverflowError):  # only a date: the text is no worse for it
        return None
