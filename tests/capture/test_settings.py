"""What is remembered on this machine."""

from pathlib import Path

import pytest

from capture.settings import Settings, _file, read_settings, remember


def test_what_is_remembered_comes_back() -> None:
    remember(last_programme="/ergens", theme="textual-light")
    remember(theme="textual-dark")
    assert read_settings() == Settings("/ergens", "textual-dark")


def test_changed_keys_come_back() -> None:
    remember(keys={"record": "f7"}, interviewer="Anneke")
    assert read_settings().keys == {"record": "f7"}
    assert read_settings().interviewer == "Anneke"


@pytest.mark.parametrize("keys", ["null", "[]", '"f7"', '{"record": 7}', '{"record": ["f7"]}'])
def test_damaged_keys_cost_only_the_keys(keys: str) -> None:
    _file().parent.mkdir(parents=True)
    _file().write_text(f'{{"keys": {keys}, "interviewer": "Anneke", "microphone": null}}')
    assert read_settings() == Settings(interviewer="Anneke")


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b'{"theme": null, "unknown": 1}', b"null"]
)
def test_damaged_settings_are_no_trouble(content: bytes) -> None:
    _file().parent.mkdir(parents=True)
    _file().write_bytes(content)
    assert read_settings().last_programme == ""
    remember(theme="textual-light")
    assert read_settings().theme == "textual-light"


def test_a_place_that_cannot_be_written_is_no_trouble(own_home: Path) -> None:
    (own_home / "config").write_text("a file where the folder should be")
    remember(theme="textual-light")
    assert read_settings() == Settings()


def test_what_is_known_already_is_not_written_again() -> None:
    remember(theme="textual-light")
    before = _file().stat()
    remember(theme="textual-light")
    assert (_file().stat().st_ino, _file().stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
