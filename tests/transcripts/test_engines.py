"""Which engine hears: the one that was asked for, else the usual one, else openai-whisper."""

import sys
from pathlib import Path

import pytest

from sessions.errors import DiskFull, ModelError, UnknownName
from tests.transcripts.material import CHECKPOINT
from transcripts import converted, engines
from transcripts.engines import Engine, chosen, start, usual_for
from transcripts.fast_engine import FastTranscriber
from transcripts.whisper_engine import WhisperTranscriber

# whisper leaves the file of its vocabulary to the garbage collector
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def no_room(small_disk: Path) -> None:
    """The disk for converted models is full."""
    converted.folder().unlink()
    converted.folder().symlink_to(small_disk, target_is_directory=True)


@pytest.fixture
def no_ctranslate2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ctranslate2", None)


def begin(wanted: str) -> engines.Started:
    return start(wanted, CHECKPOINT, "cpu", cores=1)


def test_where_nobody_chose_it_is_the_usual_one() -> None:
    started = begin("")
    assert (started.engine, started.instead_because) == (Engine.EXACT, "")
    assert started.transcriber.record("nl", "")["weights"] == "float32"


def test_a_model_larger_than_what_was_measured_is_for_openai_whisper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "groot.pt").write_bytes(b"0" * 11)
    monkeypatch.setattr(engines, "LARGEST_MEASURED", 10)
    assert usual_for(tmp_path / "groot.pt") is Engine.OPENAI


@pytest.mark.parametrize(("name", "kind"), [("fast", "int8"), ("exact", "float32"), ("EXACT", "float32")])
def test_one_that_was_chosen_has_its_weights(name: str, kind: str) -> None:
    started = begin(name)
    assert isinstance(started.transcriber, FastTranscriber)
    assert started.transcriber.record("nl", "")["weights"] == kind


def test_openai_whisper_is_always_there(no_ctranslate2: None) -> None:
    started = begin("openai")
    assert type(started.transcriber) is WhisperTranscriber
    assert (started.engine, started.instead_because) == (Engine.OPENAI, "")


def test_an_engine_that_does_not_exist_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="Did you mean fast"):
        chosen("vast")


def test_without_ctranslate2_openai_whisper_hears(no_ctranslate2: None) -> None:
    started = begin("")
    assert type(started.transcriber) is WhisperTranscriber
    assert started.instead_because == "The fast engine (CTranslate2) does not start on this machine."


def test_one_that_was_asked_for_and_does_not_start_is_refused(no_ctranslate2: None) -> None:
    with pytest.raises(ModelError, match="does not start") as refused:
        begin("fast")
    assert refused.value.advice == "Use --engine openai."


def test_with_a_full_disk_openai_whisper_hears(no_room: None) -> None:
    started = begin("")
    assert started.engine is Engine.OPENAI
    assert "no room left" in started.instead_because


def test_with_a_full_disk_one_that_was_asked_for_is_refused(no_room: None) -> None:
    with pytest.raises(DiskFull):
        begin("fast")


def test_a_graphics_processor_is_for_openai_whisper_only() -> None:
    with pytest.raises(ModelError, match="processor only"):
        start("fast", CHECKPOINT, "cuda", cores=1)


def test_a_checkpoint_that_is_no_good_is_refused_by_all(tmp_path: Path) -> None:
    (tmp_path / "model.pt").write_bytes(b"no model at all")
    for name in ("", *Engine):
        with pytest.raises(ModelError, match="not a Whisper model"):
            start(name, tmp_path / "model.pt", "cpu", cores=1)
