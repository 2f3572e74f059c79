"""What is known of a module, in words."""

from capture.drafts.shelf import Last, Tally
from capture.naming import when
from sessions.i18n import gettext as _
from sessions.i18n import ngettext


def tally_told(tally: Tally) -> list[str]:
    """The numbers of a draft, each in words; what is nought is left out where it says nothing."""
    told = [ngettext("{n} statement", "{n} statements", tally.statements).format(n=tally.statements)]
    if tally.statements:
        told.append(ngettext("{n} expert", "{n} experts", tally.experts).format(n=tally.experts))
        told.append(ngettext("{n} company", "{n} companies", tally.companies).format(n=tally.companies))
    if tally.answers:
        told.append(_("{done} of {all} answers approved").format(done=tally.approved, all=tally.answers))
    return [*told, *_left(tally)]


def _left(tally: Tally) -> list[str]:
    counted = (
        (tally.withheld, ngettext("{n} fragment not released", "{n} fragments not released", tally.withheld)),
        (tally.differences, ngettext("{n} difference", "{n} differences", tally.differences)),
        (tally.gaps, ngettext("{n} gap", "{n} gaps", tally.gaps)),
        (tally.folded, ngettext("{n} folded statement", "{n} folded statements", tally.folded)),
    )
    return [told.format(n=n) for n, told in counted if n]


def last_told(last: Last | None) -> str:
    """When it was exported for this audience, and what came since."""
    if last is None:
        return _("Not exported yet for this audience.")
    told = _("Exported as version {n} on {day}.").format(n=last.version, day=when(last.made_at))
    n = len(last.changed)
    some = ngettext("{n} change since.", "{n} changes since.", n).format(n=n)
    since = some if n else _("Nothing changed since.")
    return f"{told} {since}"
