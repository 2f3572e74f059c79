"""Every reference in the demo's Word drafts followed back: link, source line, recording, and what is heard there.

python -m benchmarks.traceability

A statement counts as traced where its link leads to a line of the sources, that line names a recording and a
time in it, and Whisper, given those seconds of sound alone, hears most of the words that stand there.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.oxml.ns import qn
from rapidfuzz import fuzz

from capture.cli.main import run
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


@dataclass(frozen=True)
class Line:
    """A line of the sources: all of its text."""

    anchor: str
    text: str


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert run(["demo", str(Path(folder) / "demo")]) == 0
        programme = open_programme(Path(folder) / "demo")
        for path in sorted(programme.exports.glob("*.docx")):
            report(path, programme)


def report(path: Path, programme: Programme) -> None:
    """Follow every link of one draft, and print how many got there."""
    document = docx.Document(str(path))
    links = [link for link in linked(document) if link.startswith("bron_")]
    lines, by_id = source_lines(document), fragments(programme)
    engine = WhisperTranscriber(CHECKPOINT)
    led = [lines[link] for link in links if link in lines]
    said = {line.anchor: by_id[int(line.anchor.rpartition("_")[2])] for line in led}
    heard = {anchor: again(programme, engine, one) for anchor, one in said.items()}
    right = [line for line in led if alike(said[line.anchor], heard[line.anchor])]
    print(
        f"{path.name}: {len(links)} references, {len(led)} lead to a source, {len(right)} to sound that says it"
    )
    for anchor, fragment in said.items():
        if not alike(fragment, heard[anchor]):
            print(f"  {fragment.reference}: {fragment.segment.text!r} is heard as {heard[anchor]!r}")


def linked(document: "docx.document.Document") -> Iterator[str]:
    """The bookmarks that links lead to, in order; those of the contents too."""
    for link in document.element.body.iter(qn("w:hyperlink")):
        yield link.get(qn("w:anchor"), "")


def source_lines(document: "docx.document.Document") -> dict[str, Line]:
    """The paragraphs that carry the bookmark of a source, and name a time."""
    found = {}
    for mark in document.element.body.iter(qn("w:bookmarkStart")):
        name = mark.get(qn("w:name"), "")
        paragraph = mark.getparent()
        text = "".join(part.text or "" for part in paragraph.iter(qn("w:t")))
        if name.startswith("bron_") and re.search(r"\d\d:\d\d", text):
            found[name] = Line(name, text)
    return found


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
    return " ".join(
        one.text for one in engine.transcribe(Chunk(sound, ((0.0, start, length),), start + length))
    )


def alike(fragment: Fragment, heard: str) -> bool:
    """Whether most of the fragment's words were heard again."""
    return fuzz.token_set_ratio(fold(fragment.segment.text), fold(heard)) >= ENOUGH


if __name__ == "__main__":
    main()
