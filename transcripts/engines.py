"""The engines that turn speech into text, and which of them is used."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sessions.errors import ModelError, VakborgError, disk_errors
from sessions.finding import find_named
from sessions.i18n import gettext as _
from transcripts import converted
from transcripts.transcriber import Transcriber


class Engine(StrEnum):
    """``FAST`` and ``EXACT`` are CTranslate2 on the processor, with weights of a byte and with the checkpoint's own;
    ``OPENAI`` is openai-whisper: the reference, and the only one on a graphics processor."""

    FAST = "fast"
    EXACT = "exact"
    OPENAI = "openai"


LARGEST_MEASURED = 1_000_000_000
"""Bytes of a checkpoint up to which ``EXACT`` is the usual engine on the processor. It gave the text and word times of
openai-whisper in all that was measured, but for where Whisper is unsure and draws lots; ``FAST`` now and then hears
another word (``python -m benchmarks.engines``). What converting a larger model asks of a laptop was not measured."""

_WEIGHTS = {Engine.FAST: "int8", Engine.EXACT: "float32"}


@dataclass(frozen=True)
class Started:
    """An engine with its model loaded. ``instead_because`` is why it is not the usual one; empty where it is, or
    where somebody chose."""

    transcriber: Transcriber
    engine: Engine
    instead_because: str = ""


def chosen(name: str) -> Engine:
    """The engine of that name; raises :class:`~sessions.errors.UnknownName`."""
    return find_named(name, {engine.value: engine for engine in Engine}, _("engine"))


def usual_for(checkpoint: Path) -> Engine:
    """The engine that hears on the processor where nobody chose."""
    small = checkpoint.is_file() and checkpoint.stat().st_size <= LARGEST_MEASURED
    return Engine.EXACT if small else Engine.OPENAI


def start(wanted: str, checkpoint: Path, device: str, cores: int) -> Started:
    """The engine called ``wanted``, or the usual one where that is empty, on ``device`` ("cpu" or "cuda") with so many
    ``cores``. The usual one gives way to openai-whisper where it cannot be used.

    Raises ModelError, and for an engine that was asked for DiskFull and ReadOnlyProgramme.
    """
    if wanted:
        return Started(_made(chosen(wanted), checkpoint, device, cores), chosen(wanted))
    if device != "cpu":
        return Started(_made(Engine.OPENAI, checkpoint, device, cores), Engine.OPENAI)
    usual = usual_for(checkpoint)
    try:
        return Started(_made(usual, checkpoint, device, cores), usual)
    except VakborgError as error:  # a checkpoint that is no good is found out once more
        return Started(_made(Engine.OPENAI, checkpoint, device, cores), Engine.OPENAI, error.message)


def _made(engine: Engine, checkpoint: Path, device: str, cores: int) -> Transcriber:
    if engine is Engine.OPENAI:
        from transcripts.whisper_engine import WhisperTranscriber

        return WhisperTranscriber(checkpoint, device)
    if device != "cpu":
        raise ModelError(
            _("The engine “{engine}” works on the processor only.").format(engine=engine.value),
            _("Leave out --engine, or use --device cpu."),
        )
    _check_ctranslate2()
    from transcripts.fast_engine import FastTranscriber

    with disk_errors(converted.folder()):
        return FastTranscriber(checkpoint, _WEIGHTS[engine], cores)


def _check_ctranslate2() -> None:
    try:
        import ctranslate2  # noqa: F401
    except (ImportError, OSError) as error:  # OSError: a library of the system is missing
        raise ModelError(
            _("The fast engine (CTranslate2) does not start on this machine."), _("Use --engine openai.")
        ) from error
