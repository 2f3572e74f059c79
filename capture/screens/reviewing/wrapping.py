"""Where lines of text break, fast: thousands of fragments are measured before the first is painted."""

from rich.cells import cell_len, get_character_cell_size


def breaks(text: str, width: int) -> list[tuple[int, int]]:
    """The lines of ``text`` as (start, end) in characters, none wider than ``width`` cells (at least 1).

    They break at spaces, which stand in no line; a word that is wider than a line is cut.
    """
    width = max(1, width)
    if len(text) <= width and text.isascii():
        return [(0, len(text))]
    plain = text.isascii() or cell_len(text) == len(text)
    lines: list[tuple[int, int]] = []
    at = 0
    while True:
        end = at + width if plain else _fitting(text, at, width)
        if end >= len(text):
            return [*lines, (at, len(text))]
        cut = end if text[end] == " " else text.rfind(" ", at, end)
        cut = cut if cut > at else end
        lines.append((at, cut))
        at = cut + (text[cut] == " ")


def _fitting(text: str, at: int, width: int) -> int:
    """The character before which ``width`` cells are full; at least one fits."""
    used = 0
    for index in range(at, len(text)):
        used += get_character_cell_size(text[index])
        if used > width and index > at:
            return index
    return len(text)
