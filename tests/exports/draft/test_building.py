"""A draft holds what was said, unchanged, and nothing that may not be in it."""

from dataclasses import asdict

from exports.draft import Draft, build_draft
from sessions.transcript import DEMO_MODEL
from tests.exports.conftest import GUIDE, LATER, M3, Q_FAULT, Talk, everything, suggested


def draft(*talks: Talk) -> Draft:
    readings = [t.reading for t in talks]
    return build_draft(GUIDE, M3, everything(talks), programme="Leerpad", made_at=LATER, readings=readings)


def test_each_usable_text_is_in_it_once_and_unchanged(anna: Talk, bert: Talk) -> None:
    made = draft(anna, bert)
    told = [p for t in made.topics for b in t.facets for p in b.paragraphs]
    told += [p for t in made.topics for p in t.suggestions]
    texts = sorted(piece.text for p in told for piece in p.pieces)
    assert texts == sorted(f.segment.text for f in (*anna.fragments, *bert.fragments) if f.usable)


def test_each_reference_leads_to_a_source(anna: Talk, bert: Talk) -> None:
    made = draft(anna, bert)
    known = {f"{c.code} {t}" for s in made.sources for a in s.answers for c in a.clips for t in c.times}
    used = {r for t in made.topics for b in t.facets for p in b.paragraphs for r in p.references}
    used |= {r for t in made.topics for p in t.suggestions for r in p.references}
    assert used == known


def test_contributors_are_named_as_they_permitted(anna: Talk, bert: Talk) -> None:
    one, other = draft(anna, bert).contributors
    assert (one.code, one.name, one.company) == ("A", "Anna de Wit", "Vonk Noord")
    assert other.code == "B"
    assert "Bert" not in other.name


def test_a_name_that_was_not_permitted_is_nowhere_in_it(bert: Talk) -> None:
    bert.answer(bert.answers[0].question, clips=0)
    bert.says("Dit kwam als tekst.", clip=0)
    made = draft(bert)
    assert "gesprek" not in str(asdict(made)).replace("gespreksleidraad", "")
    assert "Bert" not in str(asdict(made))


def test_struck_text_is_nowhere_in_it(anna: Talk) -> None:
    assert "Geheim" not in str(asdict(draft(anna)))


def test_suggestions_are_no_base_but_may_not_leave_the_team_either(anna: Talk, bert: Talk) -> None:
    made = draft(anna, bert)
    assert (made.fragments, made.internal, made.companies) == (6, 6, ("Vonk Noord", "Precisie Zuid"))


def test_sources_say_where_each_text_came_from(anna: Talk) -> None:
    (session,) = draft(anna).sources
    clips = [c for a in session.answers for c in a.clips]
    assert [c.file for c in clips] == ["A1-01-1.wav", "A1-02-1.wav", "A1-02-2.wav"]
    assert {c.origin for c in clips} == {"Whisper large-v2"}
    assert not any(a.approved for a in session.answers)


def test_a_model_file_shows_its_name_and_not_its_folder(anna: Talk) -> None:
    anna.model = r"C:\Users\anna\modellen\eigen.pt"
    anna.answer(anna.answers[0].question)
    anna.says("Nog iets.")
    origins = {c.origin for s in draft(anna).sources for a in s.answers for c in a.clips}
    assert origins == {"Whisper large-v2", "Whisper eigen.pt"}


def test_nobody_has_spoken_yet() -> None:
    made = draft()
    assert not any(t.told for t in made.topics)
    assert made.contributors == ()
    assert made.sources == ()
    assert all(g.silent for g in made.missing.topics)


def test_a_fragment_without_text_is_left_out() -> None:
    talk = Talk().answer(M3.questions[0])
    talk.says("  ")
    assert draft(talk).fragments == 0


def test_an_expert_who_is_only_suggested_contributed_nothing() -> None:
    talk = Talk().answer(Q_FAULT)
    talk.says("De straal.", tags=[suggested("spoelen", "straal")])
    made = draft(talk)
    assert (made.fragments, made.contributors, made.internal) == (0, (), 1)
    gap = next(g for g in made.missing.topics if g.title == "Spoelen en kopafstand")
    assert (gap.silent, gap.suggested) == (True, True)


def test_it_says_that_the_demo_model_made_any_of_it(anna: Talk) -> None:
    assert not draft(anna).demo
    anna.model = DEMO_MODEL
    anna.answer(anna.answers[0].question)
    anna.says("Nog iets.")
    assert draft(anna).demo
