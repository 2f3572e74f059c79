"""Two microphones: the interviewer left, the expert right."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
import soundfile

from sessions.errors import RecordingError
from sessions.interview import Clip
from sessions.transcript import Role, Word
from tests.transcripts.material import ROOT, cues, sound
from transcripts.resample import RATE, Samples
from transcripts.transcriber import Heard
from transcripts.voices import energy, keeps_voices_apart, voices

QUESTIONS, ANSWERS = "expert-b-M5-V2", "expert-a-M8-V2"
CROSSTALK = 0.25  # 12 dB
CLIP = Clip(1, 1, "audio/a.wav", "0" * 64, 1, 1.0, 48000, 2, datetime(2026, 3, 12, tzinfo=UTC))


def sentence(name: str, number: int) -> Samples:
    cue = cues(name)[number]
    path = ROOT / "capture" / "demo" / "audio" / f"{name}.flac"
    return sound(path)[int(cue["start"] * RATE) : int(cue["end"] * RATE)]


def conversation(path: Path, *turns: tuple[Role, Samples], subtype: str = "PCM_24") -> list[Heard]:
    """A recording of these turns in ``path``, each after half a second; gives where they are."""
    parts, heard, at = [], [], 0.0
    hiss = np.random.default_rng(0)
    for role, said in turns:
        near, far = (1.0, CROSSTALK) if role is Role.INTERVIEWER else (CROSSTALK, 1.0)
        spoken = np.pad(said, (RATE // 2, 0))
        noise = 1e-4 * hiss.standard_normal((len(spoken), 2))
        parts.append(np.stack([near * spoken, far * spoken], axis=1) + noise)
        heard.append(Heard(at + 0.5, at + len(spoken) / RATE, role.value))
        at += len(spoken) / RATE
    soundfile.write(path, np.concatenate(parts), RATE, subtype=subtype)
    return heard


@pytest.mark.parametrize("subtype", ["PCM_24", "PCM_16", "FLOAT"])
def test_each_piece_has_the_voice_of_the_louder_side(tmp_path: Path, subtype: str) -> None:
    path = tmp_path / "twee.wav"
    asked, told = Role.INTERVIEWER, Role.EXPERT
    order = [(asked, QUESTIONS, 0), (told, ANSWERS, 0), (told, ANSWERS, 1), (asked, QUESTIONS, 1),
             (told, ANSWERS, 2)]  # fmt: skip
    heard = conversation(path, *((role, sentence(name, n)) for role, name, n in order), subtype=subtype)
    assert voices(path, heard) == [role for role, _name, _number in order]
    assert voices(path, heard[2:4]) == [told, asked]
    assert voices(path, []) == []


def tone(seconds: float, loudness: float) -> Samples:
    wave: Samples = (loudness * np.sin(np.arange(int(seconds * RATE)) * 0.3)).astype(np.float32)
    return wave


def sides(path: Path, left: Samples, right: Samples) -> Path:
    soundfile.write(path, np.stack([left, right], axis=1), RATE, subtype="PCM_24")
    return path


@pytest.mark.parametrize(
    ("left", "right", "role"),
    [
        (0.30, 0.20, Role.INTERVIEWER),
        (0.26, 0.20, Role.EXPERT),
        (0.20, 0.20, Role.EXPERT),
        (0.10, 0.20, Role.EXPERT),
        (0.10, 0.00, Role.INTERVIEWER),
        (0.00, 0.00, Role.EXPERT),
    ],
)
def test_only_what_is_clearly_louder_on_the_left_is_the_interviewers(
    tmp_path: Path, left: float, right: float, role: Role
) -> None:
    path = sides(tmp_path / "toon.wav", tone(2, left), tone(2, right))
    assert voices(path, [Heard(0.2, 1.8, "hm")]) == [role]


def test_a_word_of_the_expert_in_a_question_keeps_the_whole_piece(tmp_path: Path) -> None:
    left = np.concatenate([tone(3, 0.4), tone(0.5, 0.02)])
    right = np.concatenate([tone(3, 0.02), tone(0.5, 0.3)])
    path = sides(tmp_path / "samen.wav", left, right)
    words = (Word(0.0, 3.0, "hoezo", 0.9), Word(3.0, 3.5, "ja", 0.9))
    assert voices(path, [Heard(0.0, 3.5, "hoezo ja")]) == [Role.INTERVIEWER]
    assert voices(path, [Heard(0.0, 3.5, "hoezo ja", words)]) == [Role.EXPERT]


def test_a_word_without_sound_of_its_own_decides_nothing(tmp_path: Path) -> None:
    left = np.concatenate([tone(3, 0.4), tone(0.5, 0.001)])
    right = np.concatenate([tone(3, 0.02), tone(0.5, 0.01)])
    path = sides(tmp_path / "stil.wav", left, right)
    words = (Word(0.0, 3.0, "hoezo", 0.9), Word(3.0, 3.5, "hm", 0.9))
    assert voices(path, [Heard(0.0, 3.5, "hoezo hm", words)]) == [Role.INTERVIEWER]


def test_the_energy_is_that_of_the_time_asked_for(tmp_path: Path) -> None:
    silence = tone(5, 0.0)
    left, right = silence.copy(), silence.copy()
    left[3 * RATE : 3 * RATE + RATE // 2], right[4 * RATE : 4 * RATE + RATE // 2] = 0.5, 0.25
    path = sides(tmp_path / "stappen.wav", left, right)
    found = energy(path, 2.5, 5.0)
    assert found.shape == (251, 2)
    assert np.flatnonzero(found[:, 0]).tolist() == list(range(50, 100))
    assert np.flatnonzero(found[:, 1]).tolist() == list(range(150, 200))
    assert found[60].tolist() == pytest.approx([0.25 * RATE / 100, 0.0])


def test_a_time_behind_the_end_is_silence(tmp_path: Path) -> None:
    path = sides(tmp_path / "kort.wav", tone(1, 0.3), tone(1, 0.0))
    assert voices(path, [Heard(1.5, 2.0, "hm"), Heard(0.5, 0.5, "hm")]) == [Role.EXPERT, Role.INTERVIEWER]


def test_a_recording_that_is_gone_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="is not there"):
        voices(tmp_path / "weg.wav", [Heard(0.0, 1.0, "hm")])


def test_only_our_own_recordings_on_two_channels_keep_voices_apart() -> None:
    assert keeps_voices_apart(CLIP)
    assert not keeps_voices_apart(replace(CLIP, channels=1))
    assert not keeps_voices_apart(replace(CLIP, original_name="vergadering.mp4"))
