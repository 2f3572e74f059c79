"""Word comments and added footnotes, each at its paragraph."""

import docx

from exports.review.model import WordComment
from exports.review.returned import read_returned
from tests.exports.review.returning import para, read, run, saved


def comment(number: int, text: str, author: str = "Jan de Vries") -> str:
    return f'<w:comment w:id="{number}" w:author="{author}">{para(run(text))}</w:comment>'


def about(number: int, content: str) -> str:
    return (
        f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>{sign(number)}'
    )


def sign(number: int) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def test_a_comment_of_python_docx_is_read_with_its_words() -> None:
    document = docx.Document()
    document.add_paragraph("Eerst spoelen.")
    line = document.add_paragraph("Dan ")
    line_run = line.add_run("meten")
    document.add_comment(line_run, text="Met de schuifmaat!", author="Jan de Vries")
    first, second = read_returned(saved(document), "terug.docx").blocks
    assert first.comments == ()
    assert second.comments == (WordComment("Jan de Vries", "Met de schuifmaat!", "meten", 4),)


def test_a_comment_and_its_reply_are_two_comments_in_order() -> None:
    body = para(about(2, run("een ")) + about(0, about(1, run("twee"))))
    texts = comment(0, "Klopt dit?") + comment(1, "Ja.", "Bep") + comment(2, "Eerst dit.")
    (block,) = read(body, comments=texts).blocks
    assert [(one.author, one.text, one.quote) for one in block.comments] == [
        ("Jan de Vries", "Eerst dit.", "een"),
        ("Jan de Vries", "Klopt dit?", "twee"),
        ("Bep", "Ja.", "twee"),
    ]


def test_a_comment_over_paragraphs_is_at_the_first() -> None:
    start, end = '<w:commentRangeStart w:id="0"/>', f'<w:commentRangeEnd w:id="0"/>{sign(0)}'
    body = para(run("een ") + start + run("twee")) + para(run("drie") + end)
    first, second = read(body, comments=comment(0, "Waarom?")).blocks
    assert first.comments == (WordComment("Jan de Vries", "Waarom?", "twee\ndrie", 4),)
    assert second.comments == ()


def test_a_comment_without_words_is_where_its_sign_stands() -> None:
    first, second = read(para(run("een")) + para(run("twee") + sign(0)), comments=comment(0, "Hier.")).blocks
    assert first.comments == ()
    assert second.comments == (WordComment("Jan de Vries", "Hier."),)


def test_a_comment_that_lost_its_place_is_at_the_end_of_the_file() -> None:
    first, second = read(para(run("een")) + para(run("twee")), comments=comment(0, "Waar?")).blocks
    assert (first.comments, second.comments) == ((), (WordComment("Jan de Vries", "Waar?"),))


def test_a_comment_on_deleted_words_is_still_there() -> None:
    gone = '<w:del w:id="1" w:author="An"><w:r><w:delText>weg</w:delText></w:r></w:del>'
    (block,) = read(para(about(0, gone) + run("blijft")), comments=comment(0, "Dit kan weg.")).blocks
    assert block.comments == (WordComment("Jan de Vries", "Dit kan weg.", start=0),)


def test_a_comment_of_several_paragraphs_keeps_its_lines_and_an_empty_one_is_none() -> None:
    texts = f'<w:comment w:id="0" w:author="An">{para(run("een"))}{para(run("twee"))}</w:comment>'
    (block,) = read(para(about(0, run("x")) + about(1, run("y"))), comments=texts + comment(1, " ")).blocks
    assert block.comments == (WordComment("An", "een\ntwee", "x", 0),)


def test_a_footnote_and_an_endnote_are_comments_without_an_author() -> None:
    notes = (
        '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + run(" na")
        + '<w:r><w:endnoteReference w:id="2"/></w:r>'
    )
    rule = '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    (block,) = read(
        para(run("voor") + notes),
        footnotes=f'{rule}<w:footnote w:id="2">{para(run("Zie de tekening."))}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{para(run("Zie de norm."))}</w:endnote>',
    ).blocks
    assert block.text == "voor na"
    assert block.comments == (WordComment("", "Zie de tekening."), WordComment("", "Zie de norm."))
