"""Sheets and what came back of them, by hand: bookmarks and blocks without Word."""

from collections.abc import Iterable
from datetime import UTC, datetime

from exports.review.marks import Name, Of
from exports.review.model import Block, Found, Returned, WordComment
from exports.review.placing import place
from exports.review.ticking import label_of
from exports.review.wording import notes_labels
from sessions.received import AnswerBack, Received, Wish
from sessions.sheet import SentAnswer, SentFragment, Sheet

MARK = "k7m2xw9q"
WIRE, TABLE = "1. Wanneer pak je een andere draad?", "2. Wanneer week je van de tabel af?"
BRASS = "Voor gewoon werk gebruik ik altijd blank messingdraad."
THIN = "Dan pak ik draad van 0,1 millimeter, die is wel duurder."
SPOOL = "Een slechte klos herken je meteen aan de krul."
JET = "De straal liep weg bij een trap in het blok."
POWER = "Toen heb ik het vermogen met een derde verlaagd."
FOOTER, MACHINE = f"Gesprek A1, kenmerk {MARK}", "Op welke machine: draadvonkmachine"
SHEET = Sheet(
    1,
    MARK,
    datetime(2025, 11, 21, tzinfo=UTC),
    "Sanne",
    "exports/nakijken-A1.docx",
    (
        SentAnswer(
            1,
            WIRE,
            "v1",
            (SentFragment(11, BRASS, True), SentFragment(12, THIN), SentFragment(13, SPOOL, True)),
        ),
        SentAnswer(2, TABLE, "v2", (SentFragment(21, JET, True), SentFragment(22, POWER, True))),
    ),
    ours=("Verteld door: Anna de Wit", MACHINE, FOOTER),
)
SENT = {f.segment_id: f.text for answer in SHEET.answers for f in answer.fragments}


def name(of: Of, number: int, wish: Wish | None = None) -> Name:
    """A bookmark of :data:`SHEET`."""
    return Name(MARK, of, number, wish)


def said(*parts: tuple[int, str] | int | str, comments: tuple[WordComment, ...] = ()) -> Block:
    """A paragraph: fragments in their bookmarks (the number alone: as it was sent), and words outside them."""
    text, found = "", list[Found]()
    for part in parts:
        if isinstance(part, str):
            text += f"{part} "
            continue
        number, words = (part, SENT[part]) if isinstance(part, int) else part
        start = len(text)
        text += f"{words} " if words else ""
        found.append(Found(name(Of.FRAGMENT, number), start, len(text)))
    return Block(text, tuple(found), comments=comments)


def heading(answer: int, text: str = "") -> Block:
    """The heading of an answer, in its bookmark."""
    text = text or SHEET.answers[answer - 1].heading
    return Block(text, (Found(name(Of.ANSWER, answer), 0, len(text)),), style="heading 1")


def box(answer: int, wish: Wish, *, ticked: bool = False, text: str | None = None) -> Block:
    """The line of a box."""
    text = f"\t{label_of(wish, '')}" if text is None else text
    return Block(text, (Found(name(Of.TICK, answer, wish), 0, 0),), (ticked,))


def boxes(answer: int, *ticked: Wish) -> list[Block]:
    """All four lines."""
    return [box(answer, wish, ticked=wish in ticked) for wish in Wish]


def room(answer: int, text: str = "") -> list[Block]:
    """The room for remarks."""
    return [Block(sorted(notes_labels())[0]), Block(text, (Found(name(Of.NOTES, answer), 0, len(text)),))]


def first() -> list[Block]:
    """The first answer as it was sent."""
    return [heading(1), said(11, 12), said(13), *boxes(1), *room(1)]


def second() -> list[Block]:
    """The second answer as it was sent."""
    return [heading(2), said(21), said(22), *boxes(2), *room(2)]


def placed(*blocks: Block | Iterable[Block]) -> Received:
    """What is read in these blocks."""
    flat = [b for block in blocks for b in ([block] if isinstance(block, Block) else block)]
    return place(Returned(tuple(flat), "sha"), SHEET)


def wire(*blocks: Block | Iterable[Block]) -> AnswerBack:
    """What is read of the first answer, which has these blocks between its heading and its boxes."""
    return placed(heading(1), *blocks, boxes(1), room(1), second()).answers[0]


def texts(answer: AnswerBack) -> dict[int, str]:
    """What the fragments of an answer say."""
    return {one.segment_id: one.text for one in answer.said}
