"""What an expert might do with the heading of an answer."""

from benchmarks.word_edits import Script, an_answer
from sessions.sheet import Sheet

SHORTEN, RETYPE, DELETE = "shorten a heading", "type another heading", "delete a heading"
HEADINGS = (SHORTEN, RETYPE, DELETE)


def change_heading(script: Script, answer: int = 0) -> None:
    """Something with the heading of an answer, of any one where none is given; done at the end, as it tells where the
    answer is."""
    answer, kind = answer or an_answer(script), script.rng.choice(HEADINGS)
    if any(edit.kind in HEADINGS and edit.answer == answer for edit in script.edits):
        return
    texts = {SHORTEN: _half(script.sheet, answer), RETYPE: script.sentence(), DELETE: ""}
    script.did(kind, answer=answer, text=texts[kind])


def settle_headings(script: Script) -> None:
    """Change the headings in the file."""
    for edit in script.edits:
        if edit.kind in HEADINGS:
            script.file.headed(edit.answer, edit.text)


def _half(sheet: Sheet, answer: int) -> str:
    """Its number, and the second half of its words."""
    number, *words = next(one.heading for one in sheet.known if one.answer_id == answer).split()
    return " ".join((number, *words[len(words) // 2 :]))
