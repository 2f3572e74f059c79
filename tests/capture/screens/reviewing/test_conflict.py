import pytest

from capture.screens.reviewing.conflict import ConflictDialog
from sessions.i18n import gettext as _
from sessions.programme import Programme
from sessions.transcript import Conflict
from tests.capture.screens.interviewing.test_dialogs import asking
from tests.capture.screens.reviewing.lines import a_line
from tests.watching import read

CONFLICTS = (
    Conflict(1, "naast de contour", "naast de kantuur", id=7),
    Conflict(1, "", "ja [/]", id=8),
    Conflict(1, "nou", "", id=9),
)


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (["enter"], (7, False)),
        (["2"], (7, True)),
        (["4"], (8, True)),
        (["5"], (9, False)),
        (["escape"], None),
    ],
)
async def test_mine_or_what_is_heard_now(
    programme: Programme, keys: list[str], given: tuple[int, bool] | None
) -> None:
    async with asking(ConflictDialog(a_line(programme, conflicts=CONFLICTS))) as asked:
        assert await asked.press(*keys) == given


async def test_both_are_shown_and_where_they_differ(programme: Programme) -> None:
    async with asking(ConflictDialog(a_line(programme, conflicts=CONFLICTS))) as asked:
        text = read(asked.app)
        assert f"{_('Keep yours:')} naast de contour" in text
        assert f"{_('Take what is heard now:')} naast de [contour → kantuur]" in text
        assert f"{_('Keep yours:')} {_('(no words)')}" in text
        assert "[+ ja [/]]" in text
