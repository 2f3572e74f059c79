"""The gate through which documents read."""

from sessions.interview import Session
from sessions.programme import Programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.leaving import Gate
from sessions.store.pseudonyms import add_pseudonym
from sessions.store.reading import read_sessions
from sessions.store.releasing import release_all, said_in
from tests.builders import Said, add_clip, add_transcript

LINES = [Said("Bij Jansen dus."), Said("Dat was Zwaluw.", 4)]


def test_without_names_and_strikes_it_reads_what_people_read(
    programme: Programme, store: Store, jan: Session
) -> None:
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 8), LINES)
    assert Gate(store).readings() == read_sessions(store)


def test_names_are_replaced_and_struck_words_are_gone(
    programme: Programme, store: Store, jan: Session
) -> None:
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 8), LINES)
    add_pseudonym(store, "Jansen", "klant A", "Anneke")
    release_all(store, jan, said_in(store, jan)[1:], Release.STRUCK, "Anneke")
    (reading,) = Gate(store).readings([jan])
    (answer,) = reading.answers
    assert [f.segment.text for f in answer.fragments] == ["Bij klant A dus.", ""]
    assert [w.text for w in answer.fragments[0].segment.words] == [" Bij", " klant", " A", " dus."]
    assert "Zwaluw" not in repr(reading)


def test_guides_and_the_programme_are_disguised_too(store: Store, jan: Session) -> None:
    add_pseudonym(store, "draadvonken", "koordsnijden", "Anneke")
    gate = Gate(store)
    assert "oordsnijden" in repr(gate.guides())
    assert "raadvonken" not in " ".join(m.title for m in gate.guides()[0].modules)
    assert gate.text("Traject draadvonken") == "Traject koordsnijden"
