"""Bookmarks are found with the words in them, wherever an office program put their ends."""

from tests.exports.review.returning import (
    box,
    marked,
    para,
    read,
    run,
    words,
)


def test_bookmarks_are_found_with_their_places_and_those_of_others_are_not() -> None:
    content = (
        marked("vb_k_f1", run("een ")) + marked("vb_k_f2", run("twee"), 2) + marked("_Toc1", run("!"), 3)
    )
    back = read(para(content))
    assert words(back.blocks[0]) == {"vb_k_f1": "een ", "vb_k_f2": "twee"}
    assert back.marks == {"k"}


def test_a_bookmark_over_paragraphs_is_in_each_in_which_it_has_words() -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="vb_k_f1"/>', '<w:bookmarkEnd w:id="1"/>'
    body = para(run("nee ") + start + run("een")) + para("") + para(run("twee")) + para(end + run("nee"))
    assert [words(block) for block in read(body).blocks] == [{"vb_k_f1": "een"}, {}, {"vb_k_f1": "twee"}, {}]


def test_bookmarks_may_begin_and_end_between_paragraphs_and_rows() -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="vb_k_f1"/>', '<w:bookmarkEnd w:id="1"/>'
    row = f"<w:tr><w:tc>{para(run('cel'))}</w:tc></w:tr>"
    for body in (
        para(run("voor")) + start + para(run("cel")) + end + para(run("na")),
        para(run("voor")) + f"<w:tbl>{start}{row}{end}</w:tbl>" + para(run("na")),
    ):
        assert [words(block) for block in read(body).blocks] == [{}, {"vb_k_f1": "cel"}, {}]


def test_an_empty_bookmark_is_kept_wherever_it_stands() -> None:
    empty = marked("vb_k_f1", "")
    for body, block in (
        (para(run("een") + empty), 0),
        (para(run("een")) + empty, 0),
        (empty + para(run("een")), 0),
    ):
        assert words(read(body).blocks[block]) == {"vb_k_f1": ""}


def test_a_bookmark_without_an_end_goes_on_to_the_next_or_to_the_end_of_its_paragraph() -> None:
    starts = [f'<w:bookmarkStart w:id="{one}" w:name="vb_k_f{one}"/>' for one in (1, 2)]
    first, second = read(para(starts[0] + run("een ") + starts[1] + run("twee")) + para(run("drie"))).blocks
    assert words(first) == {"vb_k_f1": "een ", "vb_k_f2": "twee"}
    assert words(second) == {}


def test_an_end_without_a_bookmark_ends_nothing() -> None:
    assert words(read(para('<w:bookmarkEnd w:id="1"/>' + marked("vb_k_f1", run("een")))).blocks[0]) == {
        "vb_k_f1": "een"
    }


def test_of_a_bookmark_that_is_there_twice_the_first_with_words_counts() -> None:
    body = (
        para(marked("vb_k_f1", ""))
        + para(marked("vb_k_f1", run("een")))
        + para(marked("vb_k_f1", run("kopie")))
    )
    assert [words(block) for block in read(body).blocks] == [{}, {"vb_k_f1": "een"}, {}]


def test_a_bookmark_around_a_text_box_is_around_its_own_paragraph_only() -> None:
    body = para(marked("vb_k_f1", run("een ") + box(para(run("doos"))) + run("twee")))
    assert [words(block) for block in read(body).blocks] == [{"vb_k_f1": "een twee"}, {}]
