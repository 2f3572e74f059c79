"""A module draft as a file: its content and its name."""

import re
from collections.abc import Sequence
from datetime import datetime

from exports.draft import build_draft
from sessions.fragments import SessionReading
from sessions.guides.model import Guide, Module
from sessions.i18n import gettext as _

FORMATS = ("docx",)
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|]')


def module_document(
    guide: Guide,
    module: Module,
    readings: Sequence[SessionReading],
    *,
    programme: str,
    made_at: datetime,
) -> bytes:
    """The Word draft of ``module`` from those of ``readings`` that used its guide."""
    from exports.word.draft import render_draft
    from exports.word.page import to_bytes

    mine = [r for r in readings if r.guide.id == guide.id]
    said = [f for r in mine for a in r.answers for f in a.fragments]
    draft = build_draft(guide, module, said, programme=programme, made_at=made_at, readings=mine)
    return to_bytes(render_draft(draft))


def module_file(guides: Sequence[Guide], guide: Guide, module: Module, format_: str = FORMATS[0]) -> str:
    """The name of the file: "module M3.docx", with the guide's id where another guide has an M3 too."""
    same = [g for g in guides if any(m.id.casefold() == module.id.casefold() for m in g.modules)]
    name = _("module {id}").format(id=module.id)
    whole = f"{name} ({guide.id}).{format_}" if len(same) > 1 else f"{name}.{format_}"
    return _NOT_IN_NAMES.sub("-", whole)  # what stands for a name may hold anything
