"""A new document with everything around its text."""

from docx.oxml.ns import qn

from exports.labels import Labels
from exports.word.body import Body
from exports.word.page import About, new_document
from exports.word.styles import BODY
from tests.exports.word.houses import house
from tests.exports.word.writing import ABOUT, HOSTILE, instructions, written


def text(body: Body) -> None:
    body.line(BODY, "tekst")


def test_it_is_a4_with_the_programme_above_and_the_page_below() -> None:
    section = written(text).document.sections[0]
    assert section.page_width is not None
    assert round(section.page_width.cm, 1) == 21
    assert section.header.paragraphs[0].text == "Leerpad\t24 november 2025"
    assert section.footer.paragraphs[0].text == "Draadvonken\tPagina 1 van 1"
    assert instructions(section.footer._element) == ["PAGE", "NUMPAGES"]


def test_the_date_and_the_page_stand_at_the_margin_of_landscape_pages_too() -> None:
    section = written(text).document.sections[0]
    for line in (section.header.paragraphs[0]._p, section.footer.paragraphs[0]._p):
        (tab,) = line.xpath(".//w:ptab")
        assert [tab.get(qn(f"w:{name}")) for name in ("relativeTo", "alignment")] == ["margin", "right"]
        assert not line.xpath(".//w:r/w:tab")


def test_its_language_is_that_of_its_text_with_and_without_a_template() -> None:
    for template in (None, house()):
        for language, tag in (("nl", "nl-NL"), ("en", "en-GB")):
            document = written(text, template, language).document
            assert document.core_properties.language == tag
            tags = document.styles.element.xpath("//w:lang/@w:val")
            assert tags == [tag]


def test_its_properties_say_what_it_is() -> None:
    core = written(text).document.core_properties
    assert (core.title, core.subject, core.author) == ("Draadvonken", "Concept van module M3", "Leerpad")
    assert (core.version, core.last_modified_by) == ("3", "Vakborg")
    assert core.created == ABOUT.made_at


def test_hostile_names_fit_in_header_footer_cover_and_properties() -> None:
    about = About(HOSTILE, HOSTILE, ABOUT.made_at, HOSTILE, HOSTILE, HOSTILE)
    for template in (None, house()):
        made = new_document(about, Labels("nl"), template)
        core = made.document.core_properties
        assert "]]> <w:p/> &amp;" in core.title
        assert len(core.title) <= 255
        assert "]]> <w:p/> &amp;" in made.document.sections[0].footer.paragraphs[0].text


def test_nothing_of_the_library_s_own_template_is_left() -> None:
    document = written(text).document
    parts = {str(part.partname) for part in document.part.package.iter_parts()}
    assert not {part for part in parts if "stylesWithEffects" in part or "thumbnail" in part}
    assert document.settings.element.find(qn("w:zoom")).get(qn("w:percent")) == "100"
