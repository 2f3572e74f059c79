"""A house template that a person gives."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from exports.templates import read_template
from sessions.errors import ExportError


@pytest.mark.parametrize("name", ["huis.docx", "HUIS.DOTX"])
def test_a_word_file_is_read_as_it_is(tmp_path: Path, name: str) -> None:
    buffer = BytesIO()
    docx.Document().save(buffer)
    (tmp_path / name).write_bytes(buffer.getvalue())
    assert read_template(tmp_path / name) == buffer.getvalue()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 stuk", b"\xd0\xcf\x11\xe0 een wachtwoord"])
def test_what_is_no_word_file_is_refused_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "huis.dotx"
    path.write_bytes(content)
    with pytest.raises(ExportError, match=r"huis\.dotx") as refused:
        read_template(path)
    assert "--template" in refused.value.advice


def test_a_file_that_is_not_there_or_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        read_template(tmp_path / "weg.dotx")
    with pytest.raises(ExportError) as refused:
        read_template(tmp_path / "huis.doc")
    assert ".dotx" in refused.value.advice
    (tmp_path / "map.docx").mkdir()
    with pytest.raises(ExportError):
        read_template(tmp_path / "map.docx")
