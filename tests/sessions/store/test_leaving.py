"""The gate through which documents read."""

from dataclasses import replace

from sessions.interview import Case, Session
from sessions.leaving import without_file_names
from sessions.people import Expert, Permission
from sessions.programme import Programme
from sessions.received import Wish
from sessions.release import Release
from sessions.store import Store
from sessions.store.approving import decide
from sessions.store.editing import undo
from sessions.store.leaving import Gate
from sessions.store.people import company_named, keep_consent
from sessions.store.pseudonyms import add_pseudonym
from sessions.store.reading import read_sessions
from sessions.store.releasing import release_all, said_in
from sessions.transcript import Role
from tests.builders import Said, add_clip, add_session, add_text, add_transcript

LINES = [Said("Bij Jansen dus."), Said("Dat was Zwaluw.", 4)]


def test_without_names_and_strikes_it_reads_what_people_read(
    programme: Programme, store: Store, jan: Session
) -> None:
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 8), LINES)
    assert Gate(store).readings() == list(map(without_file_names, read_sessions(store)))


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


def test_no_word_of_who_refused_a_transcript_leaves(programme: Programme, store: Store, jan: Session) -> None:
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 8), LINES)
    keep_consent(store, store.get(Expert, jan.expert_id), {Permission.TRANSCRIPT: False}, "Anneke")
    (reading,) = Gate(store).readings([jan])
    assert [(a.refused, len(a.fragments)) for a in reading.answers] == [(True, 2)]
    assert "Jansen" not in repr(reading)
    assert Gate(store).material(Release.INTERNAL).readings == ()


def test_the_names_of_brought_files_stay_behind(programme: Programme, store: Store, jan: Session) -> None:
    clip = add_clip(programme, store, jan, "M2-V2", 8)
    store.save(replace(clip, original_name="gesprek Kwartel.wav"))
    add_text(store, jan, "M2-V3", [Said("Iets.")], original_name="gesprek Kwartel.vtt")
    add_transcript(store, clip, LINES)
    release_all(store, jan, said_in(store, jan), Release.FREE, "Anneke")
    assert "Kwartel" in repr(read_sessions(store))
    assert "Kwartel" not in repr(Gate(store).readings())
    assert "Kwartel" not in repr(Gate(store).material(Release.FREE))


def test_a_company_that_is_called_like_who_may_not_be_named_has_a_code(
    programme: Programme, store: Store
) -> None:
    solist = company_named(store, "Solist")
    jan = add_session(store, "Jan Solist", "Solist", named=False, machine="Sodick van Solist")
    store.add(Case(solist.id, "Stempel", release=Release.FREE))
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 8), LINES)
    (reading,) = Gate(store).readings()
    material = Gate(store).material(Release.FREE)
    assert (reading.company.name, reading.session.machine) == ("A", "")
    assert (material.readings[0].company.name, material.cases[0].company.name) == ("A", "A")


def test_the_material_can_replace_names_in_what_is_put_together_again(store: Store) -> None:
    add_pseudonym(store, "Karel Kwartel", "klant A", "Anneke")
    material = Gate(store).material(Release.FREE)
    assert material.disguise("Dat zei Karel Kwartel.") == "Dat zei klant A."


def test_the_whole_name_of_who_may_not_be_named_leaves_nowhere_whoever_says_it(
    programme: Programme, store: Store
) -> None:
    anna = add_session(store, "Anna Boomklever", "Boomklever & Zn", machine="Agie van Boomklever")
    bert = add_session(store, "Bert Jansen", "Boomklever & Zn", named=True, machine="Agie van Boomklever")
    for session, text in ((anna, "Ik ben Anna Boomklever."), (bert, "Dat doet anna boomklever anders.")):
        add_transcript(store, add_clip(programme, store, session, "M2-V2", 8), [Said(text)])
        release_all(store, session, said_in(store, session), Release.FREE, "Anneke")
    for readings in (Gate(store).readings(), Gate(store).material(Release.FREE).readings):
        assert "boomklever" not in repr(readings).casefold()
        said = [f.segment.text for r in readings for a in r.answers for f in a.fragments]
        assert said == ["Ik ben expert A.", "Dat doet expert A anders."]
        assert readings[1].expert.name == "Bert Jansen"


def test_once_she_may_be_named_her_name_stands_there_again(programme: Programme, store: Store) -> None:
    anna = add_session(store, "Anna Boomklever", "Vonk", named=True)
    add_transcript(store, add_clip(programme, store, anna, "M2-V2", 8), [Said("Ik ben Anna Boomklever.")])
    assert "Ik ben Anna Boomklever." in repr(Gate(store).readings())


def test_no_word_of_what_is_not_to_be_used_leaves_though_the_striking_was_undone(
    programme: Programme, store: Store, jan: Session
) -> None:
    lines = [Said("En dan?", 0, Role.INTERVIEWER), *LINES]
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 8), lines)
    decide(store, jan, read_sessions(store)[0].answers[0], Wish.NOT_TO_USE)
    undo(store, jan, "Anneke")
    (reading,) = Gate(store).readings()
    left = [f.segment for f in reading.answers[0].fragments]
    assert [(s.text, s.release) for s in left] == [
        ("En dan?", Release.INTERNAL), ("", Release.STRUCK), ("", Release.STRUCK),
    ]  # fmt: skip
