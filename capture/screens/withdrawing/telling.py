"""What would disappear, and what did, in words."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from capture.losses import counted, drafts
from capture.screens.showing import MUTED
from capture.screens.withdrawing.taking import Sight
from sessions.i18n import N_, ngettext
from sessions.i18n import gettext as _
from sessions.people import Permission
from sessions.text import clean_line
from sessions.withdrawal import Because, Holding, Loss

PERMISSIONS = {
    Permission.RECORDING: N_("the recordings"),
    Permission.TRANSCRIPT: N_("the text of what was said"),
    Permission.NAMED_QUOTE: N_("the name with a statement"),
    Permission.CLIP: N_("pieces of sound in the course"),
}
"""What each permission is about, where it is taken back."""


def about(permissions: Iterable[Permission]) -> str:
    """What is taken back, in words."""
    return ", ".join(_(PERMISSIONS[permission]) for permission in permissions)


def what_would_go(sight: Sight, because: Because, *, edited_too: bool) -> Content:
    """All that would disappear, what stays, and what Vakborg cannot reach."""
    loss = sight.loss
    if sight.nothing:
        return Content(_("There is nothing left that would have to go."))
    if loss.empty:
        return Content(
            _("Only rests are left, which cannot be counted. Taking out once more wipes those too.")
        )
    ours, edited, outside = _sorted(loss.documents)
    parts = [
        Content(_why(loss, because)),
        _part(_("This disappears for good"), [*counted(loss), *_where_from(loss)]),
        _part(_("Statements that disappear from drafts"), drafts([loss])),
        _part(_("Documents that are thrown away"), _paths([*ours, *(edited if edited_too else [])])),
        _part(_("Somebody worked in these documents: they stay"), [] if edited_too else _paths(edited)),
        _part(_("These lie elsewhere: throw them away yourself"), _paths(outside)),
        _part(
            _("Only the name stands in these, of somebody else: mend them yourself"), _named(loss.documents)
        ),
        _text_stays(loss),
        _name_goes(loss, ours),
        _out_of_reach(),
    ]
    return Content("\n\n").join(part for part in parts if part.plain)


def what_went(loss: Loss, *, edited_too: bool) -> Content:
    """What was taken out, and what is left to a person."""
    ours, edited, outside = _sorted(loss.documents)
    gone = [*counted(loss), *_thrown_away(len(ours) + (len(edited) if edited_too else 0))]
    parts = [
        _part(_("Taken out for good"), gone or [_("there was nothing left")]),
        _part(
            _("Somebody worked in these documents: they stayed. Mend them, or throw them away yourself"),
            [] if edited_too else _paths(edited),
        ),
        _part(_("These lie elsewhere: throw them away yourself"), _paths(outside)),
        _part(
            _("Only the name stands in these, of somebody else: mend them yourself"), _named(loss.documents)
        ),
        _text_stays(loss),
        _name_goes(loss, ours),
        _out_of_reach(),
    ]
    return Content("\n\n").join(part for part in parts if part.plain)


def _why(loss: Loss, because: Because) -> str:
    if because is Because.RETENTION:
        return _("The time for which recordings and texts are kept is over.")
    told = _("{name} takes back: {what}.")
    return told.format(name=clean_line(loss.expert), what=about(loss.permissions))


def _where_from(loss: Loss) -> list[str]:
    codes = ", ".join(clean_line(code) for code in loss.sessions)
    told = ngettext("from session {codes}", "from the sessions {codes}", len(loss.sessions))
    return [told.format(codes=codes)] if codes and counted(loss) else []


def _sorted(documents: Iterable[Holding]) -> tuple[list[Holding], list[Holding], list[Holding]]:
    """Those that go, those that somebody worked in, and those that lie elsewhere."""
    held = [d for d in documents if not d.named]
    outside = [d for d in held if d.outside]
    within = [d for d in held if not d.outside]
    return [d for d in within if not d.edited], [d for d in within if d.edited], outside


def _paths(documents: Iterable[Holding]) -> list[str]:
    return [clean_line(document.path) for document in documents]


def _thrown_away(n: int) -> list[str]:
    told = ngettext("{n} document thrown away", "{n} documents thrown away", n)
    return [told.format(n=n)] if n else []


def _named(documents: Iterable[Holding]) -> list[str]:
    """Those in which nothing but the name stands, and that are of somebody else."""
    return _paths(d for d in documents if d.named)


def _name_goes(loss: Loss, ours: Sequence[Holding]) -> Content:
    if Permission.NAMED_QUOTE not in loss.permissions or not ours:
        return Content("")
    told = _(
        "These documents go because the name stands in them. They can be made again, without it: m and then W, or "
        "vakborg export module."
    )
    return Content(told)


def _text_stays(loss: Loss) -> Content:
    if not loss.kept_text:
        return Content("")
    told = _(
        "The text that was made of it stays: only the sound goes. Is the text to go too, then answer no to "
        "the second question at Permission as well."
    )
    return Content(told)


def _out_of_reach() -> Content:
    told = _(
        "What Vakborg cannot reach: back-ups, and copies that were mailed or put elsewhere. Throw those away "
        "yourself, and ask whoever got one to do the same."
    )
    return Content.styled(told, MUTED)


def _part(heading: str, lines: Sequence[str]) -> Content:
    if not lines:
        return Content("")
    return Content("\n").join([Content.styled(heading, "bold"), *(Content(f"  {line}") for line in lines)])
