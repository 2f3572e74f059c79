from capture.screens.reviewing.changes import around, changed, turned

HIT = "het start gat staat"


def test_what_became_of_words_reads_without_colour() -> None:
    assert turned("start gat", "startgat").plain == "[start gat → startgat]"
    assert turned("start gat", "").plain == "[− start gat]"
    assert turned("", "startgat").plain == "[+ startgat]"


def test_only_the_words_that_changed_are_marked() -> None:
    text = changed("het start gat is drie millimeter", "het startgat is 3 millimeter breed")
    assert text.plain == "het [start gat → startgat] is [drie → 3] millimeter [+ breed]"


def test_a_place_stands_between_its_words_and_fits() -> None:
    assert around(HIT, 4, 13, "startgat", 60).plain == "het [start gat → startgat] staat"
    assert around(HIT, 4, 13, "", 60).plain == "het [start gat] staat"
    long = around("woord " * 50 + HIT + " woord" * 50, 304, 313, "startgat", 60)
    assert "[start gat → startgat]" in long.plain
    assert long.cell_length <= 60
    assert long.plain.startswith("…")
    assert long.plain.endswith("…")


def test_nothing_in_it_drives_a_terminal_or_breaks_the_line() -> None:
    shown = around("a\x1b]0;t\x07\n[/b] gat\u202e", 10, 13, "[@click=app.quit]x[/]\n", 80).plain
    assert all(c.isprintable() for c in shown)
    assert "[@click=app.quit]x[/]" in shown
