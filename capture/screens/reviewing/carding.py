"""Value cards in the review: what was filled in is stored, or it is still there."""

from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from capture.reviewing.state import Line
from capture.screens.reviewing.keeping import Keeping
from sessions.errors import VakborgError
from sessions.transcript import Value

if TYPE_CHECKING:
    from capture.reviewing.bench import Bench


class Carding(Keeping):
    """The action on value cards. One that could not be stored is opened again, on the fragment of now."""

    class CardSettled(Message):
        """The card ``handed_in`` is stored; or it is not, and is ``now`` one of this ``line``."""

        def __init__(self, handed_in: Value, now: Value | None, line: Line) -> None:
            super().__init__()
            self.handed_in = handed_in
            self.now = now
            self.line = line

    def action_value(self) -> None:
        """Make a value card, or complete it."""
        self.to_settle(self._open_card)

    def _open_card(self, line: Line, unkept: Value | None = None) -> None:
        from capture.screens.reviewing.value import ValueDialog

        earlier = [value for other in self.page.lines for value in other.values]
        session, drop = self.page.reading.session, self.review.drop_value
        ask = ValueDialog(line, session, by=self.review.by, earlier=earlier, drop=drop, unkept=unkept)
        self.app.push_screen(ask, lambda value: self._hand_in_card(line, value) if value else None)

    def _hand_in_card(self, line: Line, value: Value) -> None:
        self.handed_in.append(value)

        def do(bench: "Bench") -> None:
            now: Value | None = value
            there = line
            try:
                bench.labels.put_value(value)
                now = None
            except VakborgError:
                bench.reload()
                now = bench.unkept.card_now(value)
                there = bench.line(now.segment_id) or line
                raise
            finally:
                self.post_message(self.CardSettled(value, now, there))

        self.review.ask(do)

    @on(CardSettled)
    def _take_in_card(self, settled: CardSettled) -> None:
        self.handed_in.remove(settled.handed_in)
        if settled.now is None:
            self.leave_after_all()
        else:
            self.leaving = None
            self._open_card(settled.line, settled.now)
