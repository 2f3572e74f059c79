"""Writing modules to Word from the app: made as the command line makes them, with what has to be said about it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from capture.drafts.writing import Done, Task
from exports.drafting import Drafting, Made, Wishes
from exports.saving import Kept
from exports.templates import read_template
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.programme import Programme
from sessions.release import Release


@dataclass(frozen=True)
class Press:
    """Writes modules of a programme, which is read once; with the house template of ``template``."""

    programme: Programme
    audience: Release
    template: Path | None = None

    @cached_property
    def _drafting(self) -> Drafting:
        data = read_template(self.template) if self.template else None
        name = self.template.name if self.template else ""
        return Drafting(self.programme, Wishes(self.audience, template=data, template_name=name))

    def write(self, task: Task) -> Done:
        """Write one module, beside the one that is there where a person changed that.

        Raises :class:`~sessions.errors.VakborgError`.
        """
        drafting = self._drafting
        guide = next(g for g in drafting.guides if g.id == task.which.guide_id)
        draft = drafting.draft(guide, guide.module(task.which.module_id))
        name = drafting.file_of(guide, guide.module(task.which.module_id))
        made = drafting.write([draft], self.programme.exports / name)
        return Done(f"{draft.module_id}  {draft.title}", made.saved.path, tuple(_remarks(made, name)))


def _remarks(made: Made, asked: str) -> list[str]:
    told = []
    if made.saved.kept is Kept.OPEN:
        told.append(_("{name} is open in another program; this one stands beside it.").format(name=asked))
    elif made.saved.kept is Kept.NOT_OURS:
        kept = _("{name} was changed by somebody and is left as it is; this one stands beside it.")
        told.append(kept.format(name=asked))
    if made.added:
        added = _("Your template lacked these styles; they were added: {names}")
        told.append(added.format(names=", ".join(made.added)))
    told += made.advice
    for since in made.since:
        if since is not None:
            n = len(since.changes.all)
            new = ngettext("{n} change since the last one.", "{n} changes since the last one.", n)
            told.append(new.format(n=n) if n else _("The same as the last one."))
    return told
