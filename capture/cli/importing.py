"""``vakborg import``: several files at once; some may fail, the rest go in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from capture.cli.context import Desk, pass_desk, say
from capture.cli.progress import share_bar
from exports.word.reading import paragraphs
from sessions.errors import VakborgError
from sessions.fragments import clock
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.interview import Clip
from sessions.people import Expert
from sessions.store.interviews import answer_to, find_session, guide_of
from sessions.text import clean_line
from transcripts.bringing import (
    CAPTION_SUFFIXES,
    Brought,
    Place,
    bring_recording,
    bring_transcript,
    take_named,
    transcribe_after_all,
)
from transcripts.captions import Line, expert_voice, joined, read_captions, read_paragraphs


@dataclass
class Result:
    """What became of the files."""

    brought: list[Path] = field(default_factory=list)
    refused: list[tuple[Path, VakborgError]] = field(default_factory=list)

    def attempt(self, path: Path, bring: Callable[[], Brought]) -> Brought | None:
        """Bring one file; a failure is said at once and does not stop the rest."""
        try:
            brought = bring()
        except VakborgError as error:
            self.refused.append((path, error))
            say(f"✗ {clean_line(path.name)}: {error}")
            return None
        self.brought.append(path)
        say(f"✓ {clean_line(path.name)}{_told(brought)}")
        return brought


def _told(brought: Brought) -> str:
    return f"  ({clock(brought.clip.seconds)})" if brought.clip else ""


@click.command(
    "import",
    help=_(
        "Bring recordings as the answer to a question: wav, flac, mp3, m4a, ogg, opus, mp4, mov. "
        "A transcript of the same name (vtt, srt, docx) becomes the text of its recording; alone it goes in as text."
    ),
)
@click.argument("files", metavar="AUDIO...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--session", "code", required=True, metavar="ID", help=_("The session; see: vakborg session list")
)
@click.option(
    "--question", "question_id", required=True, metavar="ID", help=_("The question; see: vakborg guide show")
)
@click.option("--speaker", default="", metavar="NAME", help=_("Which voice in a transcript is the expert's."))
@pass_desk
def import_command(desk: Desk, files: tuple[Path, ...], code: str, question_id: str, speaker: str) -> int:
    programme = desk.programme()
    with programme.store() as store:
        session = find_session(store, code)
        guide = guide_of(store, session)
        place = Place(programme, store, session, guide.question(question_id), guide)
        result = _bring_all(place, files, speaker)
    _summarise(result, session.code)
    return 1 if result.refused else 0


def _bring_all(place: Place, files: Sequence[Path], speaker: str) -> Result:
    result = Result()
    texts = {f.with_suffix(""): f for f in files if f.suffix.lower() in CAPTION_SUFFIXES}
    for sound in (f for f in files if f.suffix.lower() not in CAPTION_SUFFIXES):
        text = texts.pop(sound.with_suffix(""), None)
        _bring_sound(place, sound, text, speaker, result)
    for text in texts.values():
        result.attempt(text, lambda text=text: _bring_text(place, text, speaker, None))  # type: ignore[misc]
    return result


def _bring_sound(place: Place, sound: Path, text: Path | None, speaker: str, result: Result) -> None:
    with share_bar(sound.name) as progress:
        brought = result.attempt(
            sound, lambda: bring_recording(place, sound, transcribe=text is None, progress=progress)
        )
    if text and brought and not result.attempt(text, lambda: _bring_text(place, text, speaker, brought.clip)):
        transcribe_after_all(place, brought)


def _bring_text(place: Place, path: Path, speaker: str, clip: Clip | None) -> Brought:
    lines = joined(_lines(path))
    expert = place.store.get(Expert, place.session.expert_id)
    voice = expert_voice(lines, expert.name, speaker)
    answer = answer_to(place.store, place.session, place.question)
    brought = bring_transcript(place, path, lines, voice, clip or take_named(place.store, answer, path.stem))
    _tell_voices(lines, voice)
    return brought


def _lines(path: Path) -> list[Line]:
    if path.suffix.lower() == ".docx":
        return read_paragraphs(paragraphs(path), path)
    return read_captions(path)


def _tell_voices(lines: Sequence[Line], voice: str) -> None:
    others = sorted({line.speaker for line in lines} - {voice})
    if others:
        say(
            "  "
            + _(
                "The expert's voice is {voice}; kept apart: {others}. If that is wrong, use --speaker."
            ).format(voice=voice or "?", others=", ".join(name or "?" for name in others))
        )


def _summarise(result: Result, code: str) -> None:
    n = len(result.brought)
    say(
        ngettext("{n} file went into session {code}.", "{n} files went into session {code}.", n).format(
            n=n, code=code
        )
    )
    if result.refused:
        names = ", ".join(clean_line(path.name) for path, _error in result.refused)
        say(_("Not brought: {names}.").format(names=names))
    if result.brought:
        say(_("Next: vakborg transcribe"))
