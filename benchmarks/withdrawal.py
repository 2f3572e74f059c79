"""Everything of one expert of the demo taken back, and every byte of the programme searched for it.

python -m benchmarks.withdrawal

Looked for are the words that nobody but that expert said and no guide has, in whatever case and encoding, whole
fragments, and pieces of each recording; in every file, in what is packed in it, in the free pages of the database,
its log and its full-text index. Before they must be found, afterwards nowhere; what others said must be there still.
"""

import tempfile
import time
from collections import Counter
from pathlib import Path

from capture.cli.main import run
from capture.withdrawing import preview, withdraw
from exports.plain import words
from sessions.interview import Clip, GuideCopy
from sessions.people import Expert, Permission
from sessions.programme import Programme, open_programme
from sessions.sheet import Sheet
from sessions.store import Store
from sessions.store.belongings import belongings
from sessions.transcript import Revision, Segment, Transcript
from tests.searching import Searched, search

BOTH = (Permission.RECORDING, Permission.TRANSCRIPT)
PIECE, STEP = 64, 100_000
"""Bytes of a piece of sound, and from one to the next."""
LONG = 5
"""Letters from which on a word is looked for by itself: shorter ones are parts of others, and of code."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert run(["demo", str(Path(folder) / "demo")]) == 0
        programme = open_programme(Path(folder) / "demo")
        with programme.store() as store:
            codes = [session.code for session in belongings(store, store.all(Expert)[0]).sessions]
        for format_ in ("docx", "md", "txt", "json", "vtt", "srt"):
            for code in codes:
                assert (
                    run(
                        [
                            "--programme",
                            str(programme.folder),
                            "export",
                            "transcript",
                            code,
                            "--format",
                            format_,
                        ]
                    )
                    == 0
                )
        report(programme)


def report(programme: Programme) -> None:
    """Take the first expert's permissions back, and print what was found before and after."""
    with programme.store() as store:
        first, *others = store.all(Expert)
        said = [*_only_by(store, first), *_sentences(store, first)]
        sounds = _pieces(programme, store, first)
        theirs = [line for other in others for line in _sentences(store, other)]
        loss = preview(programme, store, first, BOTH)
    _tell("before", search(programme.folder, said, sounds), len(said), len(sounds))
    others_before = _sayings(search(programme.folder, theirs))
    began = time.monotonic()
    withdraw(programme, first.id, BOTH, "benchmark", edited_too=True)
    took = time.monotonic() - began
    _tell("after", search(programme.folder, said, sounds), len(said), len(sounds))
    kept = len(_sayings(search(programme.folder, theirs)))
    print(f"of the others: {kept} of {len(others_before)} fragments are there still")
    told = (
        f"{loss.recordings} recordings, {loss.fragments} fragments, {loss.values} values, {loss.tags} labels"
    )
    print(f"taken out in {took:.1f} s: {told}, {len(loss.documents)} documents")


def _tell(when: str, searched: Searched, words_: int, sounds: int) -> None:
    places = Counter(one.partition(": ")[0] for one in searched.found)
    size = searched.size / 1e6
    print(
        f"{when}: {len(searched.found)} hits in {len(places)} of {searched.files} files ({size:.1f} MB, unpacked);"
    )
    print(f"  looked for {words_} words and fragments and {sounds} pieces of sound")


def _sayings(searched: Searched) -> set[str]:
    return {one.partition(": ")[2] for one in searched.found}


def _sentences(store: Store, expert: Expert) -> list[str]:
    texts = [text.id for text in belongings(store, expert).transcripts]
    return sorted({s.text for s in store.all(Segment, transcript_id=texts) if len(s.text.split()) >= 4})


def _only_by(store: Store, expert: Expert) -> list[str]:
    """The words that nobody else said, in any version, and that no guide has."""
    own = {text.id for text in belongings(store, expert).transcripts}
    segments = store.all(Segment)
    mine = {s.id for s in segments if s.transcript_id in own}
    versions = [(s.id, text) for s in segments for text in (s.text, s.machine_text)]
    versions += [(r.segment_id, text) for r in store.all(Revision) for text in (r.before, r.after)]
    said = {word for id_, text in versions if id_ in mine for word in words(text)}
    elsewhere = " ".join(
        [
            *(text for id_, text in versions if id_ not in mine),
            *(copy.toml for copy in store.all(GuideCopy)),
            *(str(text.options) for text in store.all(Transcript) if text.id not in own),
            *(str(sheet.answers) for sheet in store.all(Sheet)),
        ]
    )
    known = " ".join(words(elsewhere))
    return sorted(word for word in said if len(word) >= LONG and word not in known and not word.isdigit())


def _pieces(programme: Programme, store: Store, expert: Expert) -> list[bytes]:
    clips: tuple[Clip, ...] = belongings(store, expert).clips
    sounds = [programme.file(clip.path).read_bytes() for clip in clips]
    found = [data[at : at + PIECE] for data in sounds for at in range(1000, len(data) - PIECE, STEP)]
    return [piece for piece in found if len(set(piece)) > PIECE // 4]  # silence is anybody's


if __name__ == "__main__":
    main()
