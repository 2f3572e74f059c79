"""Whether a colour can be read on another, as the Web Content Accessibility Guidelines 2.2 measure it."""

READABLE = 4.5
"""The least contrast of running text (success criterion 1.4.3, level AA)."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio, 1 to 21, of two colours such as "1F2328"."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance in sRGB: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
