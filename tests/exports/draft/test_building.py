"""A draft holds what was said, each statement with its source, and nothing that may not be in it."""

from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path

from exports.draft.building import build_draft
from exports.draft.model import Counts, Draft, SourceLine
from sessions.facets import Facet
from sessions.interview import Session
from sessions.people import Expert, Permission
from sessions.release import Approved, Release
from sessions.store.leaving import Gate
from sessions.store.people import keep_consent
from sessions.store.releasing import release_all, said_in
from sessions.transcript import DEMO_MODEL, Doubt, Role, Value
from tests.builders import make_programme
from tests.exports.conftest import (
    BERT,
    GUIDE,
    LATER,
    M3,
    Q_FAULT,
    Q_TABLE,
    Q_WIRE,
    SOUTH,
    Talk,
    accepted,
    heard,
    material_of,
    suggested,
)
from tests.exports.draft.walking import found, ids_in, sources_in, statements_in
from tests.exports.drafting import draft_of

VALUE = Value(0, "spanning", "6", "N", "AC 20", "staal", "60 mm", "messing", "hoofdsnede", "bij rvs")


def rich(anna: Talk, bert: Talk) -> Draft:
    """A draft with something in most of its parts."""
    anna.answer(Q_WIRE)
    anna.says("Eerst kies ik de draad.", tags=[heard(Facet.STEP)])
    anna.says("Messing voor gewoon werk.", tags=[heard(Facet.KEY_POINT)])
    said = anna.says("De spanning staat op zes newton.", tags=[heard(Facet.LIMIT)])
    bert.answer(Q_WIRE)
    bert.says("Een slechte klos herken je aan de krul.", tags=[heard(Facet.SIGNAL)])
    values = (replace(VALUE, segment_id=said.segment.id),)
    return draft_of(anna, bert, golden=frozenset({said.segment.id}), values=values)


def test_every_statement_anywhere_in_it_has_one_line_among_its_sources(anna: Talk, bert: Talk) -> None:
    made = rich(anna, bert)
    lines = Counter(line.segment_id for line in found(SourceLine, made.sources))
    used = {source.segment_id for source in sources_in(made)}
    assert made.quote
    assert used == set(lines)
    assert set(lines.values()) == {1}


def test_each_line_says_what_its_statement_was_made_of(anna: Talk, bert: Talk) -> None:
    made = rich(anna, bert)
    spoken = {line.segment_id: (line.reference, line.spoken) for line in found(SourceLine, made.sources)}
    assert {(s.segment_id, s.reference, s.spoken) for s in sources_in(made)} == {
        (segment, *line) for segment, line in spoken.items()
    }


def test_each_usable_fragment_stands_in_its_topics_once(anna: Talk, bert: Talk) -> None:
    made = draft_of(anna, bert)
    stands = ids_in([s for t in made.topics for s in t.sections] + [t.suggestions for t in made.topics])
    assert stands == sorted(f.segment.id for f in (*anna.fragments, *bert.fragments) if f.usable)
    assert [s.source.segment_id for s in made.statements()] == [
        s.source.segment_id for t in made.topics for s in statements_in(t.sections)
    ]


def test_contributors_are_named_as_they_permitted(anna: Talk, bert: Talk) -> None:
    one, other = draft_of(anna, bert).voices
    assert (one.code, one.name, one.company) == ("A", "Anna de Wit", "Vonk Noord")
    assert (other.code, other.name) == ("B", "een expert van Precisie Zuid")


def test_a_name_that_was_not_permitted_is_nowhere_in_it(bert: Talk) -> None:
    bert.answer(Q_WIRE, clips=0)
    bert.says("Dit kwam als tekst.", clip=0)
    text = str(asdict(draft_of(bert)))
    assert "Dit kwam als tekst." in text
    assert "Bert" not in text


def test_words_that_were_not_released_are_nowhere_in_it(anna: Talk) -> None:
    anna.says("Alleen voor partners.", release=Release.PARTNERS)
    anna.says("Blijft binnen: Zwaluw.", release=Release.INTERNAL, tags=[accepted("spoelen")])
    text = str(asdict(draft_of(anna)))
    assert "Alleen voor partners." in text
    for word in ("Geheim", "Zwaluw", "kleine radius?"):
        assert word not in text


def test_what_is_for_partners_is_nowhere_in_a_draft_for_everybody(anna: Talk, bert: Talk) -> None:
    free = draft_of(anna, bert, audience=Release.FREE)
    assert [s.text for s in free.statements()] == ["Ik gebruik bijna altijd gecoate draad."]
    assert ids_in(free) == [bert.fragments[0].segment.id] * len(ids_in(free))
    assert free.audience is Release.FREE


def test_nobody_has_spoken_yet() -> None:
    made = draft_of()
    assert not any(t.told for t in made.topics)
    assert (made.voices, made.sources, made.quote, made.instructions) == ((), (), None, ())
    assert made.counts == Counts()
    assert all(g.silent for g in made.missing.topics)


def test_it_counts_what_it_holds_and_what_it_may_not() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Een twee drie.")
    talk.says("Vier vijf.", doubt=Doubt.LOW_CONFIDENCE)
    talk.says("Blijft binnen.", release=Release.INTERNAL, tags=[accepted("draadkeuze"), accepted("spoelen")])
    talk.says("Weg ermee.", release=Release.STRUCK)
    talk.says("En dan?", role=Role.INTERVIEWER)
    agreed = talk.answers[0].answer.id
    talk.answer(Q_TABLE)
    talk.says("Zes.")
    talk.says("Blijft ook binnen.", release=Release.INTERNAL)
    talk.answer(Q_FAULT)
    talk.says("Over iets anders.", release=Release.INTERNAL)
    talk.says("De straal stond scheef.", tags=[suggested("spoelen", "straal")])
    made = draft_of(talk, approved={agreed: Approved.AS_IT_IS})
    assert made.counts == Counts(
        statements=3, withheld=2, doubtful=1, answers=3, approved=1, words=6, unchecked=1
    )


def test_a_fragment_without_text_is_left_out_and_was_not_withheld() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("  ")
    made = draft_of(talk)
    assert (made.counts.statements, made.counts.withheld) == (0, 0)


def test_an_expert_who_is_only_suggested_contributed_nothing() -> None:
    talk = Talk().answer(Q_FAULT)
    talk.says("De straal.", tags=[suggested("spoelen", "straal")])
    made = draft_of(talk)
    assert (made.counts.statements, made.voices, len(made.sources)) == (0, (), 1)
    gap = next(g for g in made.missing.topics if g.title == "Spoelen en kopafstand")
    assert (gap.silent, gap.suggested) == (True, True)


def test_it_says_that_the_demo_model_made_any_of_it(anna: Talk) -> None:
    assert not draft_of(anna).demo
    anna.model = DEMO_MODEL
    anna.answer(Q_WIRE)
    anna.says("Nog iets.")
    assert draft_of(anna).demo


def test_the_same_material_makes_the_same_draft_in_whatever_order_it_comes(anna: Talk, bert: Talk) -> None:
    one, other = draft_of(anna, bert), draft_of(bert, anna)
    assert replace(one, missing=other.missing) == other


def test_without_folding_each_statement_has_one_source() -> None:
    talks = [Talk().answer(Q_WIRE), Talk(BERT, SOUTH).answer(Q_WIRE)]
    for talk in talks:
        talk.says("Voor gewoon werk gebruik ik messingdraad van 0,25 millimeter.")
    apart = draft_of(*talks, folding=False)
    assert [len(s.sources) for s in apart.statements()] == [1, 1]
    assert len(set(ids_in(draft_of(*talks).topics))) == 2


def test_it_tells_what_comes_before_and_which_guide_it_is_of() -> None:
    made = build_draft(GUIDE, GUIDE.modules[1], material_of(), programme="Leerpad", made_at=LATER, version=3)
    assert (made.earlier, made.title, made.version) == (("Draadvonken: snijden",), "Storingen", 3)
    assert (made.guide_id, made.guide_version, made.language) == ("edm-nl", "1.0", "nl")
    assert made.goals == ("vindt de oorzaak",)
    assert draft_of(module=M3).earlier == ()


def test_from_a_programme_it_holds_no_word_of_who_refused_nor_of_the_interviewer(tmp_path: Path) -> None:
    with make_programme(tmp_path / "edm").store() as store:
        jan, fatima = store.all(Session)
        for session in (jan, fatima):
            release_all(store, session, said_in(store, session), Release.PARTNERS, "Anneke")
        release_all(store, jan, said_in(store, jan)[2:3], Release.STRUCK, "Anneke")
        keep_consent(store, store.get(Expert, fatima.expert_id), {Permission.TRANSCRIPT: False}, "Anneke")
        material = Gate(store).material(Release.PARTNERS)
    (guide,) = material.guides
    drafts = [build_draft(guide, m, material, programme="edm", made_at=LATER) for m in guide.modules]
    text = str([asdict(draft) for draft in drafts])
    assert "drie millimeter naast de contour" in text
    for word in ("waar het startgat komt?", "staat de druk te hoog", "rook uit de bak", "Grafiet"):
        assert word not in text
    assert [voice.code for draft in drafts for voice in draft.voices] == ["A", "A"]
    assert not any(draft.counts.withheld for draft in drafts)
