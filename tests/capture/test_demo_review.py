"""What is decided in the example programme."""

from pathlib import Path

from capture.demo_review import review
from sessions.interview import Case, Marker, MarkerKind
from sessions.programme import create_programme
from sessions.release import Release
from sessions.store.leaving import Gate
from sessions.transcript import Segment
from tests.builders import Said, add_session, add_text

RAIN = "Goed vonken klinkt als regen op een dak."
INSIDE = "Dit mag in de module, maar zonder de naam van de klant."


def test_all_may_go_to_partners_but_what_is_about_the_conversation(tmp_path: Path) -> None:
    with create_programme(tmp_path / "demo").store() as store:
        henk = add_session(store, "Henk Voorbeeld", "Demo Draadvonken")
        add_text(store, henk, "M2-V2", (Said("Het startgat komt in de uitvaller."),), original_name="a.vtt")
        ria = add_session(store, "Ria Voorbeeld", "Demo Matrijzen")
        said = (Said(RAIN), Said("Bij twijfel meet ik.", 5), Said(INSIDE, 9))
        add_text(store, ria, "M5-V2", said, original_name="b.vtt")
        done = review(store)
        levels = {s.text: s.release for s in store.all(Segment)}
        assert (done.released, done.kept, done.golden) == (3, 1, 1)
        assert {t for t, level in levels.items() if level is Release.INTERNAL} == {INSIDE}
        assert [m.kind for m in store.all(Marker)] == [MarkerKind.GOLDEN_QUOTE]
        assert [case.release for case in store.all(Case)] == [Release.PARTNERS] * 2
        assert len(Gate(store).material(Release.PARTNERS).cases) == 2
