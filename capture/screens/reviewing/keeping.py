"""What is typed in the review until it is kept: nothing of it is lost, whatever comes between."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from capture.reviewing.state import Unkept
from capture.screens.confirm import Confirm, if_sure
from capture.screens.reviewing.editor import Typed
from capture.screens.reviewing.emptied import Emptied, EmptiedDialog
from capture.screens.reviewing.sounding import Sounding
from sessions.errors import ChangedSince
from sessions.i18n import gettext as _
from sessions.release import Release
from sessions.text import clean_line
from sessions.transcript import Value

if TYPE_CHECKING:
    from capture.reviewing.bench import Bench
    from capture.reviewing.review import Review


class Keeping(Sounding):
    """The text that somebody types. What was handed in and could not be kept comes back into the field.

    ``broken`` tells that the review could not begin: nothing that is handed in would ever be kept.
    """

    class Settled(Message):
        """What was handed in is kept; or it could not be, and is ``now`` this."""

        def __init__(self, typed: Typed, now: Unkept | None) -> None:
            super().__init__()
            self.typed = typed
            self.now = now

    def __init__(self, review: "Review") -> None:
        super().__init__(review)
        self.broken = False
        self.stale = False
        self.leaving: Callable[[], object] | None = None
        self.handed_in: list[Typed | Value] = []
        self._not_kept: list[Unkept] = []
        self._gone: set[int] = set()
        self._noted: tuple[Unkept, ...] = ()
        self._thrown_away: tuple[Unkept, ...] = ()

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
        elif typed and typed.segment_id in self._gone:
            self.app.copy_to_clipboard(typed.text)
            self.say(_("The text is copied: it can be pasted elsewhere. Esc throws it away here."))
        elif typed and typed.changed and not clean_line(typed.text).strip():
            self._ask_what_became_of(typed)
        elif typed and typed.changed:
            self._hand_in(typed)
            self.stop_editing()
        elif typed:
            self._find_right(typed.segment_id)
            self.stop_editing()

    def _ask_what_became_of(self, typed: Typed) -> None:
        def do(emptied: Emptied | None) -> None:
            if emptied is Emptied.STRUCK:
                self.review.release([typed.segment_id], Release.STRUCK, also_struck=True)
                self.stop_editing()
            elif emptied is Emptied.LEFT_EMPTY:
                self._hand_in(typed)
                self.stop_editing()

        self.app.push_screen(EmptiedDialog(), do)

    def _find_right(self, segment_id: int) -> None:
        line = next((line for line in self.fragments.lines if line.id == segment_id), None)
        if line and line.counts and not line.fragment.segment.checked:
            self.review.check([line.id])

    def split_here(self) -> None:
        """Split where the cursor stands, with what was typed until now."""
        typed, at = self.editor.typed, self.editor.cursor
        if self.broken:
            self._say_broken()
        elif typed and (typed.segment_id in self._gone or not clean_line(typed.text).strip()):
            self.keep()
        elif typed and typed.changed:
            self._hand_in(typed, at)
            self.stop_editing()
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
        self.stale = False
        self._gone.clear()
        self.editor.close()
        self.note_typed()
        self.fragments.focus()
        self.show_keys()
        if self._not_kept:
            self._open_again()
            self.review.reload()  # to compare it with what the fragment says by now

    # --- what was handed in --------------------------------------------------------------------------
    def _hand_in(self, typed: Typed, split_at: int | None = None) -> None:
        self.handed_in.append(typed)

        def do(bench: "Bench") -> None:
            now: Unkept | None = _unkept(typed)
            try:
                bench.texts.retype(typed.segment_id, typed.text, typed.seen)
                now = None
            except ChangedSince:
                bench.reload()
                now = bench.unkept.where_now(_unkept(typed))
                raise
            finally:
                self.post_message(self.Settled(typed, now))
            if split_at is not None:
                bench.texts.split(typed.segment_id, split_at)

        self.review.ask(do)

    @on(Settled)
    def _take_in_settled(self, settled: Settled) -> None:
        self.handed_in.remove(settled.typed)
        if settled.now:
            self.take_back([settled.now])
        else:
            self.leave_after_all()
        self.note_typed()

    def leave_after_all(self) -> None:
        """Leave, where that waited for what was handed in."""
        if self.leaving and not self.handed_in:
            self.leave_first(self.leaving)

    def take_back(self, texts: Iterable[Unkept]) -> None:
        """These could not be kept, or were not yet: back into the field, one after the other."""
        self.leaving = None
        self._not_kept += texts
        if self._not_kept and not self.editor.unsaved:
            self._open_again()

    def _open_again(self) -> None:
        now = self._not_kept.pop(0)
        self.stale = not now.gone
        self.editor.open_again(Typed(now.segment_id, now.text, now.seen))
        self.show_keys()
        if now.gone:
            self._gone.add(now.segment_id)
            self.say(
                _("The fragment of this text is gone. Enter copies the text, Esc throws it away."),
                warning=True,
            )
        else:
            self.review.go_to(now.segment_id)
        if now.moved:
            told = _("Another fragment stands there now; what you typed is laid over it. Enter keeps it.")
            self.say(told, warning=True)

    # --- a terminal that closes ----------------------------------------------------------------------
    def note_typed(self) -> None:
        """Have what is not kept yet written in a file, where it is not what stands there."""
        pending = self._pending()
        if pending == self._thrown_away:
            pending = ()
        if pending != self._noted and not self.broken:
            self._noted = pending
            self.review.ask(lambda bench: bench.unkept.note(pending))

    def _pending(self) -> tuple[Unkept, ...]:
        """All that is not kept yet, but for what was struck."""
        struck = {n.id for n in self.fragments.lines if n.fragment.segment.release is Release.STRUCK}
        typed, handed_in = self.editor.typed, [one for one in self.handed_in if isinstance(one, Typed)]
        texts = [*map(_unkept, handed_in), *self._not_kept]
        texts += [_unkept(typed)] if typed and typed.changed else []
        return tuple(one for one in texts if one.segment_id not in struck)

    def _throw_away(self, then: Callable[[], object]) -> None:
        self._thrown_away = self._pending()
        self.note_typed()
        then()

    def give_way(self) -> None:
        """The review could not begin: what was handed in meanwhile comes back, and nothing more is taken."""
        self.broken = True
        handed_in, self.handed_in = self.handed_in, []
        self.take_back(_unkept(one) for one in handed_in if isinstance(one, Typed))
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
            self._ask_first(partial(self._throw_away, then))
        elif self.handed_in:
            self.leaving = then
            self.say(_("What you typed is being kept …"))
        else:
            then()

    def _ask_first(self, then: Callable[[], object]) -> None:
        told = _("What you typed in this fragment is not kept yet. Enter in the field keeps it.")
        ask = Confirm(_("Throw away what you typed?"), told, _("Throw away"), _("Go on typing"))
        self.app.push_screen(ask, partial(if_sure, then))


def _unkept(typed: Typed) -> Unkept:
    return Unkept(typed.segment_id, typed.text, typed.seen)
