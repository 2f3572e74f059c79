"""``vakborg import``: several files at once; some may fail, the rest go in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import click

from capture.cli.context import Desk, confirmed, pass_desk, say
from capture.cli.progress import share_bar
from exports.word.reading import paragraphs
from sessions.errors import CaptionsError, VakborgError
from sessions.fragments import clock
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.interview import Clip
from sessions.people import Expert
from sessions.store.interviews import find_session, guide_of
from sessions.text import clean_line
from transcripts.bringing import (
    CAPTION_SUFFIXES,
    Again,
    Brought,
    Place,
    bring_recording,
    bring_transcript,
)
from transcripts.captions import Line, expert_voice, joined, read_captions, read_paragraphs
from transcripts.taking_back import last_brought, take_back


@dataclass(frozen=True)
class Voice:
    """How a transcript is to be read: whose voice is the expert's, and whether it replaces an earlier one."""

    of_expert: str
    again: Again


@dataclass
class Result:
    """What became of the files; ``sounds`` counts the recordings that wait to be transcribed."""

    brought: list[Path] = field(default_factory=list)
    refused: list[tuple[Path, VakborgError]] = field(default_factory=list)
    sounds: int = 0

    def attempt(self, path: Path, bring: Callable[[], Brought]) -> Brought | None:
        """Bring one file; a failure is said at once and does not stop the rest."""
        name = clean_line(path.name)
        try:
            brought = bring()
        except VakborgError as error:
            self.refused.append((path, error))
            say(f"✗ {error}" if name in error.message else f"✗ {name}: {error}")
            return None
        self.brought.append(path)
        is_text = path.suffix.lower() in CAPTION_SUFFIXES
        self.sounds += -bool(brought.clip) if is_text else brought.waits
        say(f"✓ {name}{_told(brought)}")
        if not is_text and not brought.waits:
            say(_("It is kept, but not transcribed: the expert does not want that."))
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
@click.argument("files", metavar=_("AUDIO..."), nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--session", "code", required=True, metavar="ID", help=_("The session; see: vakborg session list")
)
@click.option(
    "--question", "question_id", required=True, metavar="ID", help=_("The question; see: vakborg guide show")
)
@click.option(
    "--speaker", default="", metavar=_("NAME"), help=_("Which voice in a transcript is the expert's.")
)
@click.option(
    "--replace", is_flag=True, help=_("Let a transcript take the place of one that was brought before.")
)
@click.option("--undo", is_flag=True, help=_("Take back what was brought last to this question."))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@pass_desk
def import_command(
    desk: Desk,
    files: tuple[Path, ...],
    code: str,
    question_id: str,
    speaker: str,
    replace: bool,
    undo: bool,
    yes: bool,
) -> int:
    if bool(files) == undo:
        raise click.UsageError(_("Name the files to bring, or use --undo to take back the last one."))
    programme = desk.programme()
    with programme.store() as store:
        session = find_session(store, code)
        guide = guide_of(store, session)
        place = Place(programme, store, session, guide.question(question_id), guide)
        if undo:
            return _undo(place, sure=yes)
        result = _bring_all(place, files, Voice(speaker, _again(speaker, replace)))
    _summarise(result, session.code)
    return 1 if result.refused else 0


def _undo(place: Place, *, sure: bool) -> int:
    brought = last_brought(place)
    n, name = brought.fragments, clean_line(brought.name)
    what = ngettext("Take back {name}, with {n} fragment?", "Take back {name}, with {n} fragments?", n)
    if not (sure or confirmed(what.format(name=name, n=n))):
        say(_("Nothing was changed."))
        return 1
    kept = take_back(place.programme, place.store, brought)
    say(
        _("{name} is out of the programme. The file itself is kept in: {place}").format(name=name, place=kept)
    )
    return 0


def _bring_all(place: Place, files: Sequence[Path], voice: Voice) -> Result:
    result = Result()
    texts = [f for f in files if f.suffix.lower() in CAPTION_SUFFIXES]
    sounds = [f for f in files if f not in texts]
    for sound in sounds:
        with share_bar(clean_line(sound.name)) as progress:
            brought = result.attempt(sound, partial(bring_recording, place, sound, progress))
        text = next((t for t in texts if t.with_suffix("") == sound.with_suffix("")), None)
        if text:
            texts.remove(text)
        if text and brought:
            result.attempt(text, partial(_bring_text, place, text, voice, brought.clip))
        elif text:
            result.attempt(text, partial(_left_out, text))
    for text in texts:
        result.attempt(text, partial(_bring_text, place, text, voice, None))
    return result


def _again(speaker: str, replace: bool) -> Again:
    same_file = Again.SAME_FILE if speaker or replace else Again.NOTHING
    return same_file | (Again.OTHER_FILE if replace else Again.NOTHING)


def _left_out(text: Path) -> Brought:
    raise CaptionsError(
        _("{file} belongs to a recording that did not go in.").format(file=clean_line(text.name)),
        _("Bring the two again together; or this one alone, as text without sound."),
    )


def _bring_text(place: Place, path: Path, voice: Voice, clip: Clip | None) -> Brought:
    lines = joined(_lines(path))
    expert = place.store.get(Expert, place.session.expert_id)
    speaker = expert_voice(lines, expert.name, voice.of_expert)
    brought = bring_transcript(place, path, lines, speaker, clip, again=voice.again)
    _tell_voices(lines, speaker, expert.name)
    return brought


def _lines(path: Path) -> list[Line]:
    if path.suffix.lower() == ".docx":
        return read_paragraphs(paragraphs(path), path)
    return read_captions(path)


def _tell_voices(lines: Sequence[Line], voice: str, expert: str) -> None:
    others = sorted({line.speaker for line in lines} - {voice})
    if others:
        told = _(
            "Taken as the voice of {expert}: {voice}. Kept apart: {others}. "
            "If that is wrong, bring the file again with --speaker NAME."
        )
        names = ", ".join(name or "?" for name in others)
        say("  " + told.format(expert=expert, voice=voice or "?", others=names))


def _summarise(result: Result, code: str) -> None:
    n = len(result.brought)
    say(
        ngettext("{n} file added to session {code}.", "{n} files added to session {code}.", n).format(
            n=n, code=code
        )
    )
    if result.refused:
        names = ", ".join(clean_line(path.name) for path, _error in result.refused)
        say(_("Not added: {names}.").format(names=names))
    if result.sounds > 0:
        say(_("Next: vakborg transcribe"))
    elif result.brought:
        say(_("Next: vakborg session show {id}").format(id=code))
