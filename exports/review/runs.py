"""The words of a fragment as they are printed, those apart of which the computer was not sure."""

from collections.abc import Iterator
from itertools import groupby

from exports.review.layout import printed
from exports.wording import tokens
from sessions.fragments import Fragment
from sessions.transcript import Role


def runs(fragment: Fragment) -> Iterator[tuple[str, bool]]:
    """The printed text in runs, each with whether the computer doubts it and nobody listened again since; the spaces
    around such words are not marked."""
    if fragment.segment.checked or fragment.segment.role is not Role.EXPERT:
        yield printed(fragment), False
        return
    for unsure, group in groupby(tokens(fragment.segment), key=lambda token: token.unsure):
        text = "".join(token.text + token.space for token in group)
        yield text.rstrip(), unsure
        yield text[len(text.rstrip()) :], False
