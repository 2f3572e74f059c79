"""Until when recordings and texts are kept: the day typed, changed, or taken away."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from capture.naming import when
from capture.screens.dialog import Dialog, button
from capture.screens.withdrawing.notices import day
from sessions.i18n import gettext as _
from sessions.text import clean_line
from sessions.withdrawal import Retention

_EXAMPLE = date(2030, 12, 31)
_WAYS = (
    r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4})",
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
)


@dataclass(frozen=True)
class LastDay:
    """What was chosen: the last day, or (None) no such day."""

    until: date | None


class UntilDialog(Dialog[LastDay]):
    """Asks for the last day; ``kept`` is the one that holds now, ``today`` warns of one that is over already."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", _("Help"), id="help", tooltip=_("What is asked here")),
    ]

    @property
    def about(self) -> str:
        """What is asked here, for the help."""
        return _(
            "The last day on which recordings and texts of this programme are kept. Nothing goes by itself: once that "
            "day is over the list of sessions says so, and you take out what is there. What experts permitted stays. "
            "An empty field takes the day away: then all of it is kept without an end."
        )

    def __init__(self, kept: Retention | None, today: date) -> None:
        hint = _("Enter keeps it; an empty field takes the day away. Esc closes.")
        super().__init__(_("Until when are recordings and texts kept?"), hint, "until")
        self.kept, self.today = kept, today
        self._warned: date | None = None

    def parts(self) -> Iterable[Widget]:
        yield Static(retention_told(self.kept, self.today), classes="told", markup=False)
        until = self.kept.until if self.kept else None
        yield Input(
            written(until) if until else "",
            placeholder=_("for example {day}").format(day=written(_EXAMPLE)),
            max_length=20,
            compact=True,
        )
        yield Static("", classes="missing", markup=False)
        yield button(_("Keep"), "keep")

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give the day, where one stands there; one that is over already only the second time."""
        typed = clean_line(self.query_one(Input).value)
        until = day_of(typed)
        if not typed:
            self.give(LastDay(None))
        elif until is None:
            self._say(_("That is no day. For example: {day}").format(day=written(_EXAMPLE)))
        elif until < self.today and until != self._warned:
            self._warned = until
            told = _("{day} is over already: everything is due at once then. Enter keeps it all the same.")
            self._say(told.format(day=day(until)))
        else:
            self.give(LastDay(until))

    def _say(self, told: str) -> None:
        self.query_one(".missing", Static).update(told)
        self.query_one(Input).focus()


def retention_told(kept: Retention | None, today: date) -> str:
    """The last day, and who chose it when."""
    if kept is None or kept.until is None:
        return _("No last day was chosen: recordings and texts are kept without an end.")
    told = _("Kept up to and including {day} (noted by {name} on {when}).").format(
        day=day(kept.until), name=clean_line(kept.by) or "?", when=when(kept.at)
    )
    return " ".join([told, _("Until then nothing is erased by it.")]) if today <= kept.until else told


def written(moment: date) -> str:
    """A day as it is typed: "31-12-2030"."""
    return moment.strftime("%d-%m-%Y")


def day_of(typed: str) -> date | None:
    """The day that was typed, the Dutch way or as in ISO 8601; None where it is none.

    >>> day_of("31-12-2030") == day_of("31/12/2030") == day_of("2030-12-31") == date(2030, 12, 31)
    True
    """
    for pattern in _WAYS:
        if found := re.fullmatch(pattern, typed):
            with suppress(ValueError):
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
    return None
