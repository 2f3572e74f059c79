"""The terms of the trade that occur in the draft."""

from exports.draft.model import GlossaryEntry
from exports.labels import Labels
from exports.word.blocks.chapter import Chapter
from exports.word.styles import LABEL, UNWRITTEN
from exports.word.tables import Column


def glossary(chapter: Chapter) -> None:
    """A table of terms; what they mean is still to be written."""
    _ = chapter.labels
    chapter.heading(_("Glossary"), 1)
    if not chapter.draft.glossary:
        chapter.unwritten(_("No terms of the guide occur in this draft yet."))
        return
    heads = (
        (_("Term"), 3.4),
        (_("Also called"), 3.6),
        (_("English"), 3.0),
        (_("Meaning"), 3.4),
        (_("Confirmed by an expert?"), 2.6),
    )
    grid = chapter.body.table([Column(*head) for head in heads], _("Terms of the trade in this draft"))
    for entry in chapter.draft.glossary:
        term, also, english, meaning, confirmed = grid.row()
        term.text(entry.term, LABEL)
        also.text(", ".join(entry.variants))
        english.text(entry.english)
        meaning.text(_("still to be written"), UNWRITTEN)
        confirmed.text(_confirmed(entry, _))


def _confirmed(entry: GlossaryEntry, _: Labels) -> str:
    return _("yes") if entry.confirmed else _("not yet")
