"""What a sheet says of ours, in the language of its guide, and how it is told from what the expert wrote."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from exports.labels import MADE_BY_DEMO, PAGE_OF, Labels
from exports.review.typed import as_typed
from sessions.i18n import LANGUAGES, N_
from sessions.received import Wish
from sessions.sheet import MARK_LENGTH
from sessions.text import clean_line

TITLE = N_("What you told us")
SUBTITLE = N_("For you to read and to put right")
TOLD_BY = N_("Told by: {who}")
TOLD_ON = N_("When: {date}")
MACHINE = N_("On which machine: {machine}")

HOW = N_("How it works")
OPENING = N_(
    "Here is what you told us, question by question. The computer wrote it out, so there will be mistakes in it. "
    "This is what we ask of you:"
)
PUT_RIGHT = N_(
    "Read each answer and put it right. Just type in the text: add, change, take out. You cannot break it."
)
LOOK_AT = N_("Look closely at {sample}: the computer heard those badly.")
SAMPLE = N_("words with dots under them")
SLANTED = N_("What stands in small slanted letters, the interviewer said.")
TICK_ONE = N_("Tick one box below each answer: click on it, or put an x in front of it.")
SAY_MORE = N_("Is there more to say? There is room for that below the boxes.")
SEND_TO = N_("Save the file and mail it back to {by}.")
SEND_BACK = N_("Save the file and mail it back to whoever sent it to you.")
PROMISE = N_(
    "You decide. Tick “inside only” and it stays within the company. Tick “do not use it” and we use it nowhere."
)
TAKE_BACK_TO = N_(
    "You may always come back on what you said, on a part or on all of it, also later. Tell {by}, and it is taken out."
)
TAKE_BACK = N_(
    "You may always come back on what you said, on a part or on all of it, also later. Tell whoever sent you this, "
    "and it is taken out."
)

TICKS: dict[Wish, str] = {
    Wish.RIGHT: N_("It is right as it stands"),
    Wish.CHANGED: N_("It is right with what I changed"),
    Wish.INTERNAL: N_("For use inside only (it stays within the company)"),
    Wish.NOT_TO_USE: N_("Do not use it"),
}
TICK = N_("Is this answer right? Tick one box.")
NOTES = N_("Room for remarks")

THANKS = N_("That was all. Thank you for reading it!")
FOOTER = N_("Talk {code}, mark {mark}")
LEAVE_IN = N_("Please do not take this line out: mark {mark}")
_MARK = N_("mark {mark}")

_FIXED = (
    TITLE, SUBTITLE, HOW, OPENING, PUT_RIGHT, SLANTED, TICK_ONE, SAY_MORE, SEND_BACK, PROMISE, TAKE_BACK, TICK,
    NOTES, THANKS, MADE_BY_DEMO, *TICKS.values(),
)  # fmt: skip


_PAGE_ALONE = re.compile(r"\W*\d{0,3}\W*")


def our_lines(language: str) -> frozenset[str]:
    """Our lines that are the same in every sheet of ``language``, tick labels and the one of the remarks included;
    those that differ are in the ``ours`` of the :class:`~sessions.sheet.Sheet`."""
    _ = Labels(language)
    return frozenset(_(message) for message in _FIXED)


def is_ours(text: str, ours: Collection[str] = ()) -> bool:
    """Whether a line is one of ours in any language, or one of ``ours``: those of this sheet; or shows a mark alone.

    >>> is_ours("Room for remarks"), is_ours("On which machine: AQ537L"), is_ours("Mark: k7m2xw9q")
    (True, False, True)
    """
    line = as_typed(text)
    return line in _ours() or line in map(as_typed, ours) or _shows_only_mark(line)


def typed_on_the_edge(text: str, ours: Collection[str]) -> str:
    """What stands in a header or footer besides ``ours`` and the number of the page.

    >>> typed_on_the_edge("Talk A1, mark k7m2xw9q\tPage 2 of 4", ["Talk A1, mark k7m2xw9q"])
    ''
    >>> typed_on_the_edge("The wire is 0.25 mm 3", [])
    'The wire is 0.25 mm 3'
    """
    lines = (line for line in text.split("\n") if not _PAGE_ALONE.fullmatch(line))
    rest = _page_of().sub(" ", clean_line(" ".join(lines)))
    for line in ours:
        rest = rest.replace(line, " ")
    rest = clean_line(rest)
    return "" if _PAGE_ALONE.fullmatch(rest) else rest


@cache
def tick_labels() -> dict[str, Wish]:
    """What stands beside the boxes, in all languages."""
    return {_(message): wish for _ in _languages() for wish, message in TICKS.items()}


@cache
def notes_labels() -> frozenset[str]:
    """What the room for remarks is called, in all languages."""
    return frozenset(_(NOTES) for _ in _languages())


def mark_in(text: str) -> str:
    """The mark that a line shows in any of our languages; empty where it shows none.

    >>> mark_in("Talk A1, mark k7m2xw9q")
    'k7m2xw9q'
    """
    found = _shown_mark().search(text)
    return found["mark"].casefold() if found else ""


@cache
def _ours() -> frozenset[str]:
    return frozenset(as_typed(line) for language in LANGUAGES for line in our_lines(language))


def _shows_only_mark(line: str) -> bool:
    found = _shown_mark().match(line)
    return found is not None and not line[found.end() :].strip(". ")


@cache
def _page_of() -> re.Pattern[str]:
    """The number of a page, which is another on each of them."""
    shown = dict.fromkeys(_(PAGE_OF).format(page="1", pages="1") for _ in _languages())
    parts = ([re.escape(part.strip()) for part in one.split("1")] for one in shown)
    return re.compile("|".join(r"\s*\d*\s*".join(words) for words in parts))


@cache
def _shown_mark() -> re.Pattern[str]:
    before = dict.fromkeys(_(_MARK).partition("{mark}")[0].strip() for _ in _languages())
    words = "|".join(map(re.escape, before))
    return re.compile(rf"\b(?:{words})\W{{1,3}}(?P<mark>[2-9a-hjkmnp-z]{{{MARK_LENGTH}}})\b", re.IGNORECASE)


def _languages() -> Iterator[Labels]:
    return map(Labels, LANGUAGES)
