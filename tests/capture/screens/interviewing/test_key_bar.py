from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.screen import Screen

from capture.screens.interviewing.key_bar import in_lines, key_names
from capture.screens.interviewing.keys import IN_ORDER, KEYS
from sessions.i18n import gettext as _


def test_items_stay_whole_and_lines_stay_within_the_width() -> None:
    items = [Content(word) for word in ("spatie Opname", "n Volgende", "p Vorige")]
    assert [line.plain for line in in_lines(items, 26)] == ["spatie Opname  n Volgende", "p Vorige"]
    assert [line.plain for line in in_lines(items, 3)] == ["spatie Opname", "n Volgende", "p Vorige"]


def test_of_several_keys_the_one_that_is_named_first_is_shown() -> None:
    screen: Screen[None] = Screen()
    bindings = [Binding(key, "record", "Record", id="record") for key in ("r", "space")]
    active = [ActiveBinding(screen, b, True, "") for b in bindings]
    assert key_names(active, {"r": "r", "space": "space"}) == {"record": _("space")}
    assert key_names(active[:1], {"r": "r"}) == {"record": "r"}


def test_every_key_has_an_id_of_its_own_and_says_what_it_does() -> None:
    named = [b for b in KEYS if isinstance(b, Binding) and b.action != "nothing"]
    ids = [b.id for b in named]
    assert len(set(ids)) == len(ids) == len(named)
    assert all(b.tooltip and b.description for b in named)
    assert set(IN_ORDER) - {"help"} <= set(ids)


def test_no_key_does_two_things() -> None:
    keys = [key for b in KEYS if isinstance(b, Binding) for key in b.key.split(",")]
    assert len(set(keys)) == len(keys)
