"""What is new, in words."""

from dataclasses import replace

from exports.change_list import Line, ModuleChanges, Remembered, as_text, changes_name, listed, record
from exports.changes import Change, Since, changes
from exports.draft.entries import entries
from exports.draft.model import Draft
from exports.labels import Labels
from exports.withdrawn import Gone
from sessions.exported import Entry, ExportedModule
from sessions.facets import Facet
from sessions.release import Release
from tests.exports.conftest import LATER, Q_WIRE, Talk, shows
from tests.exports.drafting import draft_of

NL = Labels("nl")


KNOWN = Remembered(lambda id_: f"Z1·01 {id_}")


def news(before: Draft, now: Draft, *more: Entry, known: Remembered | None = None) -> ModuleChanges:
    earlier = ExportedModule(1, now.guide_id, now.module_id, 3, (*entries(before), *more))
    return listed(now, Since(earlier, changes(earlier.entries, now)), LATER, known or KNOWN, NL)


def test_each_change_has_its_reference_text_and_place(anna: Talk) -> None:
    before = draft_of(anna)
    anna.answer(Q_WIRE).says("Bij hardmetaal neem ik messing.", tags=[shows(Facet.LIMIT)])
    (line,) = news(before, draft_of(anna)).lines
    assert (line.change, line.reference) == (Change.NEW, "A1·04 00:00")
    assert line.text == "Bij hardmetaal neem ik messing."
    assert line.place == f"Draadsoort en diameter · {NL.part('limit')}"


def test_what_is_gone_has_a_reference_and_no_words(anna: Talk) -> None:
    draft = draft_of(anna)
    (line,) = news(draft, draft, Entry("s:4711", "draadkeuze/signal", "ab")).lines
    assert line == Line(Change.GONE, "Z1·01 4711", "", f"Draadsoort en diameter · {NL.part('signal')}")


def test_what_moved_says_from_where(anna: Talk) -> None:
    draft = draft_of(anna)
    first = next(draft.statements()).source.segment_id
    now = next(e for e in entries(draft) if e.key == f"s:{first}")
    kept = tuple(e for e in entries(draft) if e is not now)
    earlier = ExportedModule(1, "edm-nl", "M3", 1, (*kept, Entry(now.key, "spoelen/suggested", now.digest)))
    since = Since(earlier, changes(earlier.entries, draft))
    (line,) = listed(draft, since, LATER, Remembered(str), NL).lines
    assert line.change is Change.MOVED
    assert line.was.startswith("Spoelen en kopafstand · ")
    assert line.was in as_text([ModuleChanges("M3", "Snijden", 1, LATER, (line,), Release.PARTNERS)], NL)


def test_the_list_is_ordered_by_what_happened_and_counts(anna: Talk) -> None:
    before = draft_of(anna)
    anna.answer(Q_WIRE).says("Bij hardmetaal neem ik messing.")
    found = news(before, draft_of(anna), Entry("s:4711", "weg/signal", "ab"))
    text = as_text([found], NL)
    assert "M3 Draadvonken: snijden" in text
    assert text.splitlines()[0] == NL("For the companies of this programme")
    assert "3" in text.splitlines()[2]
    new, gone = text.index("Bij hardmetaal"), text.index("Z1·01 4711")
    assert new < gone
    assert text.count("(1)") == 2


def test_modules_without_changes_take_one_line(anna: Talk) -> None:
    still = ModuleChanges("M2", "Startgat", 1, LATER, (), Release.FREE)
    draft = draft_of(anna)
    moving = news(draft, draft, Entry("s:4711", "draadkeuze/signal", "ab"))
    assert as_text([still, moving], NL).splitlines()[-1].endswith("M2.")
    assert len(as_text([still], NL).splitlines()) >= 2


def test_other_programs_get_the_same(anna: Talk) -> None:
    draft = draft_of(anna)
    made = record(news(draft, draft, Entry("c:ab", "cases", "")))
    assert (made["module"], made["since_version"], made["for"]) == ("M3", 3, "partners")
    assert [(c["change"], c["reference"], c["text"]) for c in made["changes"]] == [("gone", "", "")]


def test_a_name_that_changed_is_told_by_its_code(anna: Talk) -> None:
    before = draft_of(anna)
    (voice,) = before.voices
    now = replace(before, voices=(replace(voice, name="een expert van Vonkwerk"),))
    (line,) = news(before, now).lines
    assert (line.change, line.text, line.place) == (Change.TEXT, voice.code, NL("name changed"))
    assert voice.name not in as_text([news(before, now)], NL)


def test_what_may_not_stay_anywhere_comes_first_with_the_documents_that_hold_it(anna: Talk) -> None:
    before = draft_of(anna)
    anna.answer(Q_WIRE).says("Bij hardmetaal neem ik messing.")
    known = replace(
        KNOWN, why=lambda _entry: Gone.STRUCK, ids=frozenset({40}), still_in=("/home/piet/bewerkt.docx",)
    )
    found = news(before, draft_of(anna), Entry("d:12+40", "comparison/differ", "ab"), known=known)
    text = as_text([found], NL)
    first = text.index(NL("Take this out of the file that you work in"))
    assert first < text.index("bewerkt.docx") < text.index("Z1·01 40") < text.index("Bij hardmetaal")
    assert "Z1·01 12" not in text  # that may still be told
    assert NL("struck") in text
    assert "piet" not in text
    assert record(found)["taken_back_still_in"] == ["/home/piet/bewerkt.docx"]


def test_what_was_said_otherwise_and_stands_elsewhere_says_both(anna: Talk) -> None:
    draft = draft_of(anna)
    first = next(e for e in entries(draft) if e.key.startswith("s:"))
    kept = tuple(e for e in entries(draft) if e is not first)
    earlier = ExportedModule(1, "edm-nl", "M3", 1, (*kept, Entry(first.key, "spoelen/suggested", "0")))
    since = Since(earlier, changes(earlier.entries, draft))
    (line,) = listed(draft, since, LATER, KNOWN, NL).lines
    assert line.change is Change.TEXT
    assert line.was.startswith("Spoelen en kopafstand · ")


def test_lists_of_other_modules_and_versions_have_other_names() -> None:
    modules = [ModuleChanges(f"M{n}", "", n, LATER, (), Release.PARTNERS) for n in range(9)]
    names = {changes_name(some) for some in (modules[:1], modules[1:2], modules[:2], modules)}
    assert len(names) == 4
    assert all(len(name) < 200 for name in names)
