"""Runs, fields and links as elements."""

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from exports.word.fields import add_field, add_link, add_run, bookmark_name
from tests.exports.word.writing import HOSTILE


def test_line_feeds_and_tabs_become_those_of_word() -> None:
    run = add_run(OxmlElement("w:p"), "een\ttwee\ndrie")
    assert [part.tag.split("}")[1] for part in run] == ["t", "tab", "t", "br", "t"]


def test_spaces_at_the_ends_are_kept() -> None:
    run = add_run(OxmlElement("w:p"), " een ")
    assert run[0].get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    assert run[0].text == " een "


def test_a_field_is_opened_parted_and_closed_and_shows_its_text() -> None:
    paragraph = OxmlElement("w:p")
    shown = add_field(paragraph, "PAGE", "7", dirty=True)
    kinds = [char.get(qn("w:fldCharType")) for char in paragraph.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    assert shown[0].text == "7"
    assert paragraph[0][0].get(qn("w:dirty")) == "true"


def test_what_xml_cannot_hold_is_left_out() -> None:
    run = add_run(add_link(OxmlElement("w:p"), "anker"), HOSTILE)
    assert "]]> <w:p/> &amp;" in "".join(part.text or "" for part in run)


@pytest.mark.parametrize("name", ["bron A1·03", "x" * 99, HOSTILE, "één"])
def test_a_bookmark_has_a_name_that_word_accepts(name: str) -> None:
    made = bookmark_name(name)
    assert 0 < len(made) <= 40
    assert made.replace("_", "a").isascii()
    assert made.replace("_", "a").isalnum()
