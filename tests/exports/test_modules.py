"""One module draft, one file name; and what is made of drafts."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import docx

from exports.modules import Rendered, mark_of, module_file, modules_file, render
from exports.word.stamp import KIND, read_stamp
from sessions.exported import Export
from sessions.i18n import gettext as _
from sessions.release import Release
from tests.exports.conftest import GUIDE, M3, M7, Talk
from tests.exports.drafting import draft_of


def test_the_name_is_that_of_the_module() -> None:
    assert module_file([GUIDE], GUIDE, M3, Release.PARTNERS) == f"{_('module')} M3.docx"


def test_the_guide_is_named_only_where_another_has_that_module_too() -> None:
    other = replace(GUIDE, id="lassen", modules=(replace(M3, id="m3"),))
    assert module_file([GUIDE, other], GUIDE, M3, Release.PARTNERS) == f"{_('module')} M3 (edm-nl).docx"
    assert module_file([GUIDE, other], GUIDE, M7, Release.PARTNERS) == f"{_('module')} M7.docx"


def test_what_is_free_never_takes_the_place_of_what_is_for_partners() -> None:
    names = {module_file([GUIDE], GUIDE, M3, level) for level in (Release.PARTNERS, Release.FREE)}
    assert len(names) == 2
    assert len({modules_file([M3], level) for level in (Release.PARTNERS, Release.FREE)}) == 2


def test_a_document_of_several_modules_names_them() -> None:
    assert "M3 M7" in modules_file([M3, M7], Release.PARTNERS)
    assert "M3" not in modules_file([M3, M7], Release.PARTNERS, all_of_them=True)
    assert "/" not in modules_file([replace(M3, id="M3/a")], Release.PARTNERS)


def test_a_document_holds_each_of_its_drafts(anna: Talk, bert: Talk) -> None:
    drafts = [draft_of(anna), draft_of(bert, module=M7)]
    made = render(drafts, "docx", lambda _path: None)
    text = "\n".join(p.text for p in docx.Document(BytesIO(made.data)).paragraphs)
    assert "messingdraad" in text
    assert "dus de draad brak" in text


def test_only_what_can_hold_a_mark_gets_one(anna: Talk) -> None:
    export = Export(datetime(2026, 3, 1, tzinfo=UTC), "", "", "docx", Release.PARTNERS, id=7)
    made = render([draft_of(anna)], "docx", lambda _path: None)
    assert read_stamp(made.marked(export)) == mark_of(export)
    assert read_stamp(made.marked(export), KIND) == "draft"
    assert Rendered(b"# Module", "md").marked(export) == b"# Module"
