"""Every sentence of the demo's Word drafts followed back: link, source line, recording, and what is heard there.

python -m benchmarks.traceability

A sentence is traced where a link stands behind it, the link leads to a line of the sources, each of its words
stands in that line in the same order, and Whisper, given those seconds of sound alone, hears most of them. And the
other way around: nothing that an expert said stands anywhere in the text without a link behind it.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element
from rapidfuzz import fuzz

from capture.cli.main import run
from exports.word.styles import LABEL, SOURCE, TIME, style_id
from sessions.fragments import Fragment
from sessions.programme import Programme, open_programme
from sessions.store.reading import read_sessions
from sessions.text import fold
from transcripts.audio import blocks
from transcripts.chunk import Chunk
from transcripts.resample import Samples
from transcripts.whisper_engine import WhisperTranscriber

CHECKPOINT = Path(__file__).parents[1] / "transcripts" / "checkpoints" / "demo-nl.pt"
ENOUGH = 80.0
"""Of the words, in per cent (token set ratio), that must be heard again: alone, half a second goes another way."""
AROUND = 0.25
"""Seconds heard before and after a fragment."""
LONG = 4
"""Words from which on a sentence is nobody else's by chance."""


@dataclass(frozen=True)
class Sentence:
    """What stands in a document between two links, and where the link behind it leads."""

    text: str
    anchor: str


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert run(["demo", str(Path(folder) / "demo")]) == 0
        programme = open_programme(Path(folder) / "demo")
        engine, by_id = WhisperTranscriber(CHECKPOINT), fragments(programme)
        for path in sorted(programme.exports.glob("*.docx")):
            report(path, programme, engine, by_id)


def report(path: Path, programme: Programme, engine: WhisperTranscriber, by_id: dict[int, Fragment]) -> None:
    """Follow every sentence of one draft, and print how many got there."""
    document = docx.Document(str(path))
    found, lines = list(sentences(document)), source_lines(document)
    led = [one for one in found if one.anchor in lines]
    worded = [one for one in led if stands_in(one.text, lines[one.anchor])]
    heard = {one.anchor: again(programme, engine, by_id[segment(one.anchor)]) for one in led}
    right = [one for one in worded if alike(lines[one.anchor], heard[one.anchor])]
    loose = [text for text in unlinked(document) if any(holds(text, f) for f in by_id.values())]
    print(
        f"{path.name}: {len(found)} sentences, {len(led)} lead to a source line, {len(worded)} have its words, "
        f"{len(right)} are heard there; {len(loose)} of an expert's words without a link"
    )
    for one in led:
        if one not in right:
            print(f"  {one.text!r}, source {lines[one.anchor]!r}, heard {heard[one.anchor]!r}")
    for text in loose:
        print(f"  no link: {text!r}")


def sentences(document: Document) -> Iterator[Sentence]:
    """The sentences that have a link behind them, in order."""
    for paragraph in document.element.body.iter(qn("w:p")):
        said = ""
        for part in paragraph:
            if part.tag == qn("w:hyperlink") and part.get(qn("w:anchor"), "").startswith("bron_"):
                if said.strip():
                    yield Sentence(said.strip(), part.get(qn("w:anchor"), ""))
                said = ""
            elif part.tag == qn("w:r") and style_of(part) not in map(style_id, (LABEL, SOURCE, TIME)):
                said += text_of(part)


def unlinked(document: Document) -> Iterator[str]:
    """The text of every paragraph without a link to a source that is no source itself."""
    for paragraph in document.element.body.iter(qn("w:p")):
        anchors = [link.get(qn("w:anchor"), "") for link in paragraph.iter(qn("w:hyperlink"))]
        marks = [mark.get(qn("w:name"), "") for mark in paragraph.iter(qn("w:bookmarkStart"))]
        if not any(name.startswith("bron_") for name in (*anchors, *marks)):
            yield text_of(paragraph)


def source_lines(document: Document) -> dict[str, str]:
    """The words of each source by its bookmark, without the time before them."""
    found = {}
    for mark in document.element.body.iter(qn("w:bookmarkStart")):
        name = mark.get(qn("w:name"), "")
        if name.startswith("bron_"):
            runs = [
                r
                for r in mark.getparent().iter(qn("w:r"))
                if style_of(r) not in map(style_id, (SOURCE, TIME))
            ]
            found[name] = "".join(map(text_of, runs)).strip()
    return found


def style_of(run: _Element) -> str:
    """The id of a run's character style."""
    found = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return "" if found is None else str(found.get(qn("w:val")))


def text_of(element: _Element) -> str:
    """All text in it."""
    return "".join(part.text or "" for part in element.iter(qn("w:t")))


def words(text: str) -> list[str]:
    """The words of a text for comparison."""
    return re.findall(r"\w+", fold(text))


def stands_in(text: str, source: str) -> bool:
    """Whether the words of ``text`` stand in ``source`` in their order: cleaning only leaves words out."""
    left = iter(words(source))
    return all(word in left for word in words(claimed(text)))


def claimed(text: str) -> str:
    """The words that a sentence gives as somebody's: all, or of the tool's own lists what is between quotes."""
    quoted = re.findall(r"“([^”]+)”", text)
    return " ".join(quoted) if quoted and text.endswith("”") else text


def holds(text: str, fragment: Fragment) -> bool:
    """Whether ``text`` holds what was said, word for word."""
    said = words(fragment.segment.text)
    return len(said) >= LONG and f" {' '.join(said)} " in f" {' '.join(words(text))} "


def segment(anchor: str) -> int:
    """The id of the segment that a bookmark stands for."""
    return int(anchor.rpartition("_")[2])


def fragments(programme: Programme) -> dict[int, Fragment]:
    """All fragments by the id of their segment."""
    with programme.store() as store:
        return {f.segment.id: f for r in read_sessions(store) for a in r.answers for f in a.fragments}


def again(programme: Programme, engine: WhisperTranscriber, fragment: Fragment) -> str:
    """What Whisper hears in the seconds of a fragment alone."""
    assert fragment.clip
    start = max(0.0, fragment.segment.start - AROUND)
    length = fragment.segment.end + AROUND - start
    sound: Samples = next(blocks(programme.file(fragment.clip.path), start, length))
    chunk = Chunk(sound, ((0.0, start, length),), start + length)
    return " ".join(one.text for one in engine.transcribe(chunk))


def alike(source: str, heard: str) -> bool:
    """Whether most of the words of a source were heard again."""
    return fuzz.token_set_ratio(fold(source), fold(heard)) >= ENOUGH


if __name__ == "__main__":
    main()
