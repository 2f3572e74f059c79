"""Transcripts that meeting software already made."""

from pathlib import Path

import pytest

from sessions.errors import CaptionsError
from sessions.transcript import Role
from transcripts.captions import Line, expert_voice, joined, read_captions, read_paragraphs, role_of

TEAMS = """WEBVTT

8a1d/12-0
00:00:03.120 --> 00:00:06.450
<v Anneke Bos>Hoe kies je de draad?</v>

8a1d/13-0
00:00:07.000 --> 00:00:12.345
<v Jan van Dijk>Bij R&amp;D pak ik
&lt;altijd&gt; messing &quot;hard&quot;,</v>

8a1d/14-0
00:00:12.500 --> 00:00:15.000
<v Jan van Dijk>en let op: niet te strak.</v>
"""

ZOOM = """WEBVTT

1
00:00:03.120 --> 00:00:06.450
Anneke Bos: Hoe kies je de draad?

2
00:00:07.000 --> 00:00:12.345
J. van Dijk: Messing, want dat is sterk.

3
00:01:12.500 --> 00:01:15.000
J. van Dijk: Let op: niet te strak.
"""

SRT = """1
00:00:01,000 --> 00:00:02,500
<i>Het diëlektricum</i>
moet schoon zijn.

2
01:00:03,250 --> 01:00:05,000
Let op: anders brandt het.
"""


def read(folder: Path, name: str, content: str | bytes) -> list[Line]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_captions(path)


def test_teams_with_its_voices_entities_and_lines(tmp_path: Path) -> None:
    assert read(tmp_path, "overleg.vtt", TEAMS) == [
        Line(3.12, 6.45, "Hoe kies je de draad?", "Anneke Bos"),
        Line(7.0, 12.345, 'Bij R&D pak ik <altijd> messing "hard",', "Jan van Dijk"),
        Line(12.5, 15.0, "en let op: niet te strak.", "Jan van Dijk"),
    ]


def test_zoom_with_its_names_before_the_text(tmp_path: Path) -> None:
    assert read(tmp_path, "overleg.VTT", ZOOM) == [
        Line(3.12, 6.45, "Hoe kies je de draad?", "Anneke Bos"),
        Line(7.0, 12.345, "Messing, want dat is sterk.", "J. van Dijk"),
        Line(72.5, 75.0, "Let op: niet te strak.", "J. van Dijk"),
    ]


def test_subrip_without_voices_keeps_every_word(tmp_path: Path) -> None:
    lines = read(tmp_path, "film.srt", SRT + "\n3\n01:00:06,000 --> 01:00:07,000\nDat dus.\n")
    assert lines == [
        Line(1.0, 2.5, "Het diëlektricum moet schoon zijn."),
        Line(3603.25, 3605.0, "Let op: anders brandt het."),
        Line(3606.0, 3607.0, "Dat dus."),
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("WEBVTT", "WEBVTT - opname van 12 maart\nKind: captions"),
        lambda text: text.replace("\n\n8a1d/12", "\n\nNOTE gemaakt door Teams\n\n8a1d/12"),
        lambda text: text.replace(".450", ".450 align:start position:0%"),
        lambda text: text.replace("<v Jan", "<v.luid Jan"),
    ],
    ids=["bom", "windows", "header", "note", "settings", "class"],
)
def test_small_differences_between_programs_do_not_matter(tmp_path: Path, change: object) -> None:
    assert callable(change)
    assert read(tmp_path, "a.vtt", change(TEAMS)) == read(tmp_path, "b.vtt", TEAMS)


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_files_of_windows_programs_are_read(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, "a.srt", SRT.encode(encoding)) == read(tmp_path, "b.srt", SRT)
    big_endian = b"\xfe\xff" + SRT.encode("utf-16-be")
    assert read(tmp_path, "c.srt", big_endian) == read(tmp_path, "b.srt", SRT)


def test_each_voice_in_a_caption_gets_its_own_words_and_its_share_of_the_time(tmp_path: Path) -> None:
    both = "<v Anneke Bos>Hoe dik dan?</v>\n<v.luid Jan van Dijk>Nul <i>vijf</i>.</v> <v Anneke Bos>Oké"
    assert read(tmp_path, "a.vtt", f"WEBVTT\n\n00:10.000 --> 00:22.000\n{both}\n") == [
        Line(10.0, 16.0, "Hoe dik dan?", "Anneke Bos"),
        Line(16.0, 20.5, "Nul vijf.", "Jan van Dijk"),
        Line(20.5, 22.0, "Oké", "Anneke Bos"),
    ]


def test_words_before_the_first_voice_have_none(tmp_path: Path) -> None:
    lines = read(tmp_path, "a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nja <v Jan>nee</v> <v Jan></v>\n")
    assert [(line.speaker, line.text) for line in lines] == [("", "ja"), ("Jan", "nee")]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("5 < 6 en <b>vet</b>", "5 < 6 en vet"),
        ("als a<b en c>d, dan <c.geel.groot>dit</c>", "als a<b en c>d, dan dit"),
        ("<00:01.500>een <01:00:01.700>twee", "een twee"),
        ("<ruby>EDM<rt>vonken</rt></ruby> is <lang nl>mooi</lang> <u>werk</u>", "EDM vonken is mooi werk"),
        ('<font color="#ffffff"><I>draad</I></font>', "draad"),
        ("<b>Karel</b><i>Kwartel</i>, <b>ja</b>.", "Karel Kwartel, ja."),
        ("typ <enter> en dan <x>", "typ <enter> en dan <x>"),
    ],
)
def test_only_marks_of_captions_are_left_out(tmp_path: Path, written: str, read_as: str) -> None:
    for name, head in (("a.vtt", "WEBVTT\n\n00:01.000"), ("a.srt", "1\n00:00:01,000")):
        end = "00:00:02.000" if name == "a.vtt" else "00:00:02,000"
        assert [line.text for line in read(tmp_path, name, f"{head} --> {end}\n{written}\n")] == [read_as]


def test_a_short_fraction_of_a_second_is_no_thousandths(tmp_path: Path) -> None:
    srt = "1\n00:00:01,5 --> 00:00:02,25\n1,5 --> 3 mm\n"
    assert read(tmp_path, "a.srt", srt) == [Line(1.5, 2.25, "1,5 --> 3 mm")]
    vtt = "WEBVTT\n\n00:00:01.5 --> 00:00:02.25\n1,5 mm\n"
    assert read(tmp_path, "a.vtt", vtt) == [Line(1.5, 2.25, "1,5 mm")]


def test_what_was_said_cannot_drive_a_terminal(tmp_path: Path) -> None:
    dirty = TEAMS.replace("messing", "\x1b]52;c;eA==\x07mes\x00sing\u202e [/] [@click=app.quit]")
    assert "]52;c;eA==messing [/] [@click=app.quit]" in read(tmp_path, "a.vtt", dirty)[1].text
    entity = TEAMS.replace("messing", "&#27;[2Jmessing&#x202e;")
    assert " [2Jmessing " in read(tmp_path, "a.vtt", entity)[1].text


def test_lines_stand_in_the_order_of_time(tmp_path: Path) -> None:
    swapped = SRT.replace("00:00:01,000 --> 00:00:02,500", "02:00:01,000 --> 02:00:02,500")
    assert [line.start for line in read(tmp_path, "a.srt", swapped)] == [3603.25, 7201.0]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leeg.vtt", b""),
        ("kop.vtt", b"WEBVTT\n\n"),
        ("brief.vtt", b"Beste Jan,\n\nHierbij het verslag.\n"),
        ("brief.srt", b"Beste Jan,\n\nHierbij het verslag.\n"),
        ("binair.vtt", bytes(range(256)) * 20),
        ("binair.srt", b"\x00" * 4000),
        ("half.vtt", TEAMS.encode("utf-16")[:-1]),
        ("geen-van-alle.vtt", TEAMS.encode() + b"\x81"),
        ("tijd.vtt", b"WEBVTT\n\n99:99:99.999 --> gisteren\nhallo\n"),
        ("tijd.srt", b"1\n00:00:xx,000 --> 00:00:02,000\nhallo\n"),
        ("stil.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Jan> </v>\n"),
    ],
)
def test_what_holds_no_lines_is_refused_with_what_to_do(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(CaptionsError, match=f"{name} holds no transcript") as caught:
        read(tmp_path, name, content)
    assert "WebVTT" in caught.value.advice


def test_a_file_that_is_not_there_or_is_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(CaptionsError, match=r"weg\.vtt could not be opened"):
        read_captions(tmp_path / "weg.vtt")
    (tmp_path / "map.vtt").mkdir()
    with pytest.raises(CaptionsError, match=r"map\.vtt could not be opened"):
        read_captions(tmp_path / "map.vtt")


DOCX = Path("verslag.docx")
SPOKEN = [
    Line(12.0, 14.0, "Hoe kies je de draad?", "Anneke Bos"),
    Line(65.0, 66.6, "Messing. Want sterk. Ja.", "Jan van Dijk"),
]


@pytest.mark.parametrize(
    "paragraphs",
    [
        [
            "Overleg",
            "12 maart",
            "Anneke Bos   0:12",
            "Hoe kies je de draad?",
            "Jan van Dijk   1:05",
            "Messing.",
        ],
        ["Anneke Bos\u00a0\u00a0\u00a00:12\nHoe kies je de draad?", "Jan van Dijk\u00a0 1:05\nMessing."],
        ["0:12 Anneke Bos: Hoe kies je de draad?", "[0:01:05] Jan van Dijk: Messing."],
        ["Anneke Bos [00:12]", "Hoe kies je de draad?", "", "Jan van Dijk [01:05]", "Messing."],
    ],
    ids=["teams", "teams-lines", "zoom", "brackets"],
)
def test_each_way_in_which_word_files_name_voice_and_time(paragraphs: list[str]) -> None:
    asked, told = read_paragraphs([*paragraphs, "Want sterk.", "", "Ja."], DOCX)
    assert asked == Line(12.0, asked.end, "Hoe kies je de draad?", "Anneke Bos")
    assert told == Line(65.0, 65.0 + 0.4 * 4, "Messing. Want sterk. Ja.", "Jan van Dijk")


def test_older_teams_names_begin_and_end() -> None:
    rows = ["0:0:12.30 --> 0:0:14.0", "Anneke Bos", "Hoe kies je de draad?"]
    more = ["00:01:05.000 --> 00:01:09.500", "Jan van Dijk", "Messing.", "Want sterk."]
    assert read_paragraphs([*rows, "", *more], DOCX) == [
        Line(12.3, 14.0, "Hoe kies je de draad?", "Anneke Bos"),
        Line(65.0, 69.5, "Messing. Want sterk.", "Jan van Dijk"),
    ]


def test_older_teams_times_may_have_one_digit() -> None:
    rows = ["0:0:0.0 --> 0:0:3.450", "Anneke Bos", "Hoe?", "0:1:5.0 --> 0:1:7.5", "Jan", "Machine 10:30"]
    assert read_paragraphs(rows, DOCX) == [
        Line(0.0, 3.45, "Hoe?", "Anneke Bos"),
        Line(65.0, 67.5, "Machine 10:30", "Jan"),
    ]


@pytest.mark.parametrize(
    "speech",
    [
        "dan starten we de machine om 10:30",
        "De Machine Draait Vandaag Dus 1:00",
        "Vrijdag 0:08",
        "Maandag 10:30",
    ],
    ids=["lower-case", "five-words", "goes-back", "far-ahead"],
)
def test_speech_that_ends_in_a_time_is_no_heading(speech: str) -> None:
    rows = [
        "Anneke Bos 0:12",
        "Hoe dan?",
        "Jan 0:40",
        "Nou,",
        speech,
        "Anneke Bos 1:05",
        "Ja.",
        "Jan 1:20",
        "Ja.",
    ]
    lines = read_paragraphs(rows, DOCX)
    assert [line.speaker for line in lines] == ["Anneke Bos", "Jan", "Anneke Bos", "Jan"]
    assert lines[1].text == f"Nou, {speech}"


@pytest.mark.parametrize(
    "name",
    ["Jan van 't Hof", "J. ten Hag", "Spreker 2", "Jan (Vonkwerk)", "Élise el Amrani", "van der Berg"],
)
def test_a_name_heard_once_is_a_heading(name: str) -> None:
    rows = ["Anneke Bos 0:12", "Hoe dan?", f"{name} 0:40", "Nou, zo.", "Anneke Bos 1:05", "Ja."]
    assert [line.speaker for line in read_paragraphs(rows, DOCX)] == ["Anneke Bos", name, "Anneke Bos"]


def test_a_name_that_comes_back_may_look_like_anything() -> None:
    rows = [
        "de heer j. p. van dijk 0:12",
        "Zo.",
        "12 0:20",
        "Hoe?",
        "de heer j. p. van dijk 0:20",
        "Nou.",
        "12 0:30",
        "Ja.",
    ]
    assert [line.speaker for line in read_paragraphs(rows, DOCX)] == ["de heer j. p. van dijk", "12"] * 2


def test_a_line_lasts_no_longer_than_until_the_next() -> None:
    first, _second = read_paragraphs(["A 0:01", "een twee drie vier vijf zes zeven", "B 0:02", "ja"], DOCX)
    assert first.end == 2.0


@pytest.mark.parametrize("paragraphs", [[], ["Beste Jan,", "tot morgen."], ["Jan 0:12", ""]])
def test_a_letter_is_no_transcript(paragraphs: list[str]) -> None:
    with pytest.raises(CaptionsError, match=r"verslag\.docx holds no transcript"):
        read_paragraphs(paragraphs, DOCX)


def test_a_sentence_cut_in_two_is_put_together() -> None:
    cut = [Line(0, 2, "Ik pak dan", "Jan"), Line(2.5, 4, "altijd messing.", "Jan"), Line(4, 5, "Ja.", "Jan")]
    assert joined(cut) == [Line(0, 4, "Ik pak dan altijd messing.", "Jan"), Line(4, 5, "Ja.", "Jan")]


@pytest.mark.parametrize(
    "after",
    [Line(2.5, 4, "en toen?", "Anneke"), Line(4.5, 6, "pas later", "Jan"), Line(2.5, 31, "en door", "Jan")],
    ids=["another-voice", "after-a-pause", "too-long"],
)
def test_what_does_not_belong_together_stays_apart(after: Line) -> None:
    before = Line(0, 2, "Ik pak dan", "Jan")
    assert joined([before, after]) == [before, after]


def voices(*names: str) -> list[Line]:
    """The first named says least, the last one most."""
    return [Line(n, n + 1, "woord " * (n + 1), name) for n, name in enumerate(names)]


@pytest.mark.parametrize(
    ("names", "expert", "told", "voice"),
    [
        (("Jan van Dijk", "Anneke"), "Jan van Dijk", "", "Jan van Dijk"),
        (("JAN VAN DÍJK", "Anneke"), "Jan van Dijk", "", "JAN VAN DÍJK"),
        (("Jan van Dijk (Vonkwerk)", "Anneke"), "Jan van Dijk", "", "Jan van Dijk (Vonkwerk)"),
        (("Jan", "Anneke"), "Jan van Dijk", "", "Jan"),
        (("Spreker 1", "Spreker 2"), "Jan van Dijk", "", "Spreker 2"),
        (("",), "Jan van Dijk", "", ""),
        (("Jan van Dijk", "Anneke Bos"), "Jan van Dijk", "anneke", "Anneke Bos"),
        (("Spreker 1", "Spreker 2"), "Jan van Dijk", "Spreker 1", "Spreker 1"),
    ],
)
def test_the_expert_is_who_is_told_else_named_alike_else_who_says_most(
    names: tuple[str, ...], expert: str, told: str, voice: str
) -> None:
    assert expert_voice(voices(*names), expert, told) == voice


def test_a_voice_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(CaptionsError, match=r"The voices are: Anneke, Jan\."):
        expert_voice(voices("Jan", "Anneke", ""), "Jan", "Karel")


def test_whose_voice_a_line_is() -> None:
    assert role_of(Line(0, 1, "a", "Jan"), "Jan") is Role.EXPERT
    assert role_of(Line(0, 1, "a", "Anneke"), "Jan") is Role.INTERVIEWER


@pytest.mark.parametrize(
    ("expert", "told", "voice"), [("Jan de Vries", "", "Jan de Vries"), ("Jan de Vries", "Jan", "Jan")]
)
def test_the_whole_name_comes_before_a_part_of_it(expert: str, told: str, voice: str) -> None:
    lines = [Line(0, 1, "Waarom dan?", "Jan"), Line(1, 2, "Omdat het moet.", "Jan de Vries")]
    assert expert_voice(lines, expert, told) == voice
