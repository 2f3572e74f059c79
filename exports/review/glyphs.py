"""Characters that are no letters: boxes and ticks, and what Word keeps in its fonts of signs.

The numbers are those of Microsoft's fonts Symbol, Wingdings and Wingdings 2, of which Word stores characters as
F000 (hexadecimal) and more.
"""

EMPTY = "☐□▢◻⬜❏❑❒"
TICKED = "☑☒✅🗹🗷"
BARE = "✓✔✗✘"
"""Ticks without a box around them."""


def _table(pairs: str) -> dict[int, str]:
    """By number what a font shows, from pairs of that character in Latin-1 and in Unicode."""
    return {ord(pair[0]): pair[1] for pair in pairs.split()}


# also what Word makes of :) and --> while somebody types
_WINGDINGS = _table("o☐ p☐ q☐ r☐ x☒ ¨☐ û✗ ü✓ ý☒ þ☑ J☺ L☹ ß← à→ ç⇐ è⇒ ó⇔")
_WINGDINGS_2 = _table("*☐ £☐ O✗ P✓ Q☒ R☑ S☒ T☒")
_SYMBOL = _table(
    "-− DΔ QΘ SΣ WΩ aα bβ dδ eε fφ gγ hη jϕ lλ mµ pπ qθ rρ sσ tτ wω £≤ ®→ ¬← °° ±± ³≥ ´× ·• ¸÷ ¹≠ »≈ Æ∅ Ö√ ×⋅"
)
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def in_font(text: str, font: str) -> str:
    """What a reader sees of ``text`` in ``font``. A character of an unknown font of signs is left out."""
    table = _FONTS.get(font.casefold())
    return "".join(_seen(char, table) for char in text)


def _seen(char: str, table: dict[int, str] | None) -> str:
    private = 0xF000 <= ord(char) <= 0xF0FF
    if not private and (table is None or ord(char) > 0xFF):
        return char
    return (_WINGDINGS if table is None else table).get(ord(char) & 0xFF, "" if private else char)
