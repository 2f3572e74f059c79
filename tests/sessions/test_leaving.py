"""What is left of a reading when it leaves."""

from datetime import UTC, datetime

from sessions.leaving import Disguise, without_struck
from sessions.pseudonyms import Pseudonym, Replacer
from sessions.release import Release
from sessions.transcript import DEMO_MODEL
from tests.exports.conftest import Q_WIRE, Talk, suggested

WHEN = datetime(2026, 3, 12, tzinfo=UTC)


def disguise(**names: str) -> Disguise:
    return Disguise(Replacer(Pseudonym(n, r, "Anneke", WHEN, 1) for n, r in names.items()))


def told() -> Talk:
    talk = Talk().answer(Q_WIRE)
    talk.says("Een slechte klos herken je aan de krul.")
    talk.says("De klant Geheim wil dat niet.", release=Release.STRUCK, tags=[suggested("spoelen", "Geheim")])
    return talk


def test_struck_fragments_keep_their_place_but_no_word() -> None:
    kept = without_struck(told().reading)
    (struck,) = [f for a in kept.answers for f in a.fragments if f.segment.release is Release.STRUCK]
    assert (struck.segment.text, struck.segment.machine_text, struck.segment.words, struck.tags) == (
        "",
        "",
        (),
        (),
    )
    assert "Geheim" not in repr(kept)
    assert len(kept.answers[0].fragments) == 2


def test_every_text_is_disguised_but_codes_and_the_demo_model() -> None:
    talk = Talk(model=DEMO_MODEL).answer(Q_WIRE)
    talk.says("De draad van de demo.", tags=[suggested("draadkeuze", "draad")])
    leaves = disguise(draad="koord", demo="proef", A1="X", nl="fr").of(talk.reading)
    (fragment,) = leaves.answers[0].fragments
    assert fragment.segment.text == "De koord van de proef."
    assert fragment.causes(fragment.tags[-1]) == ("koord",)
    assert fragment.question.text == "Wanneer pak je een andere koord?"
    assert (fragment.transcript.model, leaves.session.code, leaves.guide.language) == (DEMO_MODEL, "A1", "nl")


def test_what_has_no_names_is_left_as_it_is() -> None:
    reading = told().reading
    assert disguise(Xyzzy="niemand").of(reading) is reading
    assert disguise().of(reading) is reading
