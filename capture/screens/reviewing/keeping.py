"""What is typed in the review until it is kept: nothing of it is lost, whatever comes between."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from capture.screens.confirm import Confirm, if_sure
from capture.screens.reviewing.editor import Typed
from capture.screens.reviewing.sounding import Sounding
from sessions.i18n import gettext as _

if TYPE_CHECKING:
    from capture.reviewing.bench import Bench
    from capture.reviewing.review import Review


class Keeping(Sounding):
    """The text that somebody types. What was handed in and could not be kept comes back into the field.

    ``broken`` tells that the review could not begin: nothing that is handed in would ever be kept.
    """

    class Settled(Message):
        """What was handed in is kept, or could not be."""

        def __init__(self, typed: Typed, *, kept: bool) -> None:
            super().__init__()
            self.typed = typed
            self.kept = kept

    def __init__(self, review: "Review") -> None:
        super().__init__(review)
        self.broken = False
        self.stale = False
        self.leaving: Callable[[], object] | None = None
        self._handed_in: list[Typed] = []
        self._not_kept: list[Typed] = []

    def show_keys(self) -> None:
        """Show the keys that work now."""
        raise NotImplementedError

    # --- the field -----------------------------------------------------------------------------------
    def edit(self) -> None:
        """Edit the fragment at hand, at the marked word if there is one; back to the field where one is edited."""
        line = self.fragments.line
        if self.editor.typed:
            self.editor.field.focus()
        elif line:
            self.editor.open(line, self.fragments.doubt)
            self.show_keys()

    def keep(self) -> None:
        """Keep what was typed; what stays as it was is right."""
        typed = self.editor.typed
        if self.broken:
            self._say_broken()
        elif typed and typed.changed:
            self._hand_in(typed)
            self.stop_editing()
        elif typed:
            self._find_right(typed.segment_id)
            self.stop_editing()

    def _find_right(self, segment_id: int) -> None:
        line = next((line for line in self.fragments.lines if line.id == segment_id), None)
        if line and line.counts and not line.fragment.segment.checked:
            self.review.check([line.id])

    def split_here(self) -> None:
        """Split where the cursor stands, with what was typed until now."""
        typed, at = self.editor.typed, self.editor.cursor
        if self.broken:
            self._say_broken()
            return
        if typed and typed.changed:
            self._hand_in(typed, at)
        elif typed:
            self.review.split(typed.segment_id, at)
        self.stop_editing()

    def give_up(self) -> None:
        """Leave the fragment as it was; asks where something was typed."""
        if self.editor.unsaved:
            self._ask_first(self.stop_editing)
        else:
            self.stop_editing()

    def stop_editing(self) -> None:
        """Put the field away; what could not be kept before comes next."""
        self.editor.close()
        self.fragments.focus()
        self.show_keys()
        if self._not_kept:
            self._open_again()
            self.review.reload()  # to compare it with what the fragment says by now

    # --- what was handed in --------------------------------------------------------------------------
    def _hand_in(self, typed: Typed, split_at: int | None = None) -> None:
        self._handed_in.append(typed)

        def do(bench: "Bench") -> None:
            kept = False
            try:
                bench.texts.retype(typed.segment_id, typed.text, typed.seen)
                kept = True
            finally:
                self.post_message(self.Settled(typed, kept=kept))
            if split_at is not None:
                bench.texts.split(typed.segment_id, split_at)

        self.review.ask(do)

    @on(Settled)
    def _take_in_settled(self, settled: Settled) -> None:
        self._handed_in.remove(settled.typed)
        if not settled.kept:
            self._take_back([settled.typed])
        elif self.leaving and not self._handed_in:
            self.leave_first(self.leaving)

    def _take_back(self, typed: list[Typed]) -> None:
        self.leaving = None
        self._not_kept += typed
        if self._not_kept and not self.editor.unsaved:
            self._open_again()

    def _open_again(self) -> None:
        self.stale = True
        self.editor.open_again(self._not_kept.pop(0))
        self.show_keys()

    def give_way(self) -> None:
        """The review could not begin: what was handed in meanwhile comes back, and nothing more is taken."""
        self.broken = True
        handed_in, self._handed_in = self._handed_in, []
        self._take_back(handed_in)
        self._say_broken()
        self.refresh_bindings()

    def _say_broken(self) -> None:
        told = _("Nothing can be kept: the review could not begin. Open it again.")
        self.say(told, warning=True)

    # --- leaving -------------------------------------------------------------------------------------
    def leave_first(self, then: Callable[[], object]) -> None:
        """Do ``then``; where something was typed that is not kept, only after asking, and where it is being kept,
        after that."""
        self.leaving = None
        if self.editor.unsaved or self._not_kept:
            self._ask_first(then)
        elif self._handed_in:
            self.leaving = then
            self.say(_("What you typed is being kept …"))
        else:
            then()

    def _ask_first(self, then: Callable[[], object]) -> None:
        told = _("What you typed in this fragment is not kept yet. Enter in the field keeps it.")
        ask = Confirm(_("Throw away what you typed?"), told, _("Throw away"), _("Go on typing"))
        self.app.push_screen(ask, partial(if_sure, then))
