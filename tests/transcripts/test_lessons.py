"""What a classifier learns from."""

from sessions.guides.library import find
from transcripts.lessons import NO_TOPIC, Lesson, empty_words, taught_by


def test_words_that_say_nothing_are_those_of_many_topics_and_of_none() -> None:
    empty = empty_words(taught_by(find("edm-nl")[0]))
    assert {"dit", "de", "klant", "altijd", "eigenlijk", "koffie"} <= empty
    assert empty.isdisjoint({"meetklok", "startgat", "elektrode", "hoek", "stempel", "werkstuk"})


def test_a_stem_is_never_empty_however_often_it_is_said() -> None:
    told = [Lesson("de hoek om", topic) for topic in ("a", "b", "c", "d")]
    assert empty_words(told) == {"de", "hoek", "om"}
    assert empty_words([*told, Lesson("hoek", "a")]) == {"de", "om"}


def test_one_sentence_about_nothing_makes_no_word_empty() -> None:
    told = [Lesson(f"woord {topic}", topic) for topic in "abcdefgh"]
    assert "koffie" not in empty_words([*told, Lesson("koffie", NO_TOPIC)])
    assert "koffie" in empty_words([*told, *[Lesson("koffie drinken", NO_TOPIC)] * 2])
