"""Each reference leads to a session, an answer, a recording and a time, with the words as they were spoken."""

from exports.draft.model import Source, SourceAnswer, SourceLine
from exports.draft.sources import sources
from sessions.release import Approved
from sessions.transcript import Doubt
from tests.exports.conftest import Q_WIRE, Talk
from tests.exports.draft.walking import found
from tests.exports.drafting import basis_of


def lines(*talks: Talk) -> list[SourceLine]:
    return list(found(SourceLine, sources(basis_of(*talks))))


def test_all_that_was_told_or_suggested_has_one_line(anna: Talk, bert: Talk) -> None:
    basis = basis_of(anna, bert)
    known = [line.segment_id for line in lines(anna, bert)]
    assert sorted(known) == sorted(t.fragment.segment.id for t in (*basis.unfolded, *basis.suggested))


def test_a_line_says_where_and_what_was_spoken(anna: Talk) -> None:
    first, *_rest, last = lines(anna)
    assert (first.reference, first.start, first.end) == ("A1·01 00:00", 0.5, 4.5)
    assert (first.clip, first.spoken) == ("A1-01-1.wav", "Voor gewoon werk gebruik ik messingdraad.")
    assert (last.reference, last.clip, last.doubt) == ("A1·02/2 00:00", "A1-02-2.wav", Doubt.LOW_CONFIDENCE)


def test_sessions_and_answers_stand_in_the_order_of_their_codes(anna: Talk, bert: Talk) -> None:
    made = sources(basis_of(bert, anna))
    assert [(s.code, [a.code for a in s.answers]) for s in made] == [
        ("A1", ["A1·01", "A1·02"]),
        ("B1", ["B1·01", "B1·02"]),
    ]
    assert (made[0].voice.name, made[0].machine) == ("Anna de Wit", "AgieCharmilles")


def test_a_model_file_shows_its_name_and_neither_folder_nor_ending(anna: Talk) -> None:
    anna.model = r"C:\Users\anna\modellen\eigen.pt"
    anna.answer(Q_WIRE)
    anna.says("Nog iets.")
    origins = {o for a in found(SourceAnswer, sources(basis_of(anna))) for o in a.origins}
    assert origins == {"Whisper large-v2", "Whisper eigen"}


def test_text_that_came_without_sound_has_no_clip_and_hides_whose_file_it_was(bert: Talk) -> None:
    bert.answer(Q_WIRE, clips=0)
    bert.says("Dit kwam als tekst.", clip=0)
    (answer,) = [a for a in found(SourceAnswer, sources(basis_of(bert))) if a.code == "B1·03"]
    assert answer.clips == ()
    assert "Bert" not in "".join(answer.origins)
    assert answer.lines[0].clip == ""


def test_what_the_expert_added_in_writing_is_in_no_recording(anna: Talk) -> None:
    anna.answer(Q_WIRE)
    anna.says("Altijd eerst spoelen bij messingdraad.", machine_text="", start=9.0, end=9.0)
    (answer,) = [a for a in found(SourceAnswer, sources(basis_of(anna))) if "Altijd" in a.lines[0].spoken]
    assert (answer.lines[0].written, answer.lines[0].clip, answer.clips) == (True, "", ())


def test_an_answer_says_whether_its_expert_agreed_to_it(anna: Talk) -> None:
    first = anna.answers[0].answer.id
    made = sources(basis_of(anna, approved={first: Approved.AS_IT_IS}))
    assert [a.approved for a in made[0].answers] == [Approved.AS_IT_IS, Approved.NOT_YET]


def test_a_reference_names_answer_clip_and_time(anna: Talk) -> None:
    voice = sources(basis_of(anna))[0].voice
    source = Source(1, "A1·01/2", 1, voice, "Ja.", 3612.4, 3614.0)
    assert (source.answer, source.code, source.time) == ("A1·01", "A1·01/2", "1:00:12")
    assert source.reference == "A1·01/2 1:00:12"
