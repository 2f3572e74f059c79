"""The edits of a random script: what an expert might do with the file, and what should come back of it."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from docx.oxml.xmlchemy import BaseOxmlElement

from benchmarks.word_file import WordFile
from sessions.received import Wish
from sessions.sheet import Sheet

AUTHOR = "De expert"
RETYPED, LOST = "select a sentence and type another", "bookmarks of a paragraph lost"


@dataclass(frozen=True)
class Edit:
    """One thing that was done: ``fragments`` are those whose text it is about, ``text`` what was typed."""

    kind: str
    fragments: tuple[int, ...] = ()
    text: str = ""
    answer: int = 0
    wish: Wish | None = None
    element: BaseOxmlElement | None = None


@dataclass
class Script:
    """What is done with one file, and what each fragment should say in the end."""

    file: WordFile
    sheet: Sheet
    rng: random.Random
    sentences: list[str]
    edits: list[Edit] = field(default_factory=list)
    typed_after: dict[int, str] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    additions: dict[int, tuple[str, int, int]] = field(default_factory=dict)
    unmarked: bool = False

    def sentence(self) -> str:
        """Words that stand nowhere else in the file."""
        return self.sentences.pop()

    def free(self, words: int = 1) -> int | None:
        """A fragment that nothing was done with yet, with so many words in its first text."""
        every = [
            f for p in self.file.said() for f in self.file.fragments(p) if f not in self.touched | self.gone
        ]
        self.rng.shuffle(every)
        return next((f for f in every if len((self.file.nodes(f)[0].text or "").split()) >= words), None)

    def paragraph(self) -> BaseOxmlElement | None:
        """A paragraph that nothing was done with yet."""
        fit = [
            p
            for p in self.file.said()
            if self.file.whole(p) and not set(self.file.fragments(p)) & (self.touched | self.gone)
        ]
        return self.rng.choice(fit) if fit else None

    def did(self, kind: str, fragments: Sequence[int] = (), **more: object) -> None:
        """Note down what was done."""
        self.touched.update(fragments)
        self.edits.append(Edit(kind, tuple(fragments), **more))  # type: ignore[arg-type]


def _reworded(kind: str, change: Callable[[Script, list[str]], list[str]]) -> Callable[[Script], None]:
    def do(script: Script) -> None:
        number = script.free(4)
        if number is not None:
            script.file.write(number, " ".join(change(script, script.file.text(number).split())))
            script.did(kind, [number])

    return do


def _replace(script: Script, words: list[str]) -> list[str]:
    at, count = script.rng.randrange(len(words)), script.rng.randint(1, 3)
    return [*words[:at], *script.sentence().split()[: script.rng.randint(1, 4)], *words[at + count :]]


def _shorten(script: Script, words: list[str]) -> list[str]:
    at = script.rng.randrange(len(words) - 2)
    return words[:at] + words[at + script.rng.randint(1, 2) :]


def _lengthen(script: Script, words: list[str]) -> list[str]:
    at = script.rng.randint(1, len(words) - 1)
    return [*words[:at], *script.sentence().split()[: script.rng.randint(1, 6)], *words[at:]]


def _other(script: Script, _words: list[str]) -> list[str]:
    return script.sentence().split()


def _type_behind(script: Script) -> None:
    paragraph = script.paragraph()
    if paragraph is not None:
        text, fragments = script.sentence(), script.file.fragments(paragraph)
        script.file.append(paragraph, f" {text}")
        script.typed_after[fragments[-1]] = text
        script.did("type a sentence behind a paragraph", fragments)


def _retype(script: Script) -> None:
    number = script.free(4)
    if number is not None and len(script.file.fragments(script.file.paragraph(number))) > 2:
        text = script.sentence()
        script.file.write(number, text)
        script.texts[number] = text
        script.did(RETYPED, [number])


def _delete(script: Script) -> None:
    paragraph = script.paragraph()
    if paragraph is not None:
        fragments = script.file.fragments(paragraph)
        paragraph.getparent().remove(paragraph)
        script.gone |= set(fragments)
        script.did("delete a paragraph", fragments)


def _strike(script: Script) -> None:
    paragraph = script.paragraph()
    if paragraph is not None:
        fragments = script.file.fragments(paragraph)
        script.file.struck(paragraph, author=AUTHOR)
        script.gone |= set(fragments)
        script.did("delete a paragraph, tracked, left open", fragments)


def _add(script: Script) -> None:
    said = script.file.said()
    if said:
        beside, text = script.rng.choice(said), script.sentence()
        new = script.file.typed(text)
        if script.rng.random() < 0.2:
            beside.addprevious(new)
        else:
            beside.addnext(new)
        script.did("add a paragraph", (), text=text, element=new)


def _split(script: Script) -> None:
    number = script.free(6)
    if number is not None:
        words = len((script.file.nodes(number)[0].text or "").split())
        keeps = script.rng.random() < 0.7
        new = script.file.split(number, script.rng.randint(2, words - 2), keeps_mark=keeps)
        script.touched.update(script.file.fragments(new))
        if keeps:
            script.did("split a paragraph", [number])
        else:
            script.texts[number] = next(
                f.text for a in script.sheet.known for f in a.fragments if f.segment_id == number
            )
            script.did("split a paragraph, bookmark on one half", [number])


def _join(script: Script) -> None:
    paragraph = script.paragraph()
    after = paragraph.getnext() if paragraph is not None else None
    if (
        paragraph is not None
        and after is not None
        and script.file.fragments(after)
        and script.file.whole(after)
    ):
        fragments = [*script.file.fragments(paragraph), *script.file.fragments(after)]
        if not set(fragments) & (script.touched | script.gone):
            script.file.join(paragraph)
            script.did("join two paragraphs", fragments)


def _move(script: Script) -> None:
    paragraph = script.paragraph()
    if paragraph is not None:
        home = script.file.answer_of(paragraph)
        others = [p for p in script.file.said() if p is not paragraph and p is not paragraph.getprevious()]
        here = [p for p in others if script.file.answer_of(p) == home]
        _moved(script, "move a paragraph within its answer", paragraph, here)


def _move_away(script: Script) -> None:
    paragraph = script.paragraph()
    if paragraph is not None:
        home = script.file.answer_of(paragraph)
        others = [p for p in script.file.said() if script.file.answer_of(p) != home]
        _moved(script, "move a paragraph to another answer", paragraph, others)


def _moved(script: Script, kind: str, paragraph: BaseOxmlElement, others: Sequence[BaseOxmlElement]) -> None:
    if others:
        script.rng.choice(list(others)).addnext(paragraph)
        script.did(kind, script.file.fragments(paragraph))


def _copy(script: Script) -> None:
    paragraph = script.paragraph()
    if paragraph is not None:
        fragments = script.file.fragments(paragraph)
        text = "".join(script.file.text(f) for f in fragments)
        script.rng.choice(script.file.said()).addnext(script.file.typed(text.strip()))
        script.did("copy a paragraph", fragments, text=text)


def _tracked(script: Script) -> None:
    number = script.free(5)
    if number is not None:
        at = script.rng.randint(1, 3)
        new = " ".join(script.sentence().split()[: script.rng.randint(1, 4)])
        script.file.replaced(number, at, at + script.rng.randint(1, 2), new, author=AUTHOR)
        script.did("replace words, tracked, left open", [number])


def _lose(script: Script) -> None:
    paragraph = script.paragraph()
    if paragraph is not None:
        fragments = script.file.fragments(paragraph)
        for number in script.rng.sample(fragments, min(2, len(fragments))):
            if len(script.file.text(number).split()) > 4:
                words = _replace(script, script.file.text(number).split())
                script.file.write(number, " ".join(words))
        script.did(LOST, fragments)


def an_answer(script: Script) -> int:
    """Any answer."""
    return script.rng.choice(script.sheet.known).answer_id


def tick(script: Script, answer: int = 0) -> None:
    """Click on a box of an answer, of any one where none is given."""
    answer, wish = answer or an_answer(script), script.rng.choice(list(Wish))
    script.file.tick(answer, wish)
    script.did("tick a box", answer=answer, wish=wish)


def _cross(script: Script) -> None:
    answer, wish = an_answer(script), script.rng.choice(list(Wish))
    script.file.crossed(answer, wish)
    script.did("type an x before a box", answer=answer, wish=wish)


def _remark(script: Script) -> None:
    answer = an_answer(script)
    if not any(e.kind == "type a remark" and e.answer == answer for e in script.edits):
        text = script.sentence()
        script.file.remark(answer, text)
        script.did("type a remark", text=text, answer=answer)


def _comment(script: Script) -> None:
    number = script.free()
    if number is not None:
        text = script.sentence()
        script.file.comment(number, text, AUTHOR)
        script.did("add a Word comment", [number], text=text)


KINDS: tuple[Callable[[Script], None], ...] = (
    _reworded("replace words", _replace),
    _reworded("delete words", _shorten),
    _reworded("insert words", _lengthen),
    _reworded("write a sentence anew", _other),
    _type_behind,
    _retype,
    _delete,
    _strike,
    _add,
    _split,
    _join,
    _move,
    _move_away,
    _copy,
    _tracked,
    _lose,
    tick,
    _cross,
    _remark,
    _comment,
)
