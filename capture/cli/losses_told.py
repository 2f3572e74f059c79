"""What would be taken out, and what was, in lines for a terminal."""

from collections.abc import Iterator, Sequence

from capture.naming import duration
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.withdrawal import Holding, Loss


def would_go(losses: Sequence[Loss], unreadable: Sequence[str], *, edited_too: bool) -> Iterator[str]:
    """All that would disappear, what stays, and what Vakborg cannot reach."""
    for loss in losses:
        yield _("This disappears for good, of {name}:").format(name=loss.expert)
        yield from _indented(_counted(loss) or [_("nothing from the database")])
        if loss.kept_text:
            yield _("The text that was made of it stays; it goes with: transcript")
    yield from _part(_("Statements that disappear from drafts:"), _drafts(losses))
    ours, edited, outside = sorted_out(losses)
    yield from _part(_("Documents that are deleted:"), [*ours, *(edited if edited_too else ())])
    if not edited_too:
        yield from _part(
            _("Documents that stay, since somebody worked in them or they are not ours:"), edited
        )
        if edited:
            yield _("To delete these as well, add: --edited-too")
    yield from _out_of_reach(outside, unreadable)


def went(losses: Sequence[Loss], unreadable: Sequence[str], *, edited_too: bool) -> Iterator[str]:
    """What was taken out, and what is left to a person."""
    for loss in losses:
        done = _counted(loss) or [_("there was nothing")]
        yield _("Taken out for good, of {name}: {what}.").format(name=loss.expert, what=", ".join(done))
    ours, edited, outside = sorted_out(losses)
    deleted = [*ours, *(edited if edited_too else ())]
    if deleted:
        n = len(deleted)
        yield ngettext("{n} document is deleted.", "{n} documents are deleted.", n).format(n=n)
    if not edited_too and edited:
        yield from _part(_("These documents hold it still:"), edited)
        yield _("What in a draft is to go is told by: vakborg export changes FILE. Or delete it.")
    yield from _out_of_reach(outside, unreadable)


def sorted_out(losses: Sequence[Loss]) -> tuple[list[str], list[str], list[str]]:
    """The places of documents: those that go, those that somebody worked in, and those elsewhere."""
    held: dict[str, Holding] = {d.path: d for loss in losses for d in loss.documents}
    within = [d for d in held.values() if not d.outside]
    return (
        sorted(d.path for d in within if not d.edited),
        sorted(d.path for d in within if d.edited),
        sorted(d.path for d in held.values() if d.outside),
    )


def _counted(loss: Loss) -> list[str]:
    n, time = loss.recordings, duration(loss.seconds)
    recordings = ngettext("{n} recording, {time} of sound", "{n} recordings, {time} of sound", n)
    lines = [(n, recordings.format(n=n, time=time))] + [
        (many, one.format(n=many))
        for many, one in (
            (loss.fragments, ngettext("{n} fragment of text", "{n} fragments of text", loss.fragments)),
            (loss.values, ngettext("{n} value", "{n} values", loss.values)),
            (loss.tags, ngettext("{n} label", "{n} labels", loss.tags)),
        )
    ]
    return [line for many, line in lines if many]


def _drafts(losses: Sequence[Loss]) -> list[str]:
    return [
        ngettext("{module}: {n} statement", "{module}: {n} statements", n).format(module=module, n=n)
        for loss in losses
        for module, n in loss.modules
    ]


def _out_of_reach(outside: Sequence[str], unreadable: Sequence[str]) -> Iterator[str]:
    yield from _part(_("These lie elsewhere; delete them yourself:"), outside)
    yield from _part(_("Vakborg cannot look into these; look yourself:"), unreadable)
    yield _(
        "Back-ups, and copies that were mailed or put elsewhere, are out of reach: delete those yourself."
    )


def _part(heading: str, lines: Sequence[str]) -> list[str]:
    return [heading, *_indented(lines)] if lines else []


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"  {line}" for line in lines]
