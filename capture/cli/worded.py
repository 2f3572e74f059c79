"""Choices that are typed in the language of the person: the Dutch words and the English ones both count."""

from collections.abc import Mapping

import click

from sessions.i18n import language
from sessions.people import Permission
from sessions.received import Wish

PERMISSIONS = {
    Permission.RECORDING.value: "opname",
    Permission.TRANSCRIPT.value: "tekst",
    Permission.NAMED_QUOTE.value: "naam",
    Permission.CLIP.value: "geluid",
}
WISHES = {
    Wish.RIGHT.value: "klopt",
    Wish.INTERNAL.value: "intern",
    Wish.NOT_TO_USE.value: "niet_gebruiken",
}


class Worded(click.Choice[str]):
    """One of ``words``, by its English name or by its Dutch one; gives the English name.

    Help and complaints show the words of the language that is on.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__([shown(words, name) for name in words])
        self._words = words

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        typed = value.casefold().replace("-", "_")
        english = next((name for name, dutch in self._words.items() if typed in (name, dutch)), None)
        now = click.Choice([shown(self._words, name) for name in self._words])
        return english or now.convert(value, param, ctx)


def shown(words: Mapping[str, str], name: str) -> str:
    """The word for ``name`` in the language that is on."""
    return words[name] if language() == "nl" else name
