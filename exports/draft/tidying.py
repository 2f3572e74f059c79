"""What was spoken, lightly cleaned for reading: fillers, false starts and doubled words go, nothing is added."""


def tidy(text: str, language: str) -> str:
    """``text`` for reading; its words are words of ``text`` in their order. Unknown languages stay as they are."""
    return text.strip()
