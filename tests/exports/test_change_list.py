"""What is new, in words."""

from exports.change_list import Line, ModuleChanges, as_text, listed, record
from exports.changes import Change, changes
from exports.draft.entries import entries
from exports.draft.model import Draft
from exports.drafting import Since
from exports.labels import Labels
from sessions.exported import Entry, ExportedModule
from sessions.facets import Facet
from tests.exports.conftest import LATER, Q_WIRE, Talk, shows
from tests.exports.drafting import draft_of

NL = Labels("nl")


def news(before: Draft, now: Draft, *more: Entry) -> ModuleChanges:
    earlier = ExportedModule(1, now.guide_id, now.module_id, 3, (*entries(before), *more))
    return listed(now, Since(earlier, changes(earlier.entries, now)), LATER, lambda id_: f"Z1·01 {id_}", NL)


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
    (line,) = listed(draft, since, LATER, str, NL).lines
    assert line.change is Change.MOVED
    assert line.was.startswith("Spoelen en kopafstand · ")
    assert line.was in as_text([ModuleChanges("M3", "Snijden", 1, LATER, (line,))], NL)


def test_the_list_is_ordered_by_what_happened_and_counts(anna: Talk) -> None:
    before = draft_of(anna)
    anna.answer(Q_WIRE).says("Bij hardmetaal neem ik messing.")
    found = news(before, draft_of(anna), Entry("s:4711", "weg/signal", "ab"))
    text = as_text([found], NL)
    assert "M3 Draadvonken: snijden" in text
    assert "3" in text.splitlines()[0]
    new, gone = text.index("Bij hardmetaal"), text.index("Z1·01 4711")
    assert new < gone
    assert text.count("(1)") == 2


def test_modules_without_changes_take_one_line(anna: Talk) -> None:
    still = ModuleChanges("M2", "Startgat", 1, LATER, ())
    draft = draft_of(anna)
    moving = news(draft, draft, Entry("s:4711", "draadkeuze/signal", "ab"))
    assert as_text([still, moving], NL).splitlines()[-1].endswith("M2.")
    assert len(as_text([still], NL).splitlines()) >= 2


def test_other_programs_get_the_same(anna: Talk) -> None:
    draft = draft_of(anna)
    made = record(news(draft, draft, Entry("c:ab", "cases", "")))
    assert (made["module"], made["since_version"]) == ("M3", 3)
    assert [(c["change"], c["reference"], c["text"]) for c in made["changes"]] == [("gone", "", "")]
