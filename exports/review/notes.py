"""What an expert wrote that is not in an answer: remarks in the room for them, comments, and what has no place."""

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from exports.review.lines import Kind, Line, Zone
from exports.review.matching import ALIKE, FEWEST, LONG
from exports.review.model import WordComment
from exports.review.sent import Sent
from exports.review.shares import Share
from exports.review.typed import keys
from sessions.i18n import gettext as _
from sessions.received import Note, NoteKind
from sessions.sheet import Sheet
from sessions.text import clean, clean_line

QUOTE_ALIKE = 60


def beside(line: Line, lines: Sequence[Line], found: Mapping[int, Share]) -> Note:
    """The note of a line that is in no fragment and is not part of an answer."""
    kind = NoteKind.ROOM if line.answer else NoteKind.UNPLACED
    quote = line.label if line.kind in (Kind.HEADING, Kind.TICK, Kind.OURS) else ""
    again = said_again(line, lines, found) if line.kind is Kind.TEXT else None
    if again:
        quote = lines[again.words[0].line].text
    return Note(kind, line.text, clean_line(quote))


def is_addition(line: Line) -> bool:
    """Whether a line that is in no fragment is a new paragraph of an answer."""
    return line.kind is Kind.TEXT and line.zone is Zone.TEXT and line.answer > 0


def is_copy(line: Line, lines: Sequence[Line], found: Mapping[int, Share]) -> bool:
    """Whether a line says once more, word for word, what a heading, a fragment or a paragraph with fragments says."""
    if len(line.words) < FEWEST:
        return False
    if any(other.kind is Kind.HEADING and keys(other.label) == line.keys for other in lines):
        return True
    if any(share.sent.keys == line.keys for share in found.values()):
        return True
    return any(lines[at].keys == line.keys for share in found.values() for at in share.lines)


def said_again(line: Line, lines: Sequence[Line], found: Mapping[int, Share]) -> Share | None:
    """The fragment of which a line without any says the words, or the paragraph, once more, if not word for word."""
    if len(line.words) < LONG:
        return None
    alike = [
        (max(fuzz.ratio(keys, line.keys) for keys in (share.sent.keys, lines[at].keys)), share)
        for share in found.values()
        for at in share.lines
        if at != line.at
    ]
    best, share = max(alike, key=lambda one: one[0], default=(0.0, None))
    return share if best >= ALIKE else None


def copy(line: Line) -> Note:
    """The note of a paragraph that stands in the file twice."""
    return Note(NoteKind.MOVED, _("The expert put this here once more."), line.text)


def comments(
    sheet: Sheet, lines: Sequence[Line], fragments: Mapping[int, Sent], found: Mapping[int, Share]
) -> Iterator[tuple[int, Note]]:
    """Word's comments, with the answer of the fragment that it is about, else that in which it stands."""
    owner = {(word.line, word.at): n for n, share in found.items() for word in share.words}
    known = {answer.answer_id for answer in sheet.known}
    for line, comment in _written(lines):
        number = _about(line, comment, owner)
        answer = fragments[number].answer if number else line.answer
        text = clean(comment.text).strip()
        note = Note(NoteKind.COMMENT, text, clean_line(comment.quote), number, clean_line(comment.author))
        yield (answer if answer in known else 0), note


def _written(lines: Sequence[Line]) -> Iterator[tuple[Line, WordComment]]:
    return ((line, comment) for line in lines for comment in line.block.comments)


def _about(line: Line, comment: WordComment, owner: Mapping[tuple[int, int], int]) -> int:
    """The fragment of the first word that is quoted, else the first of the line; 0 where there is none."""
    here = [at for at in range(len(line.words)) if (line.at, at) in owner]
    if not here:
        return 0
    at = _word_at(comment.start, line) if comment.start >= 0 else _quoted_from(comment.quote, line)
    return owner.get((line.at, at), owner[line.at, here[0]])


def _word_at(start: int, line: Line) -> int:
    """The number of the first word that does not end before a character of the block."""
    return next((n for n, word in enumerate(line.words) if word.at + len(word.text) > start), 0)


def _quoted_from(quote: str, line: Line) -> int:
    """The number of the word at which a quote begins, to the letter if it is there so; 0 where it is not found."""
    written = [word.text for word in line.words]
    for wanted, words in ((clean_line(quote).split(), written), (list(keys(quote)), list(line.keys))):
        for at in range(len(words) - len(wanted) + 1) if wanted else ():
            if words[at : at + len(wanted)] == wanted:
                return at
    alike = fuzz.partial_ratio_alignment(keys(quote), line.keys, score_cutoff=QUOTE_ALIKE) if quote else None
    return alike.dest_start if alike else 0
