"""What is told of drafts that were made."""

from collections.abc import Sequence
from pathlib import Path

from capture.cli.context import say
from capture.cli.documents import statements_of, tell_saved
from exports.changes import Since
from exports.draft.model import Draft
from exports.drafting import Drafting, Made
from sessions.i18n import gettext as _
from sessions.i18n import ngettext


def tell_place(made: Made, target: Path) -> None:
    """Where a draft went, and what to do where somebody works in the one that is there."""
    since = _("What is new since the version that was worked in: {command}").format(
        command=f'vakborg export changes --since "{target}"'
    )
    tell_saved(made.saved, target, since if made.edited else "")


def tell_all(drafting: Drafting, made: Sequence[Made]) -> None:
    """What is in each draft, what was left out, and what to do about that."""
    drafts = [draft for one in made for draft in one.drafts]
    for one in made:
        for draft, since in zip(one.drafts, one.since, strict=True):
            say(_about(draft, since))
    _tell_template(made)
    if any(draft.counts.withheld for draft in drafts):
        level = drafting.wishes.audience.value
        say(_("To release more: vakborg release SESSION --level {level}").format(level=level))
    if not drafting.begun:
        say(_("Nobody was interviewed yet, so only the guide speaks in it. Begin with:"))
        say("  vakborg session new --expert NAME --company NAME")
    elif any(not (draft.counts.statements or draft.counts.withheld) for draft in drafts):
        say(
            _(
                "Where nobody said anything yet, the draft tells which questions to ask; see also: vakborg coverage"
            )
        )


def _about(draft: Draft, since: Since | None) -> str:
    """One line about a draft: what is in it, what is not, and what is new."""
    counts = draft.counts
    name = _("{module}, version {version}").format(module=draft.module_id, version=draft.version)
    parts = [statements_of(draft)]
    if counts.withheld:
        held = ngettext("{n} fragment not released", "{n} fragments not released", counts.withheld)
        parts.append(held.format(n=counts.withheld))
    if since:
        parts.append(_changed(since))
    return f"{name}: {'; '.join(parts)}"


def _changed(since: Since) -> str:
    changed = len(since.changes.all)
    if not changed:
        return _("nothing new since version {version}").format(version=since.earlier.version)
    told = ngettext(
        "{n} change since version {version} (vakborg export changes {module} --since {version})",
        "{n} changes since version {version} (vakborg export changes {module} --since {version})",
        changed,
    )
    return told.format(n=changed, module=since.earlier.module_id, version=since.earlier.version)


def _tell_template(made: Sequence[Made]) -> None:
    if added := dict.fromkeys(style for one in made for style in one.added):
        say(_("Added, as your template lacks them: {styles}").format(styles=", ".join(added)))
    for advice in dict.fromkeys(text for one in made for text in one.advice):
        say(advice)
