from pathlib import Path

import pytest

from capture.screens.interviewing.dropped import dropped_paths, paths_in


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("/home/jan/foto.jpg", ["/home/jan/foto.jpg"]),
        ("'/home/jan/mijn foto.jpg' ", ["/home/jan/mijn foto.jpg"]),
        ('"/home/jan/mijn foto.jpg"\n', ["/home/jan/mijn foto.jpg"]),
        (r"/home/jan/mijn\ foto.jpg", ["/home/jan/mijn foto.jpg"]),
        ("/home/jan/mijn foto.jpg", ["/home/jan/mijn foto.jpg"]),
        ("/home/jan/foto's van toen.jpg", ["/home/jan/foto's van toen.jpg"]),
        ("file:///home/jan/mijn%20foto.jpg", ["/home/jan/mijn foto.jpg"]),
        ("'/a/b.jpg' '/c/d.jpg'", ["/a/b.jpg", "/c/d.jpg"]),
        ("/a/b.jpg\r\nfile:///c/d.jpg\n\n", ["/a/b.jpg", "/c/d.jpg"]),
        (r"C:\Users\jan\mijn foto.jpg", [r"C:\Users\jan\mijn foto.jpg"]),
        (r'"C:\Users\jan\mijn foto.jpg" "D:\b.png"', [r"C:\Users\jan\mijn foto.jpg", r"D:\b.png"]),
        (r"'C:\mijn foto.jpg' 'D:\b.png'", [r"C:\mijn foto.jpg", r"D:\b.png"]),
        (r"C:\foto's\1.jpg", [r"C:\foto's\1.jpg"]),
        (r"\\nas\fotos\1.jpg", [r"\\nas\fotos\1.jpg"]),
        ("/a/\x1b[31mb.jpg", ["/a/[31mb.jpg"]),
        ("", []),
    ],
)
def test_a_path_is_found_however_it_arrives(text: str, paths: list[str]) -> None:
    assert [str(p) for p in paths_in(text)] == paths


def test_a_tilde_is_home_and_a_stranger_stays_as_typed() -> None:
    assert paths_in("~/foto.jpg") == [Path.home() / "foto.jpg"]
    assert paths_in("~niemandhier/foto.jpg") == [Path("~niemandhier/foto.jpg")]


@pytest.mark.parametrize("text", ["zomaar tekst", "foto.jpg", "en/of", "/a.jpg\nen dan tekst", ""])
def test_ordinary_text_is_not_taken_for_a_dropped_file(text: str) -> None:
    assert dropped_paths(text) == []


def test_a_drop_is_one_or_more_absolute_paths() -> None:
    assert dropped_paths("/a.jpg\n'/b c.jpg'") == [Path("/a.jpg"), Path("/b c.jpg")]
