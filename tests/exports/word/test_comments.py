"""Comments that can be worked off in Word."""

from docx.document import Document

from exports.word.body import Body
from exports.word.styles import BODY
from tests.exports.word.houses import house
from tests.exports.word.writing import ABOUT, written


def commented(body: Body) -> None:
    line = body.line(BODY, "Wij pakken messing.")
    body.comment(line, "Klopt dit?\nVraag het Bert.")
    line.text(" Altijd.")
    body.comment(body.line(BODY, "Molybdeen."), "Waarom?")


def test_they_are_by_vakborg_and_of_the_moment_of_the_document() -> None:
    comments = list(written(commented).document.comments)
    assert [(c.author, c.initials) for c in comments] == [("Vakborg", "VB")] * 2
    assert [c.text for c in comments] == ["Klopt dit?\nVraag het Bert.", "Waarom?"]
    assert comments[0].timestamp == ABOUT.made_at


def test_a_comment_is_over_all_of_its_line() -> None:
    (paragraph, _other) = written(commented).find("w:p")
    tags = [child.tag.split("}")[1] for child in paragraph]
    assert tags == ["pPr", "commentRangeStart", "r", "r", "commentRangeEnd", "r"]
    assert paragraph.xpath("w:r/w:commentReference/@w:id") == ["0"]


def test_those_of_a_template_are_not_among_them() -> None:
    def own(document: Document) -> None:
        paragraph = document.add_paragraph("Vertrouwelijk")
        document.add_comment(paragraph.runs, "Huisregel", author="Team", initials="T")

    made = written(commented, house(change=own))
    assert [(c.comment_id, c.author) for c in made.document.comments] == [(0, "Vakborg"), (1, "Vakborg")]
    assert made.find("//w:commentReference/@w:id") == ["0", "1"]


def test_a_document_without_any_has_no_part_for_them() -> None:
    package = written(lambda body: body.line(BODY, "x")).document.part.package
    assert not [part for part in package.iter_parts() if "comments" in part.partname]
