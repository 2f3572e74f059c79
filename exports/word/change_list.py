"""What is new in drafts, as a Word document: a simple list that can be worked off."""

from collections.abc import Sequence
from datetime import datetime

from exports.change_list import HEADINGS, ModuleChanges, heading, sentence
from exports.labels import Labels
from exports.word.body import Body
from exports.word.page import About, new_document, to_bytes
from exports.word.styles import BODY, BULLET, SOURCE, SUBTITLE, TITLE


def render_changes(
    modules: Sequence[ModuleChanges], _: Labels, *, programme: str, made_at: datetime
) -> bytes:
    """The changes of ``modules``, each under a heading of its own."""
    title = _("What is new")
    document = new_document(About(title, programme, made_at), _).document
    body = Body(document, _)
    body.line(TITLE, title)
    body.line(SUBTITLE, programme)
    for module in modules:
        _module(body, module, _)
    body.finish()
    return to_bytes(document)


def _module(body: Body, module: ModuleChanges, _: Labels) -> None:
    body.heading(heading(module, _), 1)
    if not module.lines:
        body.line(BODY, _("Nothing changed."))
    for change, title in HEADINGS.items():
        found = module.of(change)
        if found:
            body.heading(f"{_(title)} ({len(found)})", 2)
        for one in found:
            text, where = sentence(one, _)
            line = body.line(BULLET)
            if one.reference:
                line.text(f"[{one.reference}]", SOURCE).text(" ")
            line.text(f"{text} " if text else "").text(f"— {where}")
