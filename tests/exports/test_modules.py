"""One module draft, one file name."""

from dataclasses import replace
from io import BytesIO

import docx

from exports.modules import module_document, module_file
from sessions.i18n import gettext as _
from tests.exports.conftest import GUIDE, LATER, M3, M7, Talk


def test_the_name_is_that_of_the_module() -> None:
    assert module_file([GUIDE], GUIDE, M3) == f"{_('module')} M3.docx"


def test_the_guide_is_named_only_where_another_has_that_module_too() -> None:
    other = replace(GUIDE, id="lassen", modules=(replace(M3, id="m3"),))
    assert module_file([GUIDE, other], GUIDE, M3) == f"{_('module')} M3 (edm-nl).docx"
    assert module_file([GUIDE, other], GUIDE, M7) == f"{_('module')} M7.docx"


def test_only_sessions_on_its_own_guide_are_in_it(anna: Talk, bert: Talk) -> None:
    elsewhere = replace(bert.reading, guide=replace(GUIDE, id="lassen"))
    data = module_document(GUIDE, M3, [anna.reading, elsewhere], programme="Leerpad", made_at=LATER)
    text = "\n".join(p.text for p in docx.Document(BytesIO(data)).paragraphs)
    assert "messingdraad" in text
    assert "gecoate draad" not in text
