"""Of a field only what it shows is text."""

from tests.exports.review.returning import (
    para,
    read,
    run,
    texts,
)


def field(code: str, shown: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return char("begin") + code + char("separate") + shown + char("end")


def instruction(code: str) -> str:
    return f"<w:r><w:instrText>{code}</w:instrText></w:r>"


def test_the_code_of_a_field_is_no_text_and_what_it_shows_is() -> None:
    inner = field(instruction("PAGE"), run("4"))
    shown = field(instruction("IF ") + inner + instruction(" = 4"), run("vier"))
    assert texts(read(para(run("bladzij ") + shown + run(".")))) == ["bladzij vier."]


def test_a_field_without_an_end_hides_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts(read(para(run("een ") + begin + run("twee")) + para(run("drie")))) == ["een twee", "drie"]
