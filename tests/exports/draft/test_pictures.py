"""A released photo stands once, in the topic where its answer stands."""

from pathlib import PurePosixPath

from exports.draft.model import Picture
from exports.draft.pictures import pictures
from sessions.guides.model import Module
from sessions.material import Photo
from sessions.people import Expert
from sessions.release import Release
from tests.exports.conftest import (
    BERT,
    M3,
    M7,
    NORTH,
    Q_CORNER,
    Q_FAULT,
    Q_TABLE,
    Q_WIRE,
    SOUTH,
    Talk,
    accepted,
    suggested,
)
from tests.exports.drafting import basis_of

STRAY = Photo(PurePosixPath("attachments/A1-01-1.jpg"), "De straal")


def photo(talk: Talk, at: float | None = None, caption: str = "", name: str = "1.jpg") -> Photo:
    """One of the last answer, at ``at`` seconds in its first clip."""
    last = talk.answers[-1]
    clip = last.clips[0].id if at is not None else None
    return Photo(PurePosixPath("attachments", name), caption, last.answer.id, clip, at)


def shown(*talks: Talk, photos: tuple[Photo, ...], module: Module = M3) -> dict[str, tuple[Picture, ...]]:
    return pictures(basis_of(*talks, module=module, photos=photos))


def two_topics() -> Talk:
    """Five seconds on wire, then twice five on flushing."""
    talk = Talk(named=True).answer(Q_TABLE)
    talk.says("Messing.", tags=[suggested("draadkeuze", "messing")])
    talk.says("De straal.", tags=[suggested("spoelen", "straal")])
    talk.says("Nog een straal.", tags=[suggested("spoelen", "straal")])
    return talk


def test_it_stands_with_what_was_being_said_when_it_was_taken_in() -> None:
    talk = two_topics()
    assert list(shown(talk, photos=(photo(talk, at=3.0),))) == ["draadkeuze"]
    assert list(shown(talk, photos=(photo(talk, at=7.0),))) == ["spoelen"]


def test_a_silence_belongs_to_what_had_just_been_said() -> None:
    talk = two_topics()
    assert list(shown(talk, photos=(photo(talk, at=5.2),))) == ["draadkeuze"]


def test_without_a_moment_it_stands_with_what_its_answer_is_mostly_about() -> None:
    talk = two_topics()
    assert list(shown(talk, photos=(photo(talk),))) == ["spoelen"]


def test_what_may_not_be_here_does_not_tell_where_it_stands() -> None:
    talk = two_topics()
    talk.says("Messing, maar dat blijft hier.", tags=[accepted("draadkeuze")], release=Release.INTERNAL)
    assert list(shown(talk, photos=(photo(talk, at=16.0),))) == ["spoelen"]


def test_where_no_word_of_its_answer_is_released_it_stands_under_the_topic_of_the_question() -> None:
    talk = Talk().answer(Q_CORNER)
    made = shown(talk, photos=(photo(talk, caption="Zo snijd je hem."),))
    (picture,) = made["hoeken"]
    assert (picture.caption, picture.reference) == ("Zo snijd je hem.", "A1·01")
    assert picture.voice
    assert (picture.voice.label, picture.voice.name) == ("Vonk Noord", "een expert van Vonk Noord")


def test_somebody_of_whom_only_a_photo_is_here_is_told_apart_from_a_colleague(anna: Talk) -> None:
    colleague = Talk(Expert("Cor", "C", 1, 3), NORTH).answer(Q_CORNER)
    (picture,) = shown(anna, colleague, photos=(photo(colleague),))["hoeken"]
    assert picture.voice
    assert picture.voice.label == "Vonk Noord (C)"


def test_it_stands_in_one_module_only() -> None:
    talk = Talk().answer(Q_FAULT)
    talk.says("De straal stond scheef.", tags=[accepted("spoelen")])
    talk.says("Toen brak de draad.")
    talk.says("De rest was goed.", position=9)
    photos = (photo(talk),)
    assert not shown(talk, photos=photos)
    assert list(shown(talk, photos=photos, module=M7)) == ["draadbreuk"]


def test_photos_stand_in_the_order_of_speaking() -> None:
    anna, bert = Talk().answer(Q_WIRE), Talk(BERT, SOUTH).answer(Q_WIRE)
    photos = (photo(bert, name="4.jpg"), photo(anna, 9.0, name="2.jpg"), photo(anna, 1.0, name="1.jpg"))
    anna.answer(Q_WIRE)
    made = shown(bert, anna, photos=(*photos, photo(anna, name="3.jpg")))
    assert [p.path.name for p in made["draadkeuze"]] == ["1.jpg", "2.jpg", "3.jpg", "4.jpg"]


def test_a_photo_without_a_caption_names_its_answer_and_never_a_file() -> None:
    talk = two_topics()
    (picture,) = shown(talk, photos=(photo(talk),))["spoelen"]
    assert (picture.caption, picture.reference) == ("", "A1·01")


def test_a_photo_of_another_guides_answer_does_not_stand() -> None:
    assert shown(two_topics(), photos=(STRAY,)) == {}
