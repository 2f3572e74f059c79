"""The Word draft as it is opened again: real styles, fields and links, and only what may be in it."""

import re
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from exports.draft import Draft, build_draft
from exports.word.draft import render_draft
from sessions.facets import Facet
from sessions.interview import AnswerState
from sessions.transcript import DEMO_MODEL
from tests.exports.conftest import (
    GUIDE,
    LATER,
    M3,
    Q_FAULT,
    Q_WIRE,
    Talk,
    accepted,
    everything,
    shows,
    suggested,
)

SOURCE = re.compile(r"\[([^\]]+)\]")


def drafted(*talks: Talk, language: str = "nl") -> Draft:
    guide = replace(GUIDE, language=language)
    readings = [t.reading for t in talks]
    return build_draft(guide, M3, everything(talks), programme="Leerpad", made_at=LATER, readings=readings)


@pytest.fixture
def path(anna: Talk, bert: Talk, tmp_path: Path) -> Path:
    file = tmp_path / "concept.docx"
    render_draft(drafted(anna, bert)).save(str(file))
    return file


@pytest.fixture
def document(path: Path) -> Document:
    return docx.Document(str(path))


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(f"word/{name}.xml").decode("utf-8")


def headings(document: Document) -> list[tuple[str, str]]:
    styled = ((p.style.name if p.style else "", p.text) for p in document.paragraphs)
    return [(str(name), text) for name, text in styled if str(name).startswith(("Heading", "Title"))]


def test_the_title_and_headings_have_heading_styles(document: Document) -> None:
    found = headings(document)
    assert found[0] == ("Title", "Draadvonken: snijden")
    topics = [text for name, text in found if name == "Heading 2"]
    assert topics == ["Draadsoort en diameter", "Spoelen en kopafstand", "Stempel snijden"]


def test_no_heading_is_empty_and_none_stands_over_nothing(document: Document) -> None:
    names = [p.style.name if p.style else "" for p in document.paragraphs]
    assert all(text.strip() for _name, text in headings(document))
    for before, after in pairwise(names):
        if str(before) == "Heading 3":
            assert not str(after).startswith("Heading")


def test_the_contents_are_a_field_that_is_filled_already(path: Path, document: Document) -> None:
    text = part(path, "document")
    assert r'TOC \o "1-2" \h \z \u' in text
    assert 'w:dirty="true"' in text
    entries = [p.text for p in document.paragraphs if p.style and str(p.style.name).startswith("toc")]
    expected = [text for name, text in headings(document) if name in ("Heading 1", "Heading 2")]
    assert entries == expected


def test_fields_are_opened_and_closed(path: Path) -> None:
    for name in ("document", "footer1"):
        text = part(path, name)
        kinds = [text.count(f'w:fldCharType="{kind}"') for kind in ("begin", "separate", "end")]
        assert len(set(kinds)) == 1
        assert kinds[0] > 0


def test_header_and_footer(path: Path, document: Document) -> None:
    section = document.sections[0]
    assert section.header.paragraphs[0].text.startswith("Leerpad\t")
    assert "24 november 2025" in section.header.paragraphs[0].text
    assert " PAGE " in part(path, "footer1")
    assert " NUMPAGES " in part(path, "footer1")
    assert section.page_width is not None
    assert round(section.page_width.cm, 1) == 21.0


@pytest.mark.parametrize(
    ("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB"), ("de", "de-DE"), ("fr", "fr")]
)
def test_the_language_is_that_of_the_guide(tmp_path: Path, anna: Talk, language: str, tag: str) -> None:
    file = tmp_path / "concept.docx"
    render_draft(drafted(anna, language=language)).save(str(file))
    defaults = docx.Document(str(file)).styles.element.find(qn("w:docDefaults"))
    assert defaults.find(f".//{qn('w:lang')}").get(qn("w:val")) == tag
    assert f'<w:themeFontLang w:val="{tag}"/>' in part(file, "settings")
    assert docx.Document(str(file)).core_properties.language == tag


def test_the_properties_say_what_it_is(document: Document) -> None:
    core = document.core_properties
    assert (core.title, core.author) == ("Draadvonken: snijden", "Leerpad")
    assert core.created is not None
    assert core.created.replace(tzinfo=None) == LATER.replace(tzinfo=None)


def test_tables_have_numbered_captions_and_headers_that_repeat(path: Path, document: Document) -> None:
    text = part(path, "document")
    assert text.count(" SEQ Tabel ") == len(document.tables) == 3
    assert text.count("<w:tblHeader") == 3
    captions = [p.text for p in document.paragraphs if p.style and p.style.name == "Caption"]
    assert [re.search(r"\d+", c)[0] for c in captions if re.search(r"\d+", c)] == ["1", "2", "3"]  # type: ignore[index]


def test_nothing_is_sized_or_coloured_by_hand(path: Path) -> None:
    text = part(path, "document")
    for tag in ("<w:sz ", "<w:color ", "<w:rFonts", "<w:txbxContent", "<w:b/>"):
        assert tag not in text


def test_every_style_that_is_used_is_defined(path: Path) -> None:
    defined = set(re.findall(r'w:styleId="([^"]+)"', part(path, "styles")))
    for name in ("document", "header1", "footer1"):
        used = set(re.findall(r'<w:(?:p|r|tbl)Style w:val="([^"]+)"', part(path, name)))
        assert used <= defined


def test_every_link_leads_to_a_bookmark_and_ids_are_unique(path: Path) -> None:
    text = part(path, "document")
    names = re.findall(r'<w:bookmarkStart[^>]* w:name="([^"]+)"', text)
    ids = re.findall(r'<w:bookmarkStart w:id="(\d+)"', text)
    assert set(re.findall(r'w:anchor="([^"]+)"', text)) <= set(names)
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids) == len(names)


def test_every_reference_in_the_text_is_in_the_list_of_sources(anna: Talk, bert: Talk) -> None:
    draft = drafted(anna, bert)
    document = render_draft(draft)
    known = {f"{c.code} {t}" for s in draft.sources for a in s.answers for c in a.clips for t in c.times}
    shown: set[str] = set()
    for paragraph in document.paragraphs:
        prefix = ""
        for one in re.findall(r"(?:([A-Z]+\d+·\d\d(?:/\d+)?) )?(\d\d:\d\d)", paragraph.text):
            prefix = one[0] or prefix
            shown.add(f"{prefix} {one[1]}")
    assert shown == known
    rows = {row.cells[0].text for table in document.tables[1:] for row in table.rows[1:]}
    assert {r.split(" ")[0].split("/")[0] for r in shown} == rows


def test_words_that_a_person_took_out_are_in_no_suggestion() -> None:
    talk = Talk().answer(Q_FAULT)
    talk.says("De straal stond scheef.", tags=[suggested("spoelen", "straal", "Geheim")])
    texts = [p.text for p in render_draft(drafted(talk)).paragraphs]
    assert any("straal" in text for text in texts)
    assert not any("Geheim" in text for text in texts)


def test_an_answer_that_failed_says_so_and_half_an_answer_too() -> None:
    talk = Talk().answer(Q_WIRE).waits(AnswerState.FAILED).answer(Q_WIRE)
    talk.says("Een deel.")
    talk.waits()
    texts = [p.text for p in render_draft(drafted(talk)).paragraphs]
    assert any("A1·01" in text and "uitschrijven mislukt" in text for text in texts)
    assert any("A1·02" in text and "nog niet uitgeschreven" in text for text in texts)


def test_struck_words_and_the_interviewers_are_not_in_the_file(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8", "ignore")
    assert "Geheim" not in whole
    assert "kleine radius?" not in whole
    assert "Bert" not in whole


def test_two_companies_are_named_before_their_paragraphs(document: Document) -> None:
    texts = [p.text for p in document.paragraphs]
    one = next(i for i, text in enumerate(texts) if text.startswith("Vonk Noord: Voor gewoon werk"))
    assert texts[one + 1].startswith("Precisie Zuid: Ik gebruik bijna altijd")


def test_an_accepted_suggestion_is_told_and_an_undecided_one_apart() -> None:
    talk = Talk().answer(Q_FAULT)
    talk.says("Spoelen moet.", tags=[accepted("spoelen")])
    document = render_draft(drafted(talk))
    line = next(p for p in document.paragraphs if p.text.startswith("Spoelen moet."))
    assert line.style is not None
    assert line.style.name == "Normal"


def test_hostile_text_comes_through_harmlessly(tmp_path: Path) -> None:
    nasty = "[/] [@click=app.quit] ../ \x00\x1b]52;c;aGk=\x07 \ud800 <w:p> & \ufffe\u202e"
    talk = Talk().answer(Q_WIRE)
    talk.says(nasty)
    draft = replace(drafted(talk), programme=nasty, title=nasty, goals=(nasty,), guide_title=nasty)
    file = tmp_path / "concept.docx"
    render_draft(draft).save(str(file))
    assert any("[@click=app.quit] ../" in p.text for p in docx.Document(str(file)).paragraphs)


def test_a_module_that_nobody_spoke_about_is_still_a_document(tmp_path: Path) -> None:
    file = tmp_path / "concept.docx"
    render_draft(drafted()).save(str(file))
    assert not any("[" in p.text and "·" in p.text for p in docx.Document(str(file)).paragraphs)


def lines(*talks: Talk) -> list[str]:
    """The English draft's paragraphs."""
    return [p.text for p in render_draft(drafted(*talks, language="en")).paragraphs]


def test_a_demo_draft_says_so_under_its_title_block(anna: Talk) -> None:
    assert not any("demo model" in line for line in lines(anna))
    anna.model = DEMO_MODEL
    anna.answer(Q_WIRE)
    anna.says("Nog iets.")
    told = lines(anna)
    note = next(at for at, line in enumerate(told) if "demo model" in line)
    assert note < told.index("Contents")


def test_what_shows_no_facet_has_a_heading_where_other_paragraphs_have_one() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Gewoon messing.")
    assert "What the experts say about it" not in lines(talk)
    talk.says("De krul.", tags=[shows(Facet.SIGNAL)])
    assert lines(talk).count("What the experts say about it") == 1


def test_a_topic_with_suggestions_only_is_silent_and_points_to_them() -> None:
    talk = Talk().answer(Q_FAULT)
    talk.says("De straal stond scheef.", tags=[suggested("spoelen", "straal")])
    told = lines(talk)
    assert "Spoelen en kopafstand (only the suggestions above)" in told
    assert "Based on\tnothing yet" in told


def test_no_question_is_listed_twice_in_what_is_missing() -> None:
    asked = [line for line in lines() if "[M3-V2]" in line]
    assert asked == ["Wanneer week je van de tabel af? [M3-V2]"]
