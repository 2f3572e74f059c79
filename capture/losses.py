"""What goes when something is taken out, counted, in words: the same in the app and on the command line."""

from collections import Counter
from collections.abc import Iterable

from capture.naming import duration
from sessions.i18n import ngettext
from sessions.text import clean_line
from sessions.withdrawal import Loss


def counted(loss: Loss) -> list[str]:
    """The things that go, each with how many."""
    n, time = loss.recordings, duration(loss.seconds)
    recordings = ngettext("{n} recording, {time} of sound", "{n} recordings, {time} of sound", n)
    lines = [(n, recordings.format(n=n, time=time))] + [
        (many, one.format(n=many))
        for many, one in (
            (loss.fragments, ngettext("{n} fragment of text", "{n} fragments of text", loss.fragments)),
            (loss.values, ngettext("{n} value", "{n} values", loss.values)),
            (loss.tags, ngettext("{n} label", "{n} labels", loss.tags)),
            (loss.terms, ngettext("{n} word of the vocabulary", "{n} words of the vocabulary", loss.terms)),
        )
    ]
    return [line for many, line in lines if many]


def drafts(losses: Iterable[Loss]) -> list[str]:
    """The modules with how many statements go from their draft."""
    several = sum((Counter(dict(loss.modules)) for loss in losses), Counter[str]())
    return [
        ngettext("{module}: {n} statement", "{module}: {n} statements", n).format(
            module=clean_line(module), n=n
        )
        for module, n in several.items()
    ]
