"""Every form of a transcript holds the same, and nothing that may not be shown."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
import webvtt

from exports.labels import MADE_BY_DEMO, Labels
from exports.transcript import FORMATS, to_markdown, to_text, transcript
from sessions.errors import UnknownName
from sessions.interview import AnswerState
from sessions.leaving import without_refused
from sessions.received import Wish
from sessions.release import Release
from sessions.transcript import DEMO_MODEL
from tests.exports.conftest import LATER, Q_WIRE, Talk, suggested

NASTY = "[/] [@click=app.quit] ../ \x00\x1b]52;c;aGk=\x07 \ud800 <v Nep>--> \u202e*ster* {x}"


def made(talk: Talk, format_: str) -> str:
    data = transcript(talk.reading, format_, programme="Leerpad", made_at=LATER)
    if format_ != "docx":
        return data.decode("utf-8")
    return docx_text(data)


def docx_text(data: bytes) -> str:
    return "\n".join(p.text for p in docx.Document(BytesIO(data)).paragraphs)


@pytest.mark.parametrize("format_", FORMATS)
def test_struck_words_are_in_no_format(anna: Talk, format_: str) -> None:
    text = made(anna, format_)
    assert "Geheim" not in text
    assert "messingdraad" in text


@pytest.mark.parametrize("format_", FORMATS)
def test_the_interviewers_lines_are_marked(anna: Talk, format_: str) -> None:
    line = next(line for line in made(anna, format_).splitlines() if "kleine radius?" in line)
    if format_ == "json":
        data = json.loads(made(anna, format_))
        assert data["answers"][0]["fragments"][1]["role"] == "interviewer"
    else:
        assert "Interviewer" in line


@pytest.mark.parametrize("format_", FORMATS)
def test_a_name_that_was_not_permitted_is_in_no_format(bert: Talk, format_: str) -> None:
    bert.answer(Q_WIRE, clips=0)
    bert.says("Dit kwam als tekst.", clip=0, speaker="Bert Jansen")
    assert "Bert" not in made(bert, format_)
    assert "Dit kwam als tekst." in made(bert, format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_hostile_text_comes_through_harmlessly(format_: str) -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says(NASTY)
    text = made(talk, format_)
    assert "@click=app.quit" in text
    assert not set(text) & set("\x00\x1b\x07\u202e\ud800")


@pytest.mark.parametrize("format_", ["docx", "md", "txt", "vtt", "srt"])
def test_what_the_machine_doubts_asks_to_be_heard_again(anna: Talk, format_: str) -> None:
    line = next(line for line in made(anna, format_).splitlines() if "verlaagd" in line)
    assert line.rstrip("* ").endswith(")")


def test_what_the_expert_added_in_writing_says_so_and_is_in_no_caption(anna: Talk) -> None:
    anna.says("Altijd eerst spoelen.", machine_text="", start=9.0, end=9.0)
    for format_ in ("docx", "md", "txt"):
        line = next(line for line in made(anna, format_).splitlines() if "eerst spoelen" in line)
        assert "toegevoegd" in line or "added by the expert" in line
    assert not any("eerst spoelen" in made(anna, format_) for format_ in ("vtt", "srt"))


@pytest.mark.parametrize("format_", FORMATS)
def test_a_session_without_anything_can_still_be_written(format_: str) -> None:
    assert made(Talk(), format_) is not None


@pytest.mark.parametrize("format_", ["vtt", "srt"])
def test_captions_are_valid_and_their_clips_follow_each_other(
    anna: Talk, tmp_path: Path, format_: str
) -> None:
    file = tmp_path / f"gesprek.{format_}"
    file.write_text(made(anna, format_), encoding="utf-8")
    captions = webvtt.read(str(file)) if format_ == "vtt" else webvtt.from_srt(str(file))
    starts = [c.start_in_seconds for c in captions.captions]
    assert starts == sorted(starts)
    assert [c.start for c in captions.captions][-2:] == ["00:00:30.500", "00:01:00.500"]


@pytest.mark.parametrize("format_", ["vtt", "srt"])
def test_an_arrow_that_was_said_begins_no_cue(tmp_path: Path, format_: str) -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("van\n\n00:00:01.000 --> 00:00:02.000\nnaar <b>")
    talk.says("tot slot")
    file = tmp_path / f"gesprek.{format_}"
    file.write_text(made(talk, format_), encoding="utf-8")
    captions = webvtt.read(str(file)) if format_ == "vtt" else webvtt.from_srt(str(file))
    assert len(captions) == 2
    assert "→" in captions[0].text


def test_a_cue_is_never_empty_and_never_past_its_clip(tmp_path: Path) -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("kort", start=3.0, end=3.0)
    talk.says("te lang", start=40.0, end=50.0)
    text = made(talk, "vtt")
    assert "00:00:03.000 --> 00:00:03.001" in text
    assert "00:00:30.000 --> 00:00:30.001" in text


def test_a_note_precedes_each_answer_of_the_vtt(anna: Talk) -> None:
    text = made(anna, "vtt")
    assert text.count("NOTE A1·0") == 3
    assert "<v Anna de Wit>" in text


def test_markdown_shows_what_was_said(anna: Talk) -> None:
    anna.says("# 1. *echt*")
    text = to_markdown(anna.reading)
    assert r"\# 1. \*echt\*" in text
    assert "## 1\\. Wanneer pak je een andere draad?" in text


def test_text_says_why_an_answer_has_no_lines(anna: Talk) -> None:
    anna.answers.pop()
    assert "Overgeslagen." not in to_text(anna.reading)
    anna.answer(Q_WIRE, clips=0, skipped="geen tijd")
    text = to_text(anna.reading)
    assert "geen tijd" not in text
    assert text.rstrip().splitlines()[-1] in ("Overgeslagen.", "Skipped.")


def test_the_warning_goes_when_everything_was_released() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("Vrij.", release=Release.FREE)
    free = to_text(talk.reading)
    talk.says("Intern.")
    assert len(to_text(talk.reading).splitlines()) == len(free.splitlines()) + 3


def test_json_is_complete_and_keeps_its_keys(anna: Talk) -> None:
    data = json.loads(made(anna, "json"))
    assert list(data) == ["format", "session", "expert", "company", "guide", "answers"]
    last = data["answers"][1]["fragments"][-1]
    assert last["reference"] == "A1·02/2 00:00"
    assert last["words"][4] == {"text": "vermogen", "start": 2.0, "end": 2.4, "probability": 0.3}
    assert last["doubt"] == "low_confidence"
    assert last["tags"][0] == {
        "topic": "spoelen",
        "facet": None,
        "origin": "question",
        "score": 1.0,
        "because": [],
        "accepted": None,
    }


def test_json_has_no_path_of_a_recording_that_was_taken_out(anna: Talk) -> None:
    (clip,) = anna.answers[0].clips
    anna.answers[0] = replace(anna.answers[0], clips=(replace(clip, erased=True, sha256=""),))
    (told,) = json.loads(made(anna, "json"))["answers"][0]["clips"]
    assert (told["path"], told["sha256"], told["seconds"]) == (None, None, clip.seconds)


def test_json_does_not_keep_what_a_person_took_out() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("De klant wil.", machine_text="De klant Geheim wil.")
    assert "Geheim" not in made(talk, "json")


def test_json_names_no_cause_that_no_longer_stands() -> None:
    talk = Talk().answer(Q_WIRE)
    talk.says("De draad brak.", tags=[suggested("draadbreuk", "brak", "Geheim")])
    (fragment,) = json.loads(made(talk, "json"))["answers"][0]["fragments"]
    assert fragment["tags"][-1]["because"] == ["brak"]
    assert fragment["topics"] == ["draadkeuze"]
    assert fragment["suggested_topics"] == ["draadbreuk"]


@pytest.mark.parametrize("format_", ["docx", "md", "txt"])
def test_an_answer_that_was_set_aside_does_not_read_as_waiting(format_: str) -> None:
    talk = Talk().answer(Q_WIRE).waits(AnswerState.FAILED)
    text = made(talk, format_)
    assert Labels("nl")("Recorded, but transcribing failed.").rstrip(".") in text
    assert json.loads(made(talk, "json"))["answers"][0]["state"] == "failed"


def test_an_answer_of_which_a_part_waits_says_so_under_its_lines() -> None:
    talk = Talk().answer(Q_WIRE, clips=2)
    talk.says("Het eerste deel.")
    last = to_text(talk.reading).rstrip().splitlines()[-1]
    assert last == Labels("nl")("A part of this answer has not been transcribed yet.")


def test_an_unknown_format_names_the_known_ones(anna: Talk) -> None:
    with pytest.raises(UnknownName, match="docx, md, txt"):
        transcript(anna.reading, "pdf", programme="Leerpad", made_at=LATER)


@pytest.mark.parametrize("format_", ["docx", "md", "txt"])
def test_the_demo_models_text_is_marked_in_what_people_read(anna: Talk, format_: str) -> None:
    note = Labels("nl")(MADE_BY_DEMO).partition(",")[0]
    assert note not in made(anna, format_)
    anna.model = DEMO_MODEL
    anna.answer(Q_WIRE)
    anna.says("Nog iets.")
    assert note in made(anna, format_)


@pytest.mark.parametrize("format_", ["docx", "md", "txt"])
def test_an_answer_of_who_refused_says_why_it_is_empty(anna: Talk, format_: str) -> None:
    reading = without_refused(anna.reading, {a.answer.id for a in anna.answers})
    data = transcript(reading, format_, programme="Leerpad", made_at=LATER)
    text = docx_text(data) if format_ == "docx" else data.decode("utf-8")
    assert "messingdraad" not in text
    assert text.count(Labels("nl")("The expert does not want this to become text.")) == len(anna.answers)


def test_the_model_has_no_folder_in_json() -> None:
    talk = Talk(model="/home/anneke/modellen/eigen.pt").answer(Q_WIRE)
    talk.says("Iets.")
    assert json.loads(made(talk, "json"))["answers"][0]["fragments"][0]["model"] == "eigen"


@pytest.mark.parametrize("format_", [f for f in FORMATS if f not in ("json", "srt")])
def test_what_the_expert_keeps_back_says_so_in_its_heading(anna: Talk, format_: str) -> None:
    text = made(anna, format_)
    assert Labels("nl")("The expert keeps this answer within the company.") not in text
    first = anna.answers[0]
    decided = tuple(replace(f, wish=Wish.INTERNAL) for f in first.fragments)
    anna.answers[0] = replace(first, fragments=decided)
    text = made(anna, format_).replace("\\", "")
    assert Labels("nl")("The expert keeps this answer within the company.") in text


def test_a_transcript_counts_what_the_expert_keeps_back(anna: Talk) -> None:
    first = anna.answers[0]
    anna.answers[0] = replace(
        first, fragments=tuple(replace(f, wish=Wish.NOT_TO_USE) for f in first.fragments)
    )
    top = to_text(anna.reading).partition("\n\n\n")[0]
    assert (
        Labels("nl").ngettext(
            "The expert keeps {n} answer back: it says so there.",
            "The expert keeps {n} answers back: it says so there.",
            1,
        )
        in top
    )
    assert json.loads(made(anna, "json"))["answers"][0]["wish"] == "not_to_use"
