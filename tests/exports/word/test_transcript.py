"""The Word transcript: a heading for each answer, times, and doubt that shows without colour."""

from docx.document import Document

from exports.word.page import to_bytes
from exports.word.styles import DETAIL, INTERVIEWER, UNSURE
from exports.word.transcript import render_transcript
from tests.exports.conftest import LATER, Talk
from tests.exports.word.houses import house
from tests.exports.word.schema import misplaced


def rendered(talk: Talk) -> Document:
    return render_transcript(talk.reading, programme="Leerpad", made_at=LATER)


def test_each_answer_has_a_heading_with_its_number(anna: Talk) -> None:
    heads = [p.text for p in rendered(anna).paragraphs if p.style and p.style.name == "Heading 1"]
    assert heads[0] == "1. Wanneer pak je een andere draad?"
    assert len(heads) == 3


def test_the_contents_are_a_field_that_lists_the_answers(anna: Talk) -> None:
    document = rendered(anna)
    assert r'TOC \o "1-1" \h \z \u' in document.element.xml
    entries = [p.text.strip() for p in document.paragraphs if p.style and str(p.style.name).startswith("toc")]
    assert entries == [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert len(entries) == 3


def test_a_session_without_answers_has_no_contents() -> None:
    assert "TOC" not in rendered(Talk()).element.xml


def test_each_line_has_its_time(anna: Talk) -> None:
    line = next(p.text for p in rendered(anna).paragraphs if "messingdraad" in p.text)
    assert line.startswith("00:00\tVoor gewoon werk")


def test_the_interviewer_has_a_style_and_a_label(anna: Talk) -> None:
    (line,) = (p for p in rendered(anna).paragraphs if p.style and p.style.name == INTERVIEWER)
    assert "Interviewer: En bij een kleine radius?" in line.text


def test_unsure_words_are_underlined_with_dots(anna: Talk) -> None:
    document = rendered(anna)
    lines = (p for p in document.paragraphs if "verlaagd" in p.text)
    unsure = [r.text for p in lines for r in p.runs if r.style and r.style.name == UNSURE]
    assert unsure == ["vermogen"]
    assert 'w:u w:val="dotted"' in document.styles.element.xml


def test_a_house_template_shows_the_title_on_its_cover_only(anna: Talk) -> None:
    document = render_transcript(anna.reading, programme="Leerpad", made_at=LATER, template=house())
    texts = [p.text for p in document.paragraphs]
    assert texts[0] == document.core_properties.title
    assert texts.count(texts[0]) == 1


def test_the_title_block_names_each_detail_before_a_tab(anna: Talk) -> None:
    document = rendered(anna)
    details = [p.text for p in document.paragraphs if p.style and p.style.name == DETAIL]
    assert details[0] == "Expert\tAnna de Wit"
    assert misplaced(to_bytes(document)) == []


def test_the_text_is_whole_whatever_is_marked_in_it(anna: Talk) -> None:
    texts = [p.text for p in rendered(anna).paragraphs]
    assert any("Toen heb ik het vermogen verlaagd." in text for text in texts)
