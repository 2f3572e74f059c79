"""The Word draft as it is opened again: real styles, fields and links, and only what may be in it."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from docx.oxml.ns import qn

from exports.word.draft import render_draft
from exports.word.styles import AFTER_TABLE
from tests.exports.word.example import empty, example
from tests.exports.word.houses import house
from tests.exports.word.opened import Opened, opened, style
from tests.exports.word.schema import misplaced
from tests.exports.word.teller import HOSTILE, SAFE, files

PICTURED = "Foto"


@pytest.fixture(scope="module")
def whole() -> Opened:
    return opened(example())


@pytest.fixture(scope="module")
def several() -> Opened:
    other = example("x", module_id="M4", title="Zinkvonken", version=1)
    return opened(example(), other, empty())


def test_the_blocks_stand_in_the_order_in_which_a_learner_meets_them() -> None:
    dutch = opened(example(language="nl"))
    assert [text for level, text in dutch.headings if level == 1] == [
        "Leerdoelen",
        "Wat je al moet weten",
        "Waarom het telt in het vak",
        "Wat de experts vertellen",
        "Waar experts het eens zijn en waar niet",
        "Storingen",
        "Werkinstructie",
        "Praktijkopdracht",
        "Toetsvragen (voorstellen)",
        "Woordenlijst",
        "Wat nog ontbreekt",
        "Bronnen",
    ]


def test_no_heading_is_empty_or_leaves_a_level_out(whole: Opened, several: Opened) -> None:
    for document in (whole, several, opened(empty())):
        levels = [level for level, _text in document.headings]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert all(text.strip() for _level, text in document.headings)


def test_below_each_heading_stands_something(whole: Opened, several: Opened) -> None:
    for document in (whole, several, opened(empty())):
        headings = [(at, p) for at, p in enumerate(document.lines) if style(p).startswith("Heading")]
        for (at, heading), (after, following) in pairwise(headings):
            deeper = style(following) > style(heading)
            assert deeper or after > at + 1, heading.text


def test_there_are_no_empty_paragraphs_but_those_that_word_needs(whole: Opened) -> None:
    needed = (AFTER_TABLE, PICTURED)
    empty_ones = [p for p in whole.document.paragraphs if not p.text.strip() and style(p) not in needed]
    assert not empty_ones
    between_tables = [p for p in whole.document.paragraphs if style(p) == AFTER_TABLE]
    assert len(between_tables) < len(whole.document.tables)


def entries(document: Opened) -> list[str]:
    return [p.text.split("\t")[0] for p in document.document.paragraphs if style(p).startswith("toc")]


def test_the_contents_are_a_field_that_is_filled_already() -> None:
    small = opened(empty())
    assert entries(small) == [text for level, text in small.headings if level <= 2]


def test_contents_that_would_need_another_page_hold_the_sections_alone(whole: Opened) -> None:
    assert r'TOC \o "1-1" \h \z \u' in whole.part("document")
    assert entries(whole) == [text for level, text in whole.headings if level == 1]


def test_every_link_leads_to_a_bookmark_and_ids_are_unique(whole: Opened, several: Opened) -> None:
    for document in (whole, several):
        ids = re.findall(r'<w:bookmarkStart w:id="(\d+)"', document.part("document"))
        assert set(document.anchors) <= set(document.bookmarks)
        assert len(set(document.bookmarks)) == len(document.bookmarks)
        assert len(set(ids)) == len(ids) == len(document.bookmarks)


def test_every_source_is_a_bookmark_and_every_statement_links_to_all_of_its_sources(whole: Opened) -> None:
    draft = example()
    lines = [line for s in draft.sources for answer in s.answers for line in answer.lines]
    sources = {f"bron_{line.segment_id}" for line in lines}
    assert sources <= set(whole.bookmarks)
    assert sources <= set(whole.anchors)
    for statement in draft.statements():
        found = next(p for p in whole.lines if statement.text.split(" HOSTILE")[0] in p.text)
        linked = {link.get(qn("w:anchor")) for link in found._p.iter(qn("w:hyperlink"))}
        assert {f"bron_{source.segment_id}" for source in statement.sources} <= linked


def test_the_spoken_original_stands_at_its_bookmark(whole: Opened) -> None:
    for session in example().sources:
        for line in (line for answer in session.answers for line in answer.lines):
            start = whole.document.element.body.xpath(f"//w:bookmarkStart[@w:name='bron_{line.segment_id}']")
            assert line.spoken in start[0].getparent().text


def test_tables_have_numbered_captions_and_headers_that_repeat(whole: Opened) -> None:
    captions = [p.text for p in whole.document.paragraphs if p.text.startswith("Table ")]
    count = len(whole.document.tables)
    assert [re.findall(r"\d+", c)[0] for c in captions] == [str(n) for n in range(1, count + 1)]
    for table in whole.document.tables:
        properties = table.rows[0]._tr.trPr
        assert properties is not None
        assert properties.find(qn("w:tblHeader")) is not None
        assert all(cell.text for cell in table.rows[0].cells)


def test_nothing_is_sized_or_coloured_by_hand_and_there_are_no_text_boxes(whole: Opened) -> None:
    text = whole.part("document")
    for tag in ("<w:sz ", "<w:color ", "<w:rFonts", "<w:txbxContent", "<w:b/>", "<w:i/>"):
        assert tag not in text


def test_every_style_that_is_used_is_defined(whole: Opened) -> None:
    defined = set(re.findall(r'w:styleId="([^"]+)"', whole.part("styles")))
    for name in ("document", "header1", "footer1", "comments"):
        assert set(re.findall(r'<w:(?:p|r|tbl)Style w:val="([^"]+)"', whole.part(name))) <= defined


def test_nothing_that_was_told_is_left_out(whole: Opened) -> None:
    draft = example()
    text = "\n".join(whole.texts)
    wanted = [s.text for s in draft.statements()]
    wanted += [s.text for f in draft.faults for s in (*(x for _p, told in f.parts for x in told), *f.rest)]
    wanted += [s.text for c in draft.comparisons for r in c.rows for p in r.positions for s in p.statements]
    wanted += [s.text for i in draft.items for s in (*i.given, *i.answer)]
    wanted += [s.text for c in draft.assignment.from_experts for s in (*c.not_yet, *c.good)]
    wanted += [s.text for i in draft.instructions for step in i.steps for s in (step.step, *step.reasons)]
    wanted += [s.text for t in draft.topics for p in t.suggestions for s in p.statements]
    assert len(wanted) > 50
    assert not [one for one in wanted if one not in text]


def test_each_module_of_several_is_a_chapter_on_a_new_page(several: Opened) -> None:
    chapters = [text for level, text in several.headings if level == 1]
    assert chapters == ["M3 Draadvonken: snijden HOSTILE", "M4 Zinkvonken", "M3 Draadvonken: snijden x"]
    for line in (p for p in several.document.paragraphs if style(p) == "Heading 1"):
        assert line.paragraph_format.page_break_before
    assert several.texts.count("Contents") == 1
    assert [p.text for p in several.document.paragraphs if style(p) == "Title"] == ["Leerpad HOSTILE"]


def test_the_contents_of_several_modules_are_their_titles(several: Opened) -> None:
    many = opened(*(replace(empty(), module_id=f"M{n}") for n in range(6)))
    assert entries(many) == [text for level, text in many.headings if level == 1]
    few = opened(empty(), replace(empty(), module_id="M4"))
    assert entries(few) == [text for level, text in few.headings if level <= 2]


def test_the_pages_of_each_module_of_several_say_which_it_is(several: Opened) -> None:
    footers = [s.footer.paragraphs[0].text for s in several.document.sections]
    whose = [text.partition("\t")[0] for text in footers]
    assert list(dict.fromkeys(whose)) == [
        "Leerpad HOSTILE",
        "M3 Draadvonken: snijden HOSTILE",
        "M4 Zinkvonken",
        "M3 Draadvonken: snijden x",
    ]
    assert not misplaced(several.data)


def test_the_same_fragment_may_be_a_source_in_two_modules(several: Opened) -> None:
    assert "bron_1_101" in several.bookmarks
    assert "bron_2_101" in several.bookmarks


def test_one_draft_among_several_is_that_draft(whole: Opened) -> None:
    assert opened(example()).texts == whole.texts


def test_hostile_text_comes_through_harmlessly() -> None:
    document = opened(example(HOSTILE))
    assert sum(SAFE in " ".join(text.split()) for text in document.texts) >= 12
    for bad in ("\x00", "\x1b", "\x07", "\u202e", "\ufffe"):
        assert bad not in document.part("document") + document.part("comments")
    assert all(heading.strip() for _level, heading in document.headings)


def test_a_module_that_nobody_spoke_about_is_still_a_document() -> None:
    document = opened(empty())
    assert "Nobody has spoken about this module yet." in document.texts
    assert [comment[:5] for _text, comment in document.comments] == ["Which", "Which"]
    assert "Sources" not in [text for _level, text in document.headings]


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB"), ("fr", "fr")])
def test_the_language_is_that_of_the_guide(language: str, tag: str) -> None:
    document = opened(replace(empty(), language=language))
    assert f'w:lang w:val="{tag}"' in document.part("styles")
    assert ("Leerdoelen" in document.texts) == (language == "nl")
    assert document.document.core_properties.language == tag


def test_the_properties_say_what_it_is(whole: Opened) -> None:
    core = whole.document.core_properties
    assert core.title == "Draadvonken: snijden HOSTILE"
    assert core.subject == "Draft of module M3"


def test_each_photo_says_what_it_shows_without_being_seen(whole: Opened) -> None:
    described = [e.get("descr") for e in whole.document.element.body.iter(qn("wp:docPr"))]
    assert len(described) == 3
    assert all(text.startswith("Photo") for text in described)


def test_what_is_written_stands_in_the_order_of_the_schema(several: Opened) -> None:
    for document in (several, opened(example(HOSTILE)), opened(empty())):
        assert not misplaced(document.data)


def test_a_house_template_gets_the_same_text_on_its_own_pages(whole: Opened) -> None:
    made = render_draft(example(), files=files, template=house())
    texts = [p.text for p in made.document.element.body.iter(qn("w:p"))]
    wanted = [text for text in whole.texts if "Neem nooit" in text or "Je zet de kop" in text]
    assert len(wanted) >= 4
    assert set(wanted) <= set(texts)
    assert "Bron" in made.added
