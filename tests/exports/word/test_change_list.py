"""What is new, as a Word document."""

from io import BytesIO

import docx

from exports.change_list import Line, ModuleChanges
from exports.changes import Change
from exports.labels import Labels
from exports.word.change_list import render_changes
from exports.word.stamp import KIND, read_stamp
from sessions.release import Release
from tests.exports.conftest import LATER

LINES = (
    Line(Change.NEW, "A1·01 00:04", "Een ]]> vreemde \u202eregel \U0001f600", "Startgat · Signaal"),
    Line(Change.GONE, "B1·01 00:20", "", "Startgat · Signaal"),
)


def test_every_change_is_under_the_heading_of_its_module() -> None:
    modules = [
        ModuleChanges("M2", "Startgat", 1, LATER, LINES, Release.FREE),
        ModuleChanges("M3", "Snijden", 2, LATER, (), Release.FREE),
    ]
    data = render_changes(modules, Labels("nl"), programme="Leerpad", made_at=LATER)
    document = docx.Document(BytesIO(data))
    assert Labels("nl")("For everybody") in [p.text for p in document.paragraphs]
    assert read_stamp(data, KIND) == "changes"
    headings = [p.text for p in document.paragraphs if p.style and p.style.name.lower().startswith("heading")]
    assert headings[0].startswith("M2 Startgat")
    assert headings[-1].startswith("M3 Snijden")
    assert len(headings) == 4
    said = [p.text for p in document.paragraphs if "A1·01 00:04" in p.text]
    assert said == ["[A1·01 00:04] Een ]]> vreemde regel \U0001f600 — Startgat · Signaal"]
    assert any(p.text == "[B1·01 00:20] — Startgat · Signaal" for p in document.paragraphs)
