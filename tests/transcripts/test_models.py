"""The Whisper models: which there are, and where they are kept."""

import hashlib
from pathlib import Path

import pytest

from sessions.errors import ModelError, UnknownName
from transcripts import models
from transcripts.models import DEMO, DEMO_FILE, KINDS, Model, default, file_of, folder, present, resolve


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where models are kept, empty."""
    monkeypatch.setenv("VAKBORG_MODELS", str(tmp_path / "modellen"))
    (tmp_path / "modellen").mkdir()
    return tmp_path / "modellen"


def test_models_are_where_openai_whisper_keeps_them(own_home: Path) -> None:
    assert folder() == own_home / "cache" / "whisper"


def test_without_a_cache_folder_of_the_system_they_are_in_the_home(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert folder() == own_home / ".cache" / "whisper"


def test_the_file_of_each_model_is_called_as_whisper_calls_it(shelf: Path) -> None:
    import whisper

    table: dict[str, str] = whisper._MODELS
    assert {name: file_of(name).name for name in KINDS} == {name: Path(table[name]).name for name in KINDS}


def test_the_demo_model_is_always_there_and_last(shelf: Path) -> None:
    assert present() == [Model(DEMO, DEMO_FILE)]
    assert DEMO_FILE.is_file()
    file_of("turbo").write_bytes(b"x")
    assert [m.name for m in present()] == ["turbo", DEMO]


@pytest.mark.parametrize("wanted", ["demo-nl", "DEMO-NL", " demo-nl ", str(DEMO_FILE)])
def test_the_demo_model_is_known_for_what_it_is_however_it_is_asked_for(shelf: Path, wanted: str) -> None:
    model = resolve(wanted)
    assert model.is_demo
    assert not model.takes_prompt


def test_a_model_that_is_here_is_found_by_name(shelf: Path) -> None:
    file_of("small").write_bytes(b"x")
    assert resolve("Small") == Model("small", file_of("small"))
    assert resolve("small").takes_prompt


def test_a_model_that_is_not_here_comes_with_the_way_to_get_it(shelf: Path) -> None:
    with pytest.raises(ModelError, match="vakborg models get large-v2"):
        resolve("large-v2")


@pytest.mark.parametrize("wanted", ["larg-v2", "larrge", "x" * 5000, "~niemand-hier/small", ""])
def test_an_unknown_model_is_told_with_the_names(shelf: Path, wanted: str) -> None:
    with pytest.raises(UnknownName, match=r"large-v2|Did you mean small"):
        resolve(wanted)


def test_a_checkpoint_of_ones_own_is_called_after_its_file(shelf: Path, tmp_path: Path) -> None:
    own = tmp_path / "vonk-nl.pt"
    own.write_bytes(b"x")
    assert resolve(str(own)) == Model("vonk-nl", own)


@pytest.mark.parametrize("wanted", ["weg.pt", "~niemand-hier/weg.pt", f"{'x' * 300}.pt"])
def test_a_checkpoint_that_is_not_there_is_told(shelf: Path, tmp_path: Path, wanted: str) -> None:
    with pytest.raises(ModelError, match="There is no model file"):
        resolve(wanted)


def test_the_default_depends_on_the_machine(shelf: Path) -> None:
    for name in ("small", "large-v2"):
        file_of(name).write_bytes(b"x")
    assert (default(gpu=False).name, default(gpu=True).name) == ("small", "large-v2")


def test_a_conversation_takes_what_is_there(shelf: Path) -> None:
    with pytest.raises(ModelError, match="small"):
        models.while_talking()
    for name, chosen in (
        ("large-v2", "large-v2"),
        ("medium", "medium"),
        ("small", "small"),
        ("tiny", "small"),
    ):
        file_of(name).write_bytes(b"x")
        assert models.while_talking().name == chosen


def test_a_checkpoint_has_a_fingerprint(shelf: Path) -> None:
    file_of("tiny").write_bytes(b"gewichten")
    assert models.sha256(file_of("tiny")) == hashlib.sha256(b"gewichten").hexdigest()
