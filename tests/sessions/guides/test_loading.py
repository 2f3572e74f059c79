"""Guides from TOML, and what is said about wrong ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sessions.errors import GuideError
from sessions.facets import Facet
from sessions.guides.loading import load, load_kept, read
from sessions.guides.model import FaultPart, QuestionKind
from sessions.i18n import language, set_language
from tests.sessions.guides.small import SMALL, line_with


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = language()
    set_language("en")
    yield
    set_language(before)


def mistakes(text: str) -> list[str]:
    """What is said about ``text``, line by line."""
    with pytest.raises(GuideError) as raised:
        load(text, "mijn-gids.toml")
    assert "vakborg guide check mijn-gids.toml" in raised.value.advice
    return raised.value.message.splitlines()


def test_a_good_guide_is_read_as_it_is_written() -> None:
    guide = load(SMALL, "klein.toml")
    assert (guide.id, guide.version, guide.language, guide.note) == ("klein", "1.0", "nl", "")
    assert guide.script.first_questions == ("Hoe ben je begonnen?",)
    assert list(guide.topics) == ["startgat", "uitvaller"]
    assert guide.topics["startgat"].stems == ("startga", "insteekgat")
    assert guide.question("M1-V1").kind is QuestionKind.OPEN
    assert [p.facet for p in guide.question("M1-V1").probes] == [Facet.SIGNAL, Facet.ERROR]
    assert guide.question("M1-V2").probes == ()
    assert guide.modules[0].assignment.criteria == ("noemt de volgorde",)
    assert guide.follow_ups[0].said == ("op gevoel",)
    assert guide.follow_ups[0].fewer_words_than == 0
    assert guide.facet_cues == ((Facet.ERROR, ("een beginner",)), (Facet.SIGNAL, ("je ziet",)))
    assert guide.glossary[0].confirmed is True
    assert guide.glossary[0].variants == ()


def test_words_that_lean_and_words_of_sequence_are_optional() -> None:
    guide = load('leaning = ["dan", "dat"]\nsequence = ["eerst"]\n' + SMALL, "klein.toml")
    assert (guide.leaning, guide.sequence) == (("dan", "dat"), ("eerst",))
    assert load(SMALL, "klein.toml").leaning == ()
    assert mistakes('leaning = "dan"\n' + SMALL) == [
        "mijn-gids.toml, line 1, leaning: a list between [ and ] is expected here"
    ]


FAULTS = '[fault_cues]\ncause = ["was versleten"]\nsymptom = ["liep vast"]\n'


def test_levels_prior_knowledge_and_cues_of_faults_are_optional() -> None:
    text = 'levels = ["Basis", "Specialist"]\n' + SMALL.replace(
        'title = "Voorbereiden"\n',
        'title = "Voorbereiden"\nlevel = "Specialist"\nstudy_time = "6 uur"\nprior = ["leest een tekening"]\n',
    )
    guide = load(text + FAULTS, "klein.toml")
    (module,) = guide.modules
    assert guide.levels == ("Basis", "Specialist")
    assert (module.level, module.study_time, module.prior) == ("Specialist", "6 uur", ("leest een tekening",))
    assert guide.fault_cues == (
        (FaultPart.CAUSE, ("was versleten",)),
        (FaultPart.SYMPTOM, ("liep vast",)),
    )
    (plain,) = load(SMALL, "klein.toml").modules
    assert (plain.level, plain.study_time, plain.prior) == ("", "", ())
    assert (load(SMALL, "klein.toml").levels, load(SMALL, "klein.toml").fault_cues) == ((), ())


LEVELLED = 'levels = ["Basis", "Specialist"]\n' + SMALL.replace('goals = ["', 'level = "Basis"\ngoals = ["')


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'level = "Basis"',
            'level = "Bassis"',
            'modules[1].level: there is no level "Bassis"; did you mean "Basis"?',
        ),
        (
            'level = "Basis"',
            'level = "xyz"',
            'modules[1].level: there is no level "xyz"; there are: Basis, Specialist',
        ),
        ('["Basis", "Specialist"]', "[]", 'modules[1].level: there is no level "Basis"'),
        ('"Specialist"', '"basis"', 'levels[2]: "basis" is used twice'),
        ('"Specialist"', '" "', "levels[2]: this is empty"),
        (
            '["Basis", "Specialist"]',
            '["Basis", "b", "c", "d", "e"]',
            "levels: there are 5 levels; a path has at most 4",
        ),
    ],
)
def test_a_level_is_one_of_at_most_four(old: str, new: str, said: str) -> None:
    assert load(LEVELLED, "klein.toml").modules[0].level == "Basis"
    broken = LEVELLED.replace(old, new, 1)
    line = line_with(broken, "level =" if "modules" in said else "levels =")
    assert mistakes(broken) == [f"mijn-gids.toml, line {line}, {said}"]


def test_an_unknown_part_of_a_fault_is_told_with_the_nearest_one() -> None:
    broken = SMALL + FAULTS.replace("symptom", "symtoom")
    line = line_with(broken, "symtoom")
    assert mistakes(broken) == [
        f'mijn-gids.toml, line {line}, fault_cues.symtoom: "symtoom" is not known here; did you mean "symptom"?'
    ]


CASES = {
    "unknown key at the top": (
        'craft = "V',
        'crafd = "V',
        'crafd: this key is not known; did you mean "craft"?',
    ),
    "unknown key in a topic": (
        'title = "Uitv',
        'titel = "Uitv',
        'modules[1].topics[2].titel: this key is not known; did you mean "title"?',
    ),
    "unknown key in a probe": (
        '{ facet = "error", t',
        '{ facet = "error", tekst = "x", t',
        'modules[1].questions[1].probes[2].tekst: this key is not known; did you mean "text"?',
    ),
    "text expected": ('version = "1.0"', "version = 1.0", "version: text between quotes is expected here"),
    "list expected": (
        'topics = ["uitvaller"]',
        'topics = "uitvaller"',
        "modules[1].questions[2].topics: a list between [ and ] is expected here",
    ),
    "true or false expected": (
        "confirmed = true",
        "confirmed = 1",
        "glossary[1].confirmed: true or false is expected here",
    ),
    "number expected": (
        'said = ["op',
        'fewer_words_than = true\nsaid = ["op',
        "follow_ups[1].fewer_words_than: a whole number is expected here",
    ),
    "text expected in a list": (
        '  "insteekgat",',
        "  12,",
        "modules[1].topics[1].stems: text between quotes is expected here",
    ),
    "table expected": (
        '  { facet = "error", text = "Wat vergeet een beginner?" },',
        '  "Wat vergeet een beginner?",',
        "modules[1].questions[1].probes: a table with keys is expected here",
    ),
    "unknown kind": (
        'kind = "open"',
        'kind = "opne"',
        'modules[1].questions[1].kind: "opne" is not known here; did you mean "open"?',
    ),
    "unknown facet": (
        '{ facet = "error"',
        '{ facet = "eror"',
        'modules[1].questions[1].probes[2].facet: "eror" is not known here; did you mean "error"?',
    ),
    "unknown facet of cues": (
        'signal = ["je',
        'signaal = ["je',
        'facet_cues.signaal: "signaal" is not known here; did you mean "signal"?',
    ),
    "far from any name": (
        'kind = "open"',
        'kind = "xyz"',
        'modules[1].questions[1].kind: "xyz" is not known here; there are: open, critical_incident, '
        "task_diagram, knowledge_audit, simulation, teach_back",
    ),
    "doubled slug": (
        'slug = "uitvaller"',
        'slug = "startgat" #',
        'modules[1].topics[2].slug: "startgat" is used twice',
    ),
    "doubled question": ('id = "M1-V2"', 'id = "m1-v1"', 'modules[1].questions[2].id: "m1-v1" is used twice'),
    "no such topic": (
        'topics = ["uitvaller"]',
        'topics = ["uitvalle"]',
        'modules[1].questions[2].topics: there is no topic "uitvalle"; did you mean "uitvaller"?',
    ),
    "term without topic": (
        'topics = ["startgat"]\nconf',
        'topics = [\n"startgt"]\nconf',
        'glossary[1].topics: there is no topic "startgt"; did you mean "startgat"?',
    ),
    "no topics asked": (
        'topics = ["uitvaller"]',
        "topics = []",
        "modules[1].questions[2].topics: there must be at least one of these",
    ),
    "slug": (
        'slug = "uitvaller"',
        'slug = "Uit valler"',
        'modules[1].topics[2].slug: "Uit valler" cannot be used: small letters, digits and hyphens only',
    ),
    "question id": (
        'id = "M1-V2"',
        'id = "M1/V2"',
        'modules[1].questions[2].id: "M1/V2" cannot be used: '
        "letters, digits, points, hyphens and underscores only",
    ),
    "module id": (
        'id = "M1"',
        'id = "../M1"',
        'modules[1].id: "../M1" cannot be used: letters, digits, points, hyphens and underscores only',
    ),
    "language": (
        'language = "nl"',
        'language = "Dutch"',
        'language: "Dutch" cannot be used: two or three small letters, such as nl',
    ),
    "blank stem": ('  "insteekgat",', '  " ",', "modules[1].topics[1].stems: this is empty"),
    "blank text": ('text = "Ik zeg het terug."', 'text = ""', "modules[1].questions[2].text: this is empty"),
}


@pytest.mark.parametrize(("old", "new", "said"), CASES.values(), ids=CASES.keys())
def test_each_mistake_is_told_with_line_key_and_nearest_name(old: str, new: str, said: str) -> None:
    assert old in SMALL
    broken = SMALL.replace(old, new, 1)
    changed = next(
        n for n, (a, b) in enumerate(zip(SMALL.splitlines(), broken.splitlines(), strict=False), 1) if a != b
    )
    wrong_line = changed + ("\n" in new and new.startswith("topics"))
    assert f"mijn-gids.toml, line {wrong_line}, {said}" in mistakes(broken)


MISSING = {
    'title = "Kleine leidraad"\n': ("title", 1),
    'version = "1.0"\n': ("version", 1),
    'opening = "Fijn dat je meedoet."\n': ("script.opening", line_with(SMALL, "[script]")),
    'slug = "uitvaller"\n': ("modules[1].topics[2].slug", line_with(SMALL, 'slug = "uitvaller"') - 1),
    'kind = "teach_back"\n': ("modules[1].questions[2].kind", line_with(SMALL, '"M1-V2"') - 1),
    'probe = "Waaraan merk je dat?"\n': ("follow_ups[1].probe", line_with(SMALL, "[[follow_ups]]")),
    'term = "startgat"\n': ("glossary[1].term", line_with(SMALL, "[[glossary]]")),
}


@pytest.mark.parametrize("removed", MISSING)
def test_a_missing_key_is_told_at_its_table(removed: str) -> None:
    key, line = MISSING[removed]
    assert f"mijn-gids.toml, line {line}, {key}: this key is missing" in mistakes(
        SMALL.replace(removed, "", 1)
    )


def test_empty_modules() -> None:
    top, rest = SMALL.split("[script]")
    script = rest.split("[[modules]]")[0]
    said = mistakes(f"{top}modules = []\n[script]{script}")
    assert said == ["mijn-gids.toml, line 7, modules: there must be at least one of these"]


@pytest.mark.parametrize("part", ["topics", "questions"])
def test_a_module_needs_topics_and_questions(part: str) -> None:
    blocks = [b for b in SMALL.split("\n\n") if not b.startswith(f"[[modules.{part}]]")]
    line = line_with("\n\n".join(blocks), "[[modules]]")
    assert f"mijn-gids.toml, line {line}, modules[1].{part}: this key is missing" in mistakes(
        "\n\n".join(blocks)
    )
    empty = "\n\n".join(blocks).replace('goals = ["', f'{part} = []\ngoals = ["')
    line = line_with(empty, f"{part} = []")
    said = f"mijn-gids.toml, line {line}, modules[1].{part}: there must be at least one of these"
    assert said in mistakes(empty)


@pytest.mark.parametrize(
    ("block", "key"), [("[[modules]]", "modules[2].id"), ("[[follow_ups]]", "follow_ups[2].id")]
)
def test_doubled_modules_and_follow_ups(block: str, key: str) -> None:
    doubled = SMALL + SMALL[SMALL.index(block) :].split("[facet_cues]")[0]
    line = len(SMALL.splitlines()) + 2
    assert any(said.startswith(f"mijn-gids.toml, line {line}, {key}: ") for said in mistakes(doubled))


def test_a_follow_up_that_can_never_be_asked() -> None:
    said = mistakes(SMALL.replace('said = ["op gevoel"]\n', ""))
    line = line_with(SMALL, "[[follow_ups]]")
    assert said == [
        f"mijn-gids.toml, line {line}, follow_ups[1]: "
        "this is never asked: give said, fewer_words_than or number_without"
    ]


def test_all_mistakes_are_told_in_the_order_of_the_file() -> None:
    broken = SMALL.replace('"open"', '"opne"').replace('["uitvaller"]\n\n[modules', '["nergens"]\n\n[modules')
    broken = broken.replace('craft = "Vonken"', "craft = 3").replace("english", "engels")
    keys = [said.split(": ")[0].split(", ")[2] for said in mistakes(broken)]
    assert keys == [
        "craft",
        "modules[1].questions[1].kind",
        "modules[1].questions[2].topics",
        "glossary[1].engels",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (SMALL.replace('craft = "Vonken"', 'craft = "Vonken'), 5),
        (SMALL.replace("[script]", "[script"), 7),
        (SMALL + 'said = ["niet af"', len(SMALL.splitlines()) + 1),
        ("id = 1\nid = 2\n", 2),
        ("a = " + "[" * 5000, 1),
        ("a = " + "9" * 5000, 1),
    ],
    ids=["quote", "bracket", "end", "twice", "deep", "huge"],
)
def test_text_that_is_not_toml_names_the_line(text: str, line: int) -> None:
    (said,) = mistakes(text)
    assert said.startswith(f"mijn-gids.toml, line {line}: this is not valid TOML (")


def test_what_drives_a_terminal_is_cleaned_out_of_guide_and_message() -> None:
    guide = load(SMALL.replace("Kleine leidraad", r"Kleine\u001b[31m leidraad"), "klein.toml")
    assert guide.title == "Kleine[31m leidraad"
    assert "\x1b" not in mistakes(SMALL + '"\\u001b[2J" = 1\n')[0]


def test_a_guide_without_modules_is_not_told_of_every_reference_too() -> None:
    script_only = SMALL.split("[[modules]]")[0] + SMALL[SMALL.index("[[glossary]]") :]
    assert mistakes(script_only) == ["mijn-gids.toml, line 1, modules: this key is missing"]


def test_any_line_may_be_lost_without_another_failure() -> None:
    lines = SMALL.splitlines(keepends=True)
    outcomes = [_outcome("".join(lines[:n] + lines[n + 1 :])) for n in range(len(lines))]
    assert "loaded" in outcomes
    assert all(outcome == "loaded" or outcome.startswith("klein.toml, line ") for outcome in outcomes)
    assert len(set(outcomes)) > len(lines) / 2


def _outcome(text: str) -> str:
    try:
        load(text, "klein.toml")
    except GuideError as error:
        return error.message
    return "loaded"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_file_in_utf8_is_read_whatever_its_line_ends(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "klein.toml"
    path.write_bytes(SMALL.replace("Vonken", "Vönken").replace("\n", "\r\n").encode(encoding))
    assert read(path).craft == "Vönken"


@pytest.mark.parametrize(("encoding", "line"), [("cp1252", 5), ("utf-16", 1)])
def test_a_file_in_another_encoding_is_refused_with_the_line(
    tmp_path: Path, encoding: str, line: int
) -> None:
    path = tmp_path / "klein.toml"
    path.write_bytes(SMALL.replace("Vonken", "Vönken").encode(encoding))
    with pytest.raises(GuideError, match=f"^klein.toml, line {line}: this file is not saved as UTF-8"):
        read(path)


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match=r"^weg\.toml cannot be read: "):
        read(tmp_path / "weg.toml")
    with pytest.raises(GuideError, match="cannot be read: "):
        read(tmp_path)


def test_a_kept_guide_of_another_version_stays_readable() -> None:
    other = "retired = true\n" + SMALL.replace('craft = "Vonken"\n', "")
    guide = load_kept(other, "klein")
    assert (guide.id, guide.craft) == ("klein", "")
    assert [m.title for m in guide.modules] == ["Voorbereiden"]


def test_a_kept_guide_from_before_levels_and_faults_says_nothing_about_them() -> None:
    guide = load_kept(SMALL, "klein")
    assert (guide.levels, guide.fault_cues, guide.modules[0].prior) == ((), (), ())


def test_a_kept_guide_that_is_no_toml_is_told() -> None:
    with pytest.raises(GuideError, match="not valid TOML"):
        load_kept("= =", "klein")
