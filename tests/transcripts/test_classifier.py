"""Topics suggested by what was learnt from example sentences."""

import subprocess
import sys

import pytest

from sessions.guides import library
from sessions.guides.model import Guide
from sessions.store.decisions import Decision
from sessions.text import fold
from tests.transcripts.topic_examples import more_sentences, score, scored_sentences
from transcripts.classifier import Classifier
from transcripts.learning import Learned
from transcripts.lessons import taught_by
from transcripts.topics import ByStems, Suggester, Suggestion
from transcripts.training import train

NEW_WORD = "De kwispelaar zwabbert."


@pytest.fixture(scope="module")
def guide() -> Guide:
    return library.find("edm-nl")[0]


@pytest.fixture(scope="module")
def classifier(guide: Guide) -> Suggester:
    return Learned(guide)


def topics(found: list[Suggestion]) -> list[str]:
    return [one.topic for one in found]


def test_on_sentences_that_it_never_saw_it_is_twice_as_good_as_the_stems(
    guide: Guide, classifier: Suggester
) -> None:
    learned, stems = (
        score(classifier, guide, scored_sentences()),
        score(ByStems(guide), guide, scored_sentences()),
    )
    assert learned.f1 > 0.75
    assert learned.f1 > 1.8 * stems.f1
    assert learned.precision > 0.8
    assert learned.none_right > 0.85


def test_what_people_accepted_makes_it_better(guide: Guide, classifier: Suggester) -> None:
    accepted = tuple(Decision(one.sentence, topic) for one in more_sentences()[::2] for topic in one.topics)
    before = score(classifier, guide, scored_sentences())
    assert score(Learned(guide, accepted), guide, scored_sentences()).f1 > before.f1


def test_without_the_module_it_still_finds_what_is_plain(classifier: Suggester) -> None:
    assert topics(classifier.suggest("Ik zet het startgat altijd in de uitvaller.", None))[0] == "startgat"


def test_the_module_decides_where_the_words_leave_it_open(guide: Guide, classifier: Suggester) -> None:
    text = "Zet de spoeling harder, dan komt het vuil eruit."
    assert topics(classifier.suggest(text, guide.module("M3"))) == ["spoelen-draad"]
    assert topics(classifier.suggest(text, guide.module("M5"))) == ["spoelen-zink"]


def test_words_that_are_plain_overrule_the_module(guide: Guide, classifier: Suggester) -> None:
    text = "De draad knapt en het insteken lukt niet meer."
    assert topics(classifier.suggest(text, guide.module("M1"))) == ["draadbreuk"]


def test_a_second_topic_is_suggested_where_both_are_likely(guide: Guide, classifier: Suggester) -> None:
    second = [
        found
        for one in more_sentences()
        if len(found := classifier.suggest(one.sentence, guide.module(one.module))) > 1
    ]
    assert second
    assert all(len(found) == 2 and found[0].score >= found[1].score >= 0.35 for found in second)


@pytest.mark.parametrize("text", ["", " \n", "… !? —", "Ja.", "Hm hm, ja precies.", "Xyzzy plugh."])
def test_it_is_silent_where_nothing_is_said(text: str, guide: Guide, classifier: Suggester) -> None:
    assert classifier.suggest(text, guide.module("M3")) == []
    assert classifier.suggest(text, None) == []


def test_the_words_that_decided_stand_in_the_text(guide: Guide, classifier: Suggester) -> None:
    for one in more_sentences():
        for found in classifier.suggest(one.sentence, guide.module(one.module)):
            assert len(found.because) <= 3
            assert found.because or found.score >= 0.5
            assert all(words in one.sentence for words in found.because)
            assert 0 < found.score <= 1


def test_the_words_that_decided_are_those_of_the_trade(classifier: Suggester) -> None:
    (found,) = classifier.suggest("En dan is het zo dat ik de meetklok erbij pak.", None)
    assert found.because == ("meetklok",)


def test_words_that_any_sentence_may_hold_are_no_reason(guide: Guide, classifier: Suggester) -> None:
    text = "Dit is een module voor de klant."
    told = [w for m in guide.modules for s in classifier.suggest(text, m) for w in s.because]
    assert not {"dit", "klant", "een", "voor"} & {fold(word) for words in told for word in words.split()}


def test_a_guess_that_no_word_of_content_carries_is_not_made(guide: Guide, classifier: Suggester) -> None:
    assert classifier.suggest("Dit is een module voor de klant.", guide.module("M6")) == []
    assert classifier.suggest("Dat doet die klant altijd zo.", guide.module("M2")) == []


def test_an_accent_written_apart_is_no_word_boundary(classifier: Suggester) -> None:
    (found,) = classifier.suggest("Het die\u0308lektricum liep weg.", None)
    assert [fold(words) for words in found.because] == ["dielektricum"]


def test_the_same_lessons_give_the_same_suggestions(guide: Guide) -> None:
    lessons = taught_by(guide)
    one, other = Classifier(train(lessons)), Classifier(train(lessons))
    for labelled in more_sentences()[:60]:
        module = guide.module(labelled.module)
        assert one.suggest(labelled.sentence, module) == other.suggest(labelled.sentence, module)


def test_a_word_of_the_workplace_is_learnt_from_what_was_accepted(
    guide: Guide, classifier: Suggester
) -> None:
    assert classifier.suggest(NEW_WORD, None) == []
    taught = Learned(guide, (Decision("Let op die kwispelaar, dat hij niet zwabbert.", "startgat"),))
    assert topics(taught.suggest(NEW_WORD, guide.module("M2"))) == ["startgat"]


def test_what_was_rejected_for_a_text_is_not_suggested_for_it_again(
    guide: Guide, classifier: Suggester
) -> None:
    text, module = "De draad knapt telkens boven in de geleider.", guide.module("M7")
    assert topics(classifier.suggest(text, module)) == ["draadbreuk"]
    taught = Learned(guide, (Decision(text, "draadbreuk", accepted=False),))
    assert "draadbreuk" not in topics(taught.suggest(text, module))
    assert topics(taught.suggest("Bij het insteken blijft hij hangen.", module)) == ["draadbreuk"]


def test_what_is_about_no_topic_makes_it_silent(guide: Guide, classifier: Suggester) -> None:
    text = "Bij de klok zet ik altijd koffie."
    taught = Learned(guide, tuple(Decision(text, "") for _n in range(3)))
    assert taught.suggest(text, guide.module("M2")) == []


def test_a_topic_that_the_guide_does_not_have_is_never_suggested(guide: Guide) -> None:
    taught = Learned(guide, (Decision(NEW_WORD, "opgeheven"), Decision(NEW_WORD, "weg", accepted=False)))
    assert taught.suggest(NEW_WORD, None) == []


def test_nothing_heavy_is_loaded_before_a_suggestion_is_asked_for() -> None:
    modules = "capture.cli.main, capture.cli.topics, capture.app, transcripts.worker, transcripts.bringing"
    program = f"import sys, {modules}, transcripts.suggesting, transcripts.learning\nprint('sklearn' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
