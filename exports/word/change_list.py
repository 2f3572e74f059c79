"""What is new in drafts, as a Word document: a simple list that can be worked off."""

from collections.abc import Sequence
from datetime import datetime

from exports.change_list import ModuleChanges, for_whom, groups, heading, sentence
from exports.labels import Labels
from exports.word.body import Body
from exports.word.page import About, finished, new_document
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
    body.line(BODY, for_whom(modules, _))
    for module in modules:
        _module(body, module, _)
    body.finish()
    return finished(document, "changes")


def _module(body: Body, module: ModuleChanges, _: Labels) -> None:
    body.heading(heading(module, _), 1)
    if not module.lines:
        body.line(BODY, _("Nothing changed."))
    for group in groups(module, _):
        body.heading(group.heading, 2)
        if group.advice:
            body.line(BODY, group.advice)
        for one in group.lines:
            text, where = sentence(one, _)
            line = body.line(BULLET)
            if one.reference:
                line.text(f"[{one.reference}]", SOURCE).text(" ")
            line.text(f"{text} " if text else "").text(f"— {where}")
