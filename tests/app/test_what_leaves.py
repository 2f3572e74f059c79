"""What leaves the company: no struck word, no retired one, and no name that has a pseudonym."""

import ast
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture.cli.main import run
from exports.transcript import FORMATS
from sessions.follow_ups import suggest_follow_ups
from sessions.guides import library
from sessions.interview import Answer, Session
from sessions.people import Permission
from sessions.programme import Programme, create_programme
from sessions.release import Release
from sessions.store import Store
from sessions.store.decisions import decisions
from sessions.store.editing import editing, undo
from sessions.store.interviews import guide_of, new_session
from sessions.store.people import company_named, expert_named, permit
from sessions.store.pseudonyms import add_pseudonym
from sessions.store.reading import read_sessions
from sessions.store.releasing import release, release_all, said_in
from sessions.store.revising import join, retype, split
from sessions.store.search import search
from sessions.store.settling import accept
from sessions.store.vocabulary import add_term, prompt_words, terms
from sessions.told import told_so_far
from sessions.transcript import Segment, Tag, TagOrigin, Value, Why
from tests.builders import Said, add_clip, add_text, add_transcript
from tests.sessions.guides.small import SMALL

ROOT = Path(__file__).parents[2]
NAME, STRUCK, RETIRED = "Zwaluwstaart", "Kanariegeel", "Ooievaarsnest"
LINES = (
    Said(f"Vraagt {NAME} dat?", 0, speaker=NAME),
    Said(
        f"Bij {NAME}, {NAME.upper()} en {NAME}s mal zag je op gevoel het startgat.",
        3,
        unsure=(NAME,),
        speaker=NAME,
    ),
    Said(f"Op gevoel deed ik het voor {STRUCK}.", 8, suggested={"uitvaller": (STRUCK.lower(),)}),
    Said("Je ziet de uitvaller", 12),
    Said(f"van {RETIRED} vallen.", 14),
)


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """A programme in which the name stands in everything that a person can type or say."""
    guide = tmp_path / "leidraad.toml"
    guide.write_text(_named_everywhere(SMALL), encoding="utf-8")
    programme = create_programme(tmp_path / f"Traject {NAME}")
    with programme.store() as store:
        found, toml = library.find(str(guide))
        expert = expert_named(store, f"Jan {NAME}", company_named(store, f"{NAME} & Zn"))
        permit(store, expert, Permission)
        session = new_session(store, expert, found, toml, machine=f"{NAME}'s Agie", title=f"Bij {NAME}")
        question = next(iter(guide_of(store, session).questions))
        add_transcript(
            store, add_clip(programme, store, session, question, 20), LINES, model=f"/{NAME}/small.pt"
        )
        other = list(guide_of(store, session).questions)[1]
        add_text(store, session, other, LINES[:2], original_name=f"gesprek {NAME}.vtt")
        _review(store, session)
    return programme


def _named_everywhere(guide: str) -> str:
    """The small guide with the name in each of its titles and texts."""
    keys = (
        "title",
        "craft",
        "opening",
        "text",
        "probe",
        "english",
        "criteria",
        "goals",
        "first_questions",
    )
    lines = []
    for line in guide.splitlines():
        key, _is, value = line.partition(" = ")
        named = key in keys and value.endswith(('"', '"]'))
        lines.append(f"{key} = {value.replace(chr(34), f'{chr(34)}{NAME} ', 1)}" if named else line)
    return "\n".join(lines).replace('text = "Waaraan', f'text = "{NAME} waaraan') + "\n"


def _review(store: Store, session: Session) -> None:
    """One fragment is struck, two are joined and typed anew, and notes and values name the name."""
    said = said_in(store, session)
    with editing(store, session, "Anneke", Why.HUMAN, "review") as pencil:
        release(pencil, [said[2].id], Release.STRUCK)
        whole = join(pencil, said[3].id)
        retype(pencil, whole.id, f"Je ziet de uitvaller bij {NAME} vallen.")
        pencil.add(Value(said[1].id, NAME, "6", "A", NAME, NAME, NAME, NAME, NAME, NAME, NAME, NAME))
        for told in (said[2].id, whole.id):
            accept(pencil, told, "uitvaller")
        pencil.add(Tag(said[1].id, "uitvaller", TagOrigin.SUGGESTED, because=(NAME.lower(), "mal")))
    for answer in store.all(Answer):
        store.save(replace(answer, note=f"voor {NAME}", skipped_because=NAME))


def exported(programme: Programme, out: Path) -> Iterator[tuple[str, str]]:
    """Every document that can be made: what it is called, and all that is in it."""
    make = ["--programme", str(programme.folder), "export"]
    for kind in FORMATS:
        assert run([*make, "transcript", "A1", "--out", str(out / f"A1.{kind}")]) == 0
    assert run([*make, "transcript", "A1"]) == 0
    assert run([*make, "module", "M1"]) == 0
    for path in [*out.iterdir(), *programme.exports.rglob("*")]:
        yield path.name, content(path)


def content(path: Path) -> str:
    """All of a document: of a Word file every part of it, its properties too."""
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@pytest.fixture
def documents(programme: Programme, tmp_path: Path) -> dict[str, str]:
    """All documents of the programme, made after the name got a pseudonym."""
    with programme.store() as store:
        add_pseudonym(store, NAME, "klant Noord", "Anneke")
    out = tmp_path / "uit"
    out.mkdir()
    return dict(exported(programme, out))


def test_every_document_is_made(documents: dict[str, str]) -> None:
    assert {name.rpartition(".")[2] for name in documents} == set(FORMATS)
    assert len(documents) == len(FORMATS) + 3


def test_without_a_pseudonym_the_name_is_in_every_document(programme: Programme, tmp_path: Path) -> None:
    out = tmp_path / "zonder"
    out.mkdir()
    found = {name: NAME in text for name, text in exported(programme, out) if not name.startswith(".")}
    assert all(found.values()), found


def test_a_name_with_a_pseudonym_is_in_no_document_and_in_no_property_of_one(
    documents: dict[str, str],
) -> None:
    for name, text in documents.items():
        assert NAME.casefold() not in (name + text).casefold(), name


def test_the_pseudonym_stands_in_its_place(documents: dict[str, str]) -> None:
    assert "Bij klant Noord, klant Noord en klant Noords mal" in documents["A1.txt"]
    record = json.loads(documents["A1.json"])
    words = record["answers"][0]["fragments"][1]["words"]
    assert [w["text"] for w in words][:6] == ["Bij", "klant", "Noord,", "klant", "Noord", "en"]
    assert words[0]["start"] < words[1]["start"] < words[2]["start"] < words[3]["start"]
    assert record["answers"][0]["fragments"][1]["tags"][-1]["because"] == ["klant Noord", "mal"]


@pytest.mark.parametrize("word", [STRUCK, RETIRED])
def test_struck_and_retired_words_are_in_no_document(documents: dict[str, str], word: str) -> None:
    for name, text in documents.items():
        assert word.casefold() not in text.casefold(), name


@pytest.mark.parametrize("word", [STRUCK, RETIRED])
def test_struck_and_retired_words_are_not_found(programme: Programme, word: str) -> None:
    with programme.store() as store:
        assert any(word in s.machine_text for s in store.all(Segment))
        assert search(store, word) == []
        assert search(store, word[:4]) == []
        assert search(store, "startgat")


@pytest.mark.parametrize("word", [STRUCK, RETIRED])
def test_struck_and_retired_words_are_quoted_to_nobody(programme: Programme, word: str) -> None:
    with programme.store() as store:
        (reading,) = read_sessions(store)
    guide = reading.guide
    said = [f for a in reading.answers for f in a.fragments]
    told = [f for q in guide.questions.values() for f in told_so_far(guide, q, said)]
    quoted = [s.quote for s in suggest_follow_ups(guide, reading.answers[0].fragments, [])]
    assert told
    assert quoted
    texts = [f.segment.text for f in told] + quoted
    assert not any(word.casefold() in text.casefold() for text in texts)


@pytest.mark.parametrize("word", [STRUCK, RETIRED])
def test_struck_and_retired_words_teach_nothing(programme: Programme, word: str) -> None:
    with programme.store() as store:
        taught = [d.text for d in decisions(store, "klein")]
    assert taught
    assert not any(word in text for text in taught)


def test_a_term_out_of_a_struck_fragment_is_in_no_prompt(programme: Programme) -> None:
    with programme.store() as store:
        (struck,) = store.all(Segment, release=Release.STRUCK)
        add_term(store, STRUCK, "Anneke", segment_id=struck.id)
        add_term(store, "zinkvonk", "Anneke")
        assert [entry.term.term for entry in terms(store)] == ["zinkvonk"]


@pytest.mark.parametrize("cut", [split, join])
def test_a_term_out_of_what_was_cut_heard_again_and_struck_is_in_no_prompt(
    programme: Programme, cut: Callable[..., object]
) -> None:
    with programme.store() as store:
        (session,) = store.all(Session)
        clip = add_clip(programme, store, session, "M1-V2", 10)
        said = (Said(f"Zo heet dat bij {STRUCK} en nergens anders.", 0), Said("Dat hoor je overal.", 5))
        told = store.all(Segment, transcript_id=add_transcript(store, clip, said).id)[0]
        add_term(store, STRUCK, "Anneke", segment_id=told.id)
        with editing(store, session, "Anneke", Why.HUMAN, "review") as pencil:
            cut(pencil, told.id, *([told.text.index("en nergens")] if cut is split else []))
        for model in ("small", "large-v2"):
            add_transcript(store, clip, said, model=model)
        assert prompt_words(store) == [STRUCK]
        again = [s.id for s in said_in(store, session, "M1-V2") if STRUCK in s.text]
        release_all(store, session, [store.get(Segment, id_) for id_ in again], Release.STRUCK, "Anneke")
        assert prompt_words(store) == []


def test_a_term_out_of_a_join_that_was_undone_heard_again_and_struck_is_in_no_prompt(
    programme: Programme,
) -> None:
    with programme.store() as store:
        (session,) = store.all(Session)
        clip = add_clip(programme, store, session, "M1-V2", 10)
        said = (Said(f"Zo heet dat bij {STRUCK}.", 0), Said("Dat hoor je overal.", 5))
        told = store.all(Segment, transcript_id=add_transcript(store, clip, said).id)[0]
        with editing(store, session, "Anneke", Why.JOIN, "joined") as pencil:
            whole = join(pencil, told.id)
        add_term(store, STRUCK, "Anneke", segment_id=whole.id)
        undo(store, session, "Anneke")
        add_transcript(store, clip, said, model="large-v2")
        again = [s for s in said_in(store, session, "M1-V2") if STRUCK in s.text]
        release_all(store, session, again, Release.STRUCK, "Anneke")
        assert prompt_words(store) == []


def test_documents_read_through_the_gate_only() -> None:
    readers = {"read_session", "read_sessions", "Shelf"}
    making = [
        *(ROOT / "exports").rglob("*.py"),
        ROOT / "capture/cli/exporting.py",
        ROOT / "capture/demonstration.py",
    ]
    for path in making:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {n.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for n in node.names}
        assert not names & readers, path
