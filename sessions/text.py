"""Text that came from people or machines, made safe and comparable."""

import re
import unicodedata

# C0 without tab and line feed, DEL, C1, bidi marks and overrides, lone surrogates, line/paragraph separators,
# private use
_UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\uf8ff\ufffe\uffff"
    r"\U000f0000-\U0010ffff]"
)


def clean(text: str) -> str:
    """``text`` without anything that drives a terminal, breaks XML or reorders what is read.

    Carriage returns become line feeds. Called at every way in; the store calls it once more.
    """
    return _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def clean_line(text: str) -> str:
    """:func:`clean`, on one line and without outer spaces: for names and titles."""
    return " ".join(clean(text).split())


def fold(text: str) -> str:
    """``text`` for comparison: lower case and without accents ("Diëlektricum" is "dielektricum")."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def nearest(wanted: str, names: list[str]) -> str | None:
    """The name most like ``wanted``, or None where none is close (rapidfuzz WRatio under 65)."""
    from rapidfuzz import process

    found = process.extractOne(wanted, names, processor=fold, score_cutoff=65)
    return found[0] if found else None
