"""Module drafts as a file: its content and its name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from exports.draft.model import Draft
from exports.files import Files
from sessions.exported import Export
from sessions.guides.model import Guide, Module
from sessions.i18n import gettext as _
from sessions.release import Release

FORMATS = ("docx",)
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|]')


@dataclass(frozen=True)
class Rendered:
    """A document, the names of the styles that its house template lacked and that were added, and what to do about
    that template."""

    data: bytes
    format: str = FORMATS[0]
    added: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()

    def marked(self, export: Export) -> bytes:
        """The document with the mark by which it is known again, where its format can hold one."""
        from exports.word.stamp import stamped

        return stamped(self.data, mark_of(export)) if self.format == "docx" else self.data


def mark_of(export: Export) -> str:
    """The mark of an export: its id, and its moment, as other programmes give out the same ids."""
    return f"{export.id} {export.made_at.isoformat()}"


def render(drafts: Sequence[Draft], format_: str, files: Files, template: bytes | None = None) -> Rendered:
    """``drafts``, at least one, as one document of ``format_``."""

    from exports.word.draft import render_drafts
    from exports.word.page import finished

    made = render_drafts(drafts, files=files, template=template)
    return Rendered(finished(made.document, "draft"), format_, made.added, made.advice)


def module_file(
    guides: Sequence[Guide],
    guide: Guide,
    module: Module,
    audience: Release,
    format_: str = FORMATS[0],
) -> str:
    """The name of the file: "module M3.docx", with the guide's id where another guide has an M3 too, and with what
    it is where it is not for partners, so that the one never takes the place of the other."""
    same = [g for g in guides if any(m.id.casefold() == module.id.casefold() for m in g.modules)]
    name = _("module {id}").format(id=module.id)
    return file_name(f"{name} ({guide.id})" if len(same) > 1 else name, audience, format_)


def modules_file(
    modules: Sequence[Module],
    audience: Release,
    format_: str = FORMATS[0],
    *,
    all_of_them: bool = False,
) -> str:
    """The name of a file with several modules in it: "modules M2 M3.docx", or "all modules.docx"."""
    ids = " ".join(module.id for module in modules)
    name = _("all modules") if all_of_them else _("modules {ids}").format(ids=ids)
    return file_name(name, audience, format_)


def file_name(name: str, audience: Release, format_: str) -> str:
    """``name`` as that of a file; what is not for partners says so in its name."""
    free = " " + _("(free)") if audience is Release.FREE else ""
    return _NOT_IN_NAMES.sub("-", f"{name}{free}.{format_}")  # what stands for a name may hold anything
