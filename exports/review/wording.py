"""What a sheet says of ours, in the language of its guide, and how it is told from what the expert wrote."""

import re
from collections.abc import Iterator
from functools import cache

from exports.labels import MADE_BY_DEMO, Labels
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
PROMISE = N_("You decide: what you keep inside, or do not want used, does not leave the company.")
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

WAITING = (
    N_("{n} answer of yours has not been written out yet and is not in here."),
    N_("{n} answers of yours have not been written out yet and are not in here."),
)
THANKS = N_("That was all. Thank you for reading it!")
FOOTER = N_("Talk {code}, mark {mark}")
LEAVE_IN = N_("Please leave this line where it is: mark {mark}")
_MARK = N_("mark {mark}")

_FIXED = (
    TITLE, SUBTITLE, HOW, OPENING, PUT_RIGHT, SLANTED, TICK_ONE, SAY_MORE, SEND_BACK, PROMISE, TAKE_BACK, TICK,
    NOTES, THANKS, MADE_BY_DEMO, *TICKS.values(),
)  # fmt: skip
_FILLED = (TOLD_BY, TOLD_ON, MACHINE, LOOK_AT, SEND_TO, TAKE_BACK_TO, FOOTER, LEAVE_IN)
_BLANK = re.compile(r"\\\{[a-z]+\\\}")


def our_lines(language: str) -> frozenset[str]:
    """Our lines that are the same in every sheet of ``language``, tick labels and the one of the remarks included;
    see :func:`is_ours` for those that differ."""
    _ = Labels(language)
    return frozenset(_(message) for message in _FIXED)


def is_ours(text: str) -> bool:
    """Whether a line is one of ours in any language, those with a name, a date, a number or a mark in them too.

    >>> is_ours("Save the file and mail it back to Sanne."), is_ours("We save the file.")
    (True, False)
    """
    line = clean_line(text)
    return line in _ours() or any(pattern.fullmatch(line) for pattern in _patterns())


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
    return frozenset(line for language in LANGUAGES for line in our_lines(language))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    messages = [_(message) for _ in _languages() for message in _FILLED]
    messages += [form for _ in _languages() for form in _waiting(_)]
    return tuple(re.compile(_BLANK.sub(".+", re.escape(message))) for message in dict.fromkeys(messages))


def _waiting(_: Labels) -> Iterator[str]:
    """Both forms, with what stands for their number."""
    for number in (1, 2):
        yield _.ngettext(*WAITING, number).replace(str(number), "{n}", 1)


@cache
def _shown_mark() -> re.Pattern[str]:
    before = dict.fromkeys(_(_MARK).partition("{mark}")[0].strip() for _ in _languages())
    words = "|".join(map(re.escape, before))
    return re.compile(rf"\b(?:{words})\W{{1,3}}(?P<mark>[2-9a-hjkmnp-z]{{{MARK_LENGTH}}})\b", re.IGNORECASE)


def _languages() -> Iterator[Labels]:
    return map(Labels, LANGUAGES)
