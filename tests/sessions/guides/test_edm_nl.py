"""The guide for wire and sinker EDM is whole."""

import re
from pathlib import Path

import pytest

import sessions.guides
import sessions.words
from sessions.facets import COVERED, Facet
from sessions.guides.library import find
from sessions.guides.model import FaultPart, Guide, QuestionKind
from sessions.text import fold


@pytest.fixture(scope="module")
def guide() -> Guide:
    return find("edm-nl")[0]


def test_has_all_modules_topics_questions_and_probes(guide: Guide) -> None:
    assert [m.id for m in guide.modules] == [f"M{n}" for n in range(1, 9)]
    assert [len(m.topics) for m in guide.modules] == [5] * 8
    assert [len(m.questions) for m in guide.modules] == [4] * 8
    assert sum(len(q.probes) for q in guide.questions.values()) == 107
    assert all(len(m.goals) == 3 for m in guide.modules)
    assert all(len(m.assignment.criteria) >= 5 for m in guide.modules)


def test_every_topic_is_asked_about_in_its_own_module(guide: Guide) -> None:
    for module in guide.modules:
        asked = {slug for question in module.questions for slug in question.topics}
        assert asked == {topic.slug for topic in module.topics}


def test_every_kind_of_question_and_every_facet_is_used(guide: Guide) -> None:
    assert {q.kind for q in guide.questions.values()} == set(QuestionKind)
    assert {p.facet for q in guide.questions.values() for p in q.probes} == set(Facet)


@pytest.mark.parametrize(
    ("question", "probe", "facet"),
    [
        ("M1-V3", 0, Facet.SIGNAL),
        ("M1-V3", 1, Facet.STEP),
        ("M2-V2", 3, Facet.REASON),
        ("M2-V3", 2, Facet.ERROR),
        ("M3-V2", 1, Facet.VALUE),
        ("M3-V2", 2, Facet.LIMIT),
        ("M4-V2", 1, Facet.EXAMPLE),
        ("M8-V1", 1, Facet.CHECK),
        ("M8-V4", 2, Facet.CHECK),
    ],
)
def test_probes_have_the_facet_that_their_answer_fills(
    guide: Guide, question: str, probe: int, facet: Facet
) -> None:
    assert guide.question(question).probes[probe].facet is facet


def test_no_stem_is_written_twice_in_a_topic(guide: Guide) -> None:
    for topic in guide.topics.values():
        assert len({fold(stem) for stem in topic.stems}) == len(topic.stems) > 0


def test_glossary(guide: Guide) -> None:
    terms = {term.term: term for term in guide.glossary}
    assert len(terms) == len(guide.glossary) >= 190
    assert terms["uitvaller"].variants == ("uitvalstuk", "kern")
    assert terms["uitvaller"].topics == ("uitvaller",)
    assert not any(re.search(r"[()/]", word) for t in guide.glossary for word in (t.term, *t.variants))
    assert all(t.topics for t in guide.glossary if t.category not in ("leren", "beroep"))


def test_terms_that_only_we_or_a_machine_translation_use_are_unconfirmed(guide: Guide) -> None:
    sources = {term.term: term.source.split("; ") for term in guide.glossary if term.confirmed}
    assert sources
    for known in sources.values():
        assert any(source != "own" and "machinevertaald" not in source for source in known)
    assert all(term.source for term in guide.glossary)


def test_follow_ups(guide: Guide) -> None:
    assert len(guide.follow_ups) == 15
    assert [rule.id for rule in guide.follow_ups if rule.number_without] == ["los-getal"]
    assert {r.id for r in guide.follow_ups if r.generic} == {"uitzondering", "verborgen-stap", "hoe-vaak"}
    short = [rule for rule in guide.follow_ups if rule.fewer_words_than]
    assert [(rule.fewer_words_than, rule.said, rule.facet) for rule in short] == [(12, (), Facet.EXAMPLE)]
    said = {phrase: rule.id for rule in guide.follow_ups for phrase in rule.said}
    for phrase in ("dat voel je", "net goed", "ervaring", "hangt ervan af", "altijd", "gewoon", "de tabel"):
        assert phrase in said
    for phrase in (
        "ik dacht",
        "toen heb ik maar",
        "beetje hoger",
        "meestal",
        "een collega",
        "spoelen moet goed",
    ):
        assert phrase in said
    assert len(said) == sum(len(rule.said) for rule in guide.follow_ups)


def first_facet(guide: Guide, sentence: str) -> Facet | None:
    """The first facet of which a cue stands in ``sentence`` as whole words."""
    for facet, cues in guide.facet_cues:
        if any(re.search(rf"(?<!\w){re.escape(fold(cue))}(?!\w)", fold(sentence)) for cue in cues):
            return facet
    return None


@pytest.mark.parametrize(
    ("sentence", "facet"),
    [
        ("Een leerling klokt altijd de verkeerde kant.", Facet.ERROR),
        ("Dat zou ik bij hardmetaal niet doen, tenzij de klant erom vraagt.", Facet.LIMIT),
        ("Je hoort het meteen als de spoeling wegvalt.", Facet.SIGNAL),
        ("Ik zet hem lager, omdat de hoek anders wegbrandt.", Facet.REASON),
        ("Na het vonken meet ik de diepte.", Facet.CHECK),
        ("Vorig jaar brak er een rib af.", Facet.EXAMPLE),
        ("Het belangrijkste is een schoon vlak.", Facet.KEY_POINT),
        ("Eerst het basisvlak schoon, daarna klemmen.", Facet.STEP),
        ("Goedemorgen.", None),
    ],
)
def test_spoken_dutch_shows_its_facet(guide: Guide, sentence: str, facet: Facet | None) -> None:
    assert first_facet(guide, sentence) is facet


def test_cues_cover_the_facets_that_coverage_counts(guide: Guide) -> None:
    cues = dict(guide.facet_cues)
    assert all(cues[facet] for facet in COVERED)
    phrases = [fold(phrase) for some in cues.values() for phrase in some]
    assert sorted(set(phrases)) == sorted(phrases)


def test_says_what_it_is_and_what_its_numbers_are_not(guide: Guide) -> None:
    assert "Eerste versie" in guide.note
    assert "geen instelwaarden" in guide.note
    assert guide.script.opening.startswith("Fijn dat je meedoet.")
    assert len(guide.script.first_questions) == len(guide.script.last_questions) == 4
    assert guide.script.closing


def test_can_be_read_by_a_person() -> None:
    text = (Path(sessions.guides.__file__).parent / "edm-nl.toml").read_text(encoding="utf-8")
    assert text.startswith("# Gespreksleidraad")
    assert max(len(line) for line in text.splitlines() if "text =" not in line) <= 200


def test_words_that_lean_or_follow_in_sequence_are_written_once(guide: Guide) -> None:
    for words in (guide.leaning, guide.sequence):
        assert len({fold(word) for word in words}) == len(words) > 0
    assert {"dan", "dat", "die", "daarna", "hij", "maar", "want"} <= set(guide.leaning)
    assert {"eerst", "daarna", "dan", "vervolgens"} <= set(guide.sequence)


def test_every_topic_has_examples_and_so_has_no_topic(guide: Guide) -> None:
    assert min(len(topic.examples) for topic in guide.topics.values()) >= 25
    assert len(guide.no_topic) >= 150


def test_most_examples_do_without_the_stems_of_their_topic(guide: Guide) -> None:
    for topic in guide.topics.values():
        plain = [e for e in topic.examples if not any(fold(stem) in fold(e) for stem in topic.stems)]
        assert len(plain) >= len(topic.examples) / 3, topic.slug


def test_no_example_is_given_twice(guide: Guide) -> None:
    examples = [_plain(e) for t in guide.topics.values() for e in t.examples] + [
        _plain(e) for e in guide.no_topic
    ]
    assert len(set(examples)) == len(examples)


@pytest.mark.parametrize("name", ["topics-nl.tsv", "topics-nl-more.tsv"])
def test_what_suggestions_are_scored_on_is_no_example(guide: Guide, name: str) -> None:
    told = (Path(__file__).parents[2] / "data" / name).read_text(encoding="utf-8").splitlines()[1:]
    sentences = {_plain(line.split("\t")[2]) for line in told}
    examples = {_plain(e) for t in guide.topics.values() for e in (*t.examples, *t.stems)}
    assert len(sentences) >= 200
    assert not sentences & (examples | {_plain(e) for e in guide.no_topic})


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def test_levels_go_up_along_the_path(guide: Guide) -> None:
    assert guide.levels == ("Basis", "Zelfstandig", "Specialist")
    levels = [guide.levels.index(module.level) for module in guide.modules]
    assert levels == sorted(levels)
    assert set(levels) == {0, 1, 2}


def test_nobody_measured_how_long_a_module_takes_so_none_says_it(guide: Guide) -> None:
    assert not any(module.study_time for module in guide.modules)


def test_every_module_says_what_a_learner_knows_already_as_something_to_be_seen(guide: Guide) -> None:
    for module in guide.modules:
        assert 2 <= len(module.prior) <= 4
        assert all(re.match(r"\w+t ", line) for line in module.prior)
        assert not {_plain(line) for line in module.prior} & {_plain(goal) for goal in module.goals}


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("De draad brak steeds op hetzelfde punt.", FaultPart.SYMPTOM),
        ("De pomp liep vast, midden in de nacht.", FaultPart.SYMPTOM),
        ("Ik hoorde een raar gepiep.", FaultPart.PERCEIVED),
        ("Toen bleek de geleider ingesleten.", FaultPart.CAUSE),
        ("Het kwam doordat het filter dicht zat.", FaultPart.CAUSE),
        ("Dat zat in de kabel.", FaultPart.CAUSE),
        ("Eerst keek ik naar de druk.", FaultPart.FIRST_CHECK),
        ("We hebben het filter eerst gecontroleerd.", FaultPart.FIRST_CHECK),
        ("Toen heb ik het contactblokje een kwart gedraaid.", FaultPart.REMEDY),
        ("Sindsdien maken we hem elke week schoon.", FaultPart.REMEDY),
        ("Daar kwam ik eruit met een nieuwe klos.", FaultPart.REMEDY),
        ("Het was een drukke week.", None),
    ],
)
def test_spoken_dutch_shows_its_part_of_a_fault(guide: Guide, sentence: str, part: FaultPart | None) -> None:
    said = sessions.words.spoken(sentence).words
    cues = ((p, sessions.words.phrase(cue)) for p, some in guide.fault_cues for cue in some)
    shown = (p for p, cue in cues if list(sessions.words.find(cue, said)))
    assert next(shown, None) is part


def test_cues_of_faults_cover_every_part_and_are_written_once(guide: Guide) -> None:
    assert {part for part, _cues in guide.fault_cues} == set(FaultPart)
    phrases = [fold(cue) for _part, cues in guide.fault_cues for cue in cues]
    assert sorted(set(phrases)) == sorted(phrases)
