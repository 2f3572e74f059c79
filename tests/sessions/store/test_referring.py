from pathlib import Path

from sessions.store.referring import reference_of
from sessions.transcript import Segment
from tests.builders import make_programme


def test_a_fragment_is_known_by_session_answer_and_moment(tmp_path: Path) -> None:
    with make_programme(tmp_path / "leerpad").store() as store:
        by_text = {s.text: s for s in store.all(Segment)}
        spoken = next(s for text, s in by_text.items() if "contour" in text)
        without_sound = next(s for text, s in by_text.items() if "Grafiet" in text)
        assert reference_of(store, spoken.id) == "A1·01 00:04"
        assert reference_of(store, without_sound.id) == "B1·02 00:03"
        assert reference_of(store, 9999) == ""
