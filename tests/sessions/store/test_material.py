"""What drafts are made of is read with the release and the permissions of everything in it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import PurePosixPath

import pytest

from sessions.approving import version_of
from sessions.exported import KeptApart
from sessions.interview import Answer, Attachment, Case, Clip, Marker, MarkerKind, Session
from sessions.material import Material
from sessions.moment import now
from sessions.people import Expert, Permission
from sessions.programme import Programme
from sessions.received import Wish
from sessions.release import Approval, Approved, Release
from sessions.store import Store
from sessions.store.leaving import Gate
from sessions.store.material import is_picture, read_material
from sessions.store.people import company_named, keep_consent
from sessions.store.pseudonyms import add_pseudonym
from sessions.store.reading import read_session
from sessions.store.releasing import release_all, said_in
from sessions.store.vocabulary import add_term
from sessions.transcript import Role, Segment, Value
from tests.builders import Said, add_clip, add_transcript

LINES = (
    Said("Vrij verteld.", 0),
    Said("Voor de partners.", 4),
    Said("Ooievaar binnen.", 8),
    Said("Kwartel geschrapt.", 12),
    Said("Specht, zeg je?", 16, Role.INTERVIEWER),
)
LEVELS = (Release.FREE, Release.PARTNERS, Release.INTERNAL, Release.STRUCK, Release.FREE)


@pytest.fixture
def said(programme: Programme, store: Store, jan: Session) -> list[Segment]:
    """One fragment of each release, and a line of the interviewer that was released along."""
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 30), LINES)
    for segment, level in zip(said_in(store, jan), LEVELS, strict=True):
        release_all(store, jan, [segment], level, "Anneke")
    return said_in(store, jan)


def texts(material: Material) -> list[str]:
    return [f.segment.text for r in material.readings for a in r.answers for f in a.fragments]


def answer_of(store: Store) -> Answer:
    return store.all(Answer)[0]


def clip_of(store: Store) -> Clip:
    return store.all(Clip)[0]


def refuse_text(store: Store, session: Session) -> None:
    keep_consent(store, store.get(Expert, session.expert_id), {Permission.TRANSCRIPT: False}, "Anneke")


# --- fragments ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("audience", "goes"),
    [
        (Release.FREE, ["Vrij verteld.", "", "", "", ""]),
        (Release.PARTNERS, ["Vrij verteld.", "Voor de partners.", "", "", ""]),
        (Release.INTERNAL, ["Vrij verteld.", "Voor de partners.", "Ooievaar binnen.", "", ""]),
    ],
)
def test_each_audience_gets_what_may_go_to_it_each_in_its_place(
    store: Store, said: list[Segment], audience: Release, goes: list[str]
) -> None:
    assert len(said) == len(goes)
    assert texts(read_material(store, audience)) == goes


@pytest.mark.parametrize("word", ["Kwartel", "Ooievaar", "Specht"])
def test_what_does_not_go_is_nowhere_in_it(store: Store, said: list[Segment], word: str) -> None:
    assert said
    assert word not in repr(read_material(store, Release.PARTNERS))


def test_nothing_of_an_expert_who_refused_a_transcript_is_in_it(
    store: Store, jan: Session, said: list[Segment]
) -> None:
    attached(store)
    assert said
    refuse_text(store, jan)
    material = read_material(store, Release.PARTNERS)
    assert material.readings == ()
    assert material.photos == ()


def test_what_was_kept_apart_is_told(store: Store, said: list[Segment]) -> None:
    store.add(KeptApart(said[0].id, "Anneke", now()))
    assert read_material(store, Release.FREE).apart == {said[0].id}


# --- golden quotes -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("at", "meant"),
    [(0.2, 0), (0.8, 0), (2.0, 0), (3.9, None), (4.1, 1), (5.5, 1), (8.5, None), (12.5, None), (29.0, None)],
)
def test_a_golden_mark_means_the_fragment_it_falls_in_or_just_after(
    store: Store, said: list[Segment], at: float, meant: int | None
) -> None:
    answer, clip = answer_of(store), clip_of(store)
    store.add(Marker(answer.id, MarkerKind.GOLDEN_QUOTE, clip.id, at))
    store.add(Marker(answer.id, MarkerKind.PROBE, clip.id, 0.2))
    expected = frozenset() if meant is None else {said[meant].id}
    assert read_material(store, Release.PARTNERS).golden == expected


def test_a_golden_mark_between_two_means_the_one_that_began_last(
    programme: Programme, store: Store, jan: Session
) -> None:
    add_transcript(
        store, add_clip(programme, store, jan, "M2-V2", 9), [Said("Een twee drie."), Said("Vier vijf.", 1.5)]
    )
    release_all(store, jan, said_in(store, jan), Release.FREE, "Anneke")
    store.add(Marker(answer_of(store).id, MarkerKind.GOLDEN_QUOTE, clip_of(store).id, 1.6))
    assert read_material(store, Release.FREE).golden == {said_in(store, jan)[1].id}


# --- values ------------------------------------------------------------------------------------------
def test_values_of_released_fragments_that_nobody_dismissed_go(store: Store, said: list[Segment]) -> None:
    kept = store.add(Value(said[1].id, "pulsduur", "6", "µs", quote="Voor", by="anneke"))
    store.add(Value(said[1].id, "pulsduur", "7", "µs", quote="Voor", dismissed=True))
    store.add(Value(said[2].id, "pulsduur", "8", "µs", quote="Ooievaar"))
    assert read_material(store, Release.PARTNERS).values == (replace(kept, by=""),)
    assert [value.number for value in read_material(store, Release.PARTNERS).dismissed] == ["7"]
    assert read_material(store, Release.FREE).dismissed == ()
    assert read_material(store, Release.FREE).values == ()
    assert read_material(store, Release.PARTNERS).unsaid == frozenset()


def test_a_value_goes_as_long_as_its_text_says_it(store: Store, said: list[Segment]) -> None:
    store.add(Value(said[0].id, "pulsduur", "6", "µs", quote="zes micro"))
    store.add(Value(said[1].id, "pulsduur", "8", "µs", quote="acht micro"))
    store.save(replace(said[0], text="Dan zet ik hem op 6 µs."))
    material = read_material(store, Release.PARTNERS)
    assert [value.number for value in material.values] == ["6"]
    assert material.unsaid == {said[1].id}


# --- photos and cases --------------------------------------------------------------------------------
def attached(store: Store, name: str = "a.JPG", level: Release = Release.PARTNERS) -> Attachment:
    answer, clip = answer_of(store), clip_of(store)
    path = f"attachments/A1/{level}-{name}"
    return store.add(Attachment(answer.id, path, "ab" * 32, 9, name, now(), clip.id, 3.5, "de kop", level))


def test_photos_go_by_their_own_release_and_other_files_never(store: Store, said: list[Segment]) -> None:
    kept = attached(store)
    attached(store, level=Release.INTERNAL)
    attached(store, level=Release.STRUCK)
    attached(store, "film.mp4", Release.FREE)
    (photo,) = read_material(store, Release.PARTNERS).photos
    assert said
    assert (photo.id, photo.path, photo.caption) == (kept.id, PurePosixPath(kept.path), "de kop")
    assert (photo.answer_id, photo.clip_id, photo.at) == (kept.answer_id, kept.clip_id, 3.5)
    assert read_material(store, Release.FREE).photos == ()


@pytest.mark.parametrize(
    ("name", "picture"), [("a.jpg", True), ("a.PNG", True), ("a.HEIC", True), ("a.dng", False), ("a", False)]
)
def test_a_picture_is_known_by_its_name(name: str, picture: bool) -> None:
    assert is_picture(name) is picture


def test_cases_go_by_their_release_with_their_company_and_pictures(store: Store) -> None:
    noord = company_named(store, "Noord")
    photos = ("attachments/cases/a.jpg", "attachments/cases/b.pdf")
    kept = store.add(Case(noord.id, "Stempel", photos=photos, release=Release.PARTNERS))
    store.add(Case(noord.id, "Geheim"))
    store.add(Case(noord.id, "Weg", release=Release.STRUCK))
    (case,) = read_material(store, Release.PARTNERS).cases
    assert (case.case, case.company) == (kept, noord)
    assert [str(photo.path) for photo in case.photos] == ["attachments/cases/a.jpg"]
    assert read_material(store, Release.FREE).cases == ()


# --- approval ----------------------------------------------------------------------------------------
def test_an_approval_is_of_the_whole_text_also_of_what_does_not_leave(
    store: Store, jan: Session, said: list[Segment]
) -> None:
    (reading,) = read_session(store, jan).answers
    store.add(Approval(reading.answer.id, jan.expert_id, version_of(reading), now()))
    assert read_material(store, Release.FREE).approved == {reading.answer.id: Approved.AS_IT_IS}
    store.save(replace(said[2], text="Blijft toch niet binnen."))
    assert read_material(store, Release.FREE).approved == {reading.answer.id: Approved.CHANGED}


def test_without_an_approval_nothing_is_said_of_it(store: Store, said: list[Segment]) -> None:
    assert said
    assert read_material(store, Release.FREE).approved == {}


# --- names -------------------------------------------------------------------------------------------
def test_names_are_replaced_in_everything_that_people_typed(
    store: Store, jan: Session, said: list[Segment]
) -> None:
    name = "Zwaluwstaart"
    store.save(replace(said[0], text=f"Bij {name} niet."))
    attachment = attached(store)
    store.save(replace(attachment, caption=f"matrijs van {name}", release=Release.FREE))
    noord = company_named(store, f"{name} BV")
    told = {"workpiece": name, "material": name, "machine": name, "requirements": f"eis van {name}"}
    store.add(Case(noord.id, f"Stempel {name}", **told, release=Release.FREE))  # type: ignore[arg-type]
    store.add(Value(said[0].id, name, "6", "µs", name, name, deviate_when=name, quote=name))
    add_term(store, f"{name}-klem", "Anneke")
    store.save(replace(jan, machine=f"Sodick van {name}"))
    add_pseudonym(store, name, "klant A", "Anneke")
    assert name in repr(read_material(store, Release.FREE))
    material = Gate(store).material(Release.FREE)
    assert name not in repr(material)
    assert material.photos[0].caption == "matrijs van klant A"
    assert material.photos[0].path == PurePosixPath(attachment.path)
    assert material.cases[0].case.title == "Stempel klant A"
    assert material.cases[0].company.name == "Klant A BV"
    assert material.values[0].material == "Klant A"
    assert texts(material)[0] == "Bij klant A niet."


def test_the_guides_are_disguised_too_and_slugs_still_lead_to_each_other(
    store: Store, said: list[Segment]
) -> None:
    add_pseudonym(store, "draadvonken", "koordsnijden", "Anneke")
    material = Gate(store).material(Release.PARTNERS)
    assert said
    assert "oordsnijden" in repr(material.guides)
    told = [f for r in material.readings for a in r.answers for f in a.fragments if f.topics]
    assert all(slug in material.guides[0].topics for f in told for slug in f.topics)


@pytest.mark.parametrize("wish", [Wish.INTERNAL, Wish.NOT_TO_USE])
def test_what_the_expert_keeps_back_leaves_nowhere_however_it_was_released(
    store: Store, jan: Session, said: list[Segment], wish: Wish
) -> None:
    answer = answer_of(store)
    assert texts(read_material(store, Release.PARTNERS))
    store.add(Approval(answer.id, jan.expert_id, "", now(), wish))
    assert not any(texts(read_material(store, Release.PARTNERS)))
    store.add(Approval(answer.id, jan.expert_id, "", now() + timedelta(seconds=5), Wish.RIGHT))
    assert any(texts(read_material(store, Release.PARTNERS)))
