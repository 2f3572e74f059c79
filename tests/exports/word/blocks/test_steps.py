"""Steps are a real table of three columns."""

from tests.exports.word.opened import Opened


def test_each_step_has_its_key_points_and_reasons_beside_it(whole: Opened) -> None:
    head, first, second = whole.table("Step")
    assert head == ["Step", "Key point: what makes or breaks it", "Reason: why it must be so"]
    assert first == [
        "1. Je zet de kop recht boven het startgat. [A1·06 00:00]",
        "Kijk van twee kanten. [A1·06 00:07]\nHaal er een loep bij. [A1·06 00:14]",
        "Anders schuurt de draad. [A1·06 00:21]",
    ]
    assert second == ["2. Dan laat je de straal de draad pakken. [A1·06 00:28]", "", ""]


def test_the_caption_says_whose_steps_they_are(whole: Opened) -> None:
    assert "Table 1. The steps of Vonk Noord: Hoe rijg je de draad in?" in whole.texts
