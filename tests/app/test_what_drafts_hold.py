"""No draft, in whatever format, holds a word, a photo or a name that may not leave."""

from pathlib import Path

import pytest

from capture.cli.exporting import export_command
from exports import modules
from tests.app.leaving import (
    CALLS,
    CASE,
    DRAFTS,
    GOES,
    LATER,
    NAME,
    NEVER,
    PARTNERS,
    RELEASED,
    Leaving,
    content,
    formats,
    make_programme,
    pictures,
    release_later,
)


@pytest.fixture(scope="module")
def leaving(tmp_path_factory: pytest.TempPathFactory) -> Leaving:
    """All documents that can be made."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("thuis")
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home))
        leaving = Leaving(make_programme(tmp_path_factory.mktemp("uit")))
        leaving.make("module")
        release_later(leaving.programme)
        for command in ("changes", "transcript", "template"):
            leaving.make(command)
    return leaving


def drafts(leaving: Leaving) -> dict[str, str]:
    """Those documents that hold only what was released, and what is noted beside all of them."""
    made = {name: text for name, text in leaving.made.items() if name.partition(":")[0].split()[0] in DRAFTS}
    return made | leaving.notes


def test_every_command_that_makes_documents_is_tried_in_every_format(leaving: Leaving) -> None:
    assert set(export_command.commands) == set(CALLS)
    for command, calls in CALLS.items():
        for format_ in formats(export_command.commands[command]):
            for arguments in calls:
                called = " ".join([command, *arguments, *(["--format", format_] if format_ else [])])
                assert any(name.startswith(f"{called}: ") for name in leaving.made), called
    assert set(formats(export_command.commands["module"])) == set(modules.FORMATS)


def test_what_was_released_is_in_every_draft(leaving: Leaving) -> None:
    for name, text in leaving.made.items():
        if name.startswith("module"):
            assert RELEASED in text, name
            assert "klant Noord" in text, name
    assert all(LATER in text for name, text in leaving.made.items() if name.startswith("changes"))


@pytest.mark.parametrize("kind", NEVER)
def test_no_draft_holds_what_may_not_leave(leaving: Leaving, kind: str) -> None:
    assert drafts(leaving)
    for name, text in drafts(leaving).items():
        assert NEVER[kind].casefold() not in (name + text).casefold(), name


def test_what_is_for_partners_is_in_their_drafts_and_in_no_free_one(leaving: Leaving) -> None:
    for name, text in leaving.made.items():
        if name.startswith("module"):
            assert (PARTNERS in text) is ("--for free" not in name), name


@pytest.mark.parametrize(
    "kind", ["struck", "name", "in a picture", "name of a file", "expert who is not named"]
)
def test_no_transcript_does_either(leaving: Leaving, kind: str) -> None:
    transcripts = {n: t for n, t in leaving.made.items() if n.startswith("transcript")}
    assert all(RELEASED in text for text in transcripts.values())
    for name, text in transcripts.items():
        assert NEVER[kind].casefold() not in (name + text).casefold(), name


def test_of_the_photos_those_that_were_released_stand_in_each_draft_and_no_other(leaving: Leaving) -> None:
    for called, sizes in leaving.sizes.items():
        if called.startswith("module"):
            assert sizes == {GOES, CASE}, called
        else:
            assert not sizes, called


def test_what_a_camera_wrote_is_found_where_it_is_left(tmp_path: Path) -> None:
    """The test of the tests: with the photo as it came, the word is seen."""
    import zipfile

    from tests.app.leaving import picture

    photo = picture(tmp_path, GOES)
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as parts:
        parts.write(photo, "word/media/image1.jpeg")
        parts.writestr("word/document.xml", f"<w:t>{NAME[:4]}</w:t><w:t>{NAME[4:]}</w:t>")
    text = content(tmp_path / "a.docx")
    assert NEVER["in a picture"] in text
    assert NAME in text
    assert pictures(tmp_path / "a.docx") == {GOES}
