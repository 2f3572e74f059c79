"""Which suggester serves a guide."""

from dataclasses import replace
from pathlib import Path

from sessions.guides import library
from sessions.guides.loading import load
from sessions.guides.model import Guide
from sessions.programme import create_programme
from sessions.store.interviews import guide_of
from sessions.transcript import Segment, Tag, TagOrigin
from tests.builders import Said, add_session, add_text
from tests.sessions.guides.small import SMALL
from transcripts.learning import Learned, suggester_for
from transcripts.topics import ByStems

TALK = "Zo'n klokje langs de zijkant en een tikje tot de naald stil blijft staan."


def without_examples(guide: Guide) -> Guide:
    """``guide`` as it was before guides had examples."""
    modules = tuple(
        replace(m, topics=tuple(replace(t, examples=()) for t in m.topics)) for m in guide.modules
    )
    return replace(guide, modules=modules, no_topic=(), version="1.1")


def test_a_guide_without_examples_is_served_by_its_stems() -> None:
    guide = load(SMALL, "klein")
    assert suggester_for(guide) == ByStems(guide)


def test_an_older_copy_of_a_guide_learns_from_the_examples_of_the_one_that_is_installed() -> None:
    old = without_examples(library.find("edm-nl")[0])
    (found,) = suggester_for(old).suggest(TALK, old.module("M2"))
    assert found.topic == "opspannen-uitrichten"


def test_examples_of_an_own_guide_are_its_own() -> None:
    small = load(SMALL, "klein")
    module = small.modules[0]
    first = replace(module.topics[0], examples=("Daar gaat de draad naar binnen.",))
    guide = replace(
        small,
        id="edm-nl",
        no_topic=("Wil je koffie?",),
        modules=(replace(module, topics=(first, *module.topics[1:])),),
    )
    (found,) = suggester_for(guide).suggest("De draad moet daar naar binnen.", None)
    assert found.topic == first.slug


def test_what_was_decided_in_the_programme_is_learnt(tmp_path: Path) -> None:
    programme = create_programme(tmp_path / "edm")
    with programme.store() as store:
        session = add_session(store, "Jan", "Noord")
        add_text(store, session, "M2-V2", [Said("De kwispelaar zwabbert.")], original_name="a.vtt")
        guide = guide_of(store, session)
        assert suggester_for(guide, store) == Learned(guide)
        (segment,) = store.all(Segment)
        store.add(Tag(segment.id, "ruwheid", TagOrigin.HUMAN))
        (found,) = suggester_for(guide, store).suggest("De kwispelaar zwabbert.", guide.module("M6"))
        assert found.topic == "ruwheid"
