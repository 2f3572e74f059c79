"""Lists: ours beside those of a template."""

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from exports.word.body import Body
from exports.word.numbering import numbering_root
from tests.exports.word.houses import house
from tests.exports.word.schema import misplaced
from tests.exports.word.writing import Written, written


def without_lists(document: Document) -> None:
    rels = document.part.rels
    for key in [key for key, rel in rels.items() if rel.reltype == RELATIONSHIP_TYPE.NUMBERING]:
        del rels[key]


def listed(body: Body) -> None:
    for _ in range(2):
        numbered = body.numbered()
        numbered.line("een")
        numbered.line("twee")


def formats(document: Written) -> list[str]:
    """How the items are numbered."""
    root = numbering_root(document.document)
    found = []
    for number in document.find("w:p/w:pPr/w:numPr/w:numId/@w:val"):
        (abstract,) = root.xpath(f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
        level = f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='0']/w:numFmt/@w:val"
        found += root.xpath(level)
    return found


@pytest.mark.parametrize(
    "template",
    [None, house(), house(change=without_lists), house(cover=False)],
    ids=["ours", "house", "none", "bare"],
)
def test_each_item_has_a_number_and_the_definitions_stand_in_order(template: bytes | None) -> None:
    document = written(listed, template)
    assert formats(document) == ["decimal"] * 4
    assert misplaced(document.data) == []


def test_the_lists_of_a_template_keep_their_numbers() -> None:
    theirs = numbering_root(docx.Document())
    before = theirs.xpath("w:num/@w:numId")
    ours = numbering_root(written(listed, house()).document)
    after = ours.xpath("w:num/@w:numId")
    assert after[: len(before)] == before
    assert len(set(after)) == len(after)


def test_the_numbered_list_of_a_template_is_used_as_it_looks_there() -> None:
    def with_letters(document: Document) -> None:
        style = document.styles.add_style("List Number", 1)
        root = numbering_root(document)
        (number,) = root.xpath("w:num[1]/@w:numId")
        (abstract,) = root.xpath("w:num[1]/w:abstractNumId/@w:val")
        (kind,) = root.xpath(f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='0']/w:numFmt")
        kind.set(f"{{{kind.nsmap['w']}}}val", "upperLetter")
        style.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = int(number)

    document = written(listed, house(change=with_letters))
    assert "List Number" not in document.made.added
    assert formats(document) == ["upperLetter"] * 4
