"""What would be taken out, and what was, in lines for a terminal."""

from collections.abc import Iterator, Sequence

from capture.losses import counted, drafts
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.withdrawal import Holding, Loss


def would_go(losses: Sequence[Loss], unreadable: Sequence[str], *, edited_too: bool) -> Iterator[str]:
    """All that would disappear, what stays, and what Vakborg cannot reach."""
    for loss in losses:
        yield _("This disappears for good, of {name}:").format(name=loss.expert)
        yield from _indented(counted(loss) or [_("nothing from the database")])
        if loss.kept_text:
            yield _("The text that was made of it stays; it goes with: transcript")
        if n := loss.unwritten:
            told = ngettext(
                "{n} recording is not transcribed yet: there will never be a text of it.",
                "{n} recordings are not transcribed yet: there will never be a text of them.",
                n,
            )
            yield told.format(n=n)
    yield from _part(_("Statements that disappear from drafts:"), drafts(losses))
    ours, edited, outside = sorted_out(losses)
    yield from _part(_("Documents that are deleted:"), [*ours, *(edited if edited_too else ())])
    if not edited_too:
        yield from _part(
            _("Documents that stay, since somebody worked in them or they are not ours:"), edited
        )
        if edited:
            yield _("To delete these as well, add: --edited-too")
    yield from _out_of_reach(losses, outside, unreadable)


def went(losses: Sequence[Loss], unreadable: Sequence[str], *, edited_too: bool) -> Iterator[str]:
    """What was taken out, and what is left to a person."""
    for loss in losses:
        done = counted(loss) or [_("there was nothing")]
        yield _("Taken out for good, of {name}: {what}.").format(name=loss.expert, what=", ".join(done))
    ours, edited, outside = sorted_out(losses)
    deleted = [*ours, *(edited if edited_too else ())]
    if deleted:
        n = len(deleted)
        yield ngettext("{n} document is deleted.", "{n} documents are deleted.", n).format(n=n)
    if not edited_too and edited:
        yield from _part(_("These documents hold it still:"), edited)
        yield _("What in a draft is to go is told by: vakborg export changes FILE. Or delete it.")
    yield from _out_of_reach(losses, outside, unreadable)


def sorted_out(losses: Sequence[Loss]) -> tuple[list[str], list[str], list[str]]:
    """The places of documents: those that go, those that somebody worked in, and those elsewhere."""
    held: dict[str, Holding] = {d.path: d for loss in losses for d in loss.documents if not d.named}
    within = [d for d in held.values() if not d.outside]
    return (
        sorted(d.path for d in within if not d.edited),
        sorted(d.path for d in within if d.edited),
        sorted(d.path for d in held.values() if d.outside),
    )


def _out_of_reach(losses: Sequence[Loss], outside: Sequence[str], unreadable: Sequence[str]) -> Iterator[str]:
    held = {d.path: d for loss in losses for d in loss.documents}
    named = sorted(path for path, document in held.items() if document.named)
    yield from _part(_("Only the name stands in these, of somebody else; mend them yourself:"), named)
    yield from _part(_("These lie elsewhere; delete them yourself:"), outside)
    dark = [path for path in unreadable if path not in held]
    yield from _part(_("Vakborg cannot look into these; look yourself:"), dark)
    yield _(
        "Back-ups, and copies that were mailed or put elsewhere, are out of reach: delete those yourself."
    )


def _part(heading: str, lines: Sequence[str]) -> list[str]:
    return [heading, *_indented(lines)] if lines else []


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"  {line}" for line in lines]
