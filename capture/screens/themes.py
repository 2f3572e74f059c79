"""The two looks of the app: dark text on a light ground, and the other way round."""

from textual.theme import Theme

LIGHT = Theme(
    name="vakborg-light",
    primary="#1f5f8b",
    secondary="#4a6572",
    accent="#a34a00",
    warning="#8a5a00",
    error="#a3262a",
    success="#2f6b3a",
    foreground="#1c1f23",
    background="#f7f5f0",
    surface="#fffdf8",
    panel="#e9e5db",
    dark=False,
)
DARK = Theme(
    name="vakborg-dark",
    primary="#6db3de",
    secondary="#9fb4bf",
    accent="#f0a35e",
    warning="#e3b341",
    error="#f08a86",
    success="#8fcf9a",
    foreground="#e8e6e1",
    background="#17191c",
    surface="#1d2024",
    panel="#2b2f35",
    dark=True,
)


def other(theme: str) -> str:
    """The name of the other look."""
    return DARK.name if theme == LIGHT.name else LIGHT.name
