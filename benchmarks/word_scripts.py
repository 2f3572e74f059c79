"""Random edit scripts for a sheet, played on its file."""

import random
from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from benchmarks.word_edits import KINDS, LOST, RETYPED, Script, an_answer, tick
from benchmarks.word_file import WordFile
from benchmarks.word_headings import change_heading, settle_headings
from sessions.sheet import Sheet


def play(
    data: bytes, sheet: Sheet, seed: int, sentences: Sequence[str], edits: int = 14, *, unmarked: bool = False
) -> Script:
    """A random script on the file ``data``. Where it is to be ``unmarked`` all bookmarks are lost at the end, and then
    a heading is changed, and boxes above and below it are ticked."""
    rng = random.Random(seed)
    script = Script(WordFile(data), sheet, rng, rng.sample(_other_than(sheet, sentences), 60))
    for do in rng.choices((*KINDS, change_heading), k=edits):
        do(script)
    if unmarked:
        _around_a_heading(script)
    _settle(script)
    if unmarked:
        script.unmarked = True
        script.file.unmarked()
    return script


def _around_a_heading(script: Script) -> None:
    answer, every = an_answer(script), [one.answer_id for one in script.sheet.known]
    change_heading(script, answer)
    for number in {answer, every[max(0, every.index(answer) - 1)]}:
        tick(script, number)


def _other_than(sheet: Sheet, sentences: Sequence[str]) -> list[str]:
    sent = {fragment.text for answer in sheet.known for fragment in answer.fragments}
    return [sentence for sentence in sentences if sentence not in sent]


def _settle(script: Script) -> None:
    """Note what each fragment says, and after which fragment each new paragraph stands; then take out bookmarks."""
    for answer in script.sheet.known:
        for number in [f.segment_id for f in answer.fragments if f.segment_id not in script.gone]:
            said = script.texts.get(number) or script.file.text(number)
            script.texts[number] = f"{said} {script.typed_after.get(number, '')}"
    for at, edit in enumerate(script.edits):
        if edit.element is not None:
            script.additions[at] = (edit.text, *_place(script, edit.element))
    for edit in [e for e in script.edits if e.kind == RETYPED]:
        script.file.retyped(edit.fragments[0], script.texts[edit.fragments[0]])
    for edit in [e for e in script.edits if e.kind == LOST]:
        script.file.flattened(script.file.paragraph(edit.fragments[0]))
    settle_headings(script)


def _place(script: Script, element: BaseOxmlElement) -> tuple[int, int]:
    """In which answer a new paragraph stands, and after which of its fragments (0: none)."""
    home = script.file.answer_of(element)
    own = {f.segment_id for a in script.sheet.known for f in a.fragments if a.answer_id == home} - script.gone
    before = (number for number in script.file.before(element) if number in own)
    return home, next((n for n in before if script.file.answer_of(script.file.paragraph(n)) == home), 0)
