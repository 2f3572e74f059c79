"""What the keys of the review do to the text: they ask the review, or the person first."""

from dataclasses import replace
from typing import TYPE_CHECKING

from capture.reviewing.lines import left_of
from capture.reviewing.state import Left, Line
from capture.screens.confirm import Confirm
from capture.screens.reviewing.carding import Carding
from capture.screens.reviewing.fragment_lines import Span
from capture.screens.reviewing.headline import things_left
from capture.screens.reviewing.marks import next_doubt
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.timing import unsure

if TYPE_CHECKING:
    from capture.screens.reviewing.proposals import Answered


class Acting(Carding):
    """The actions on the text and its history."""

    # --- moving --------------------------------------------------------------------------------------
    def action_to_answers(self) -> None:
        """To the list of answers."""
        self.answers.focus()

    def action_to_fragments(self) -> None:
        """To what was said."""
        self.fragments.focus()

    def action_next_left(self) -> None:
        """To the next fragment that somebody has to look at."""
        self._go_on(self.fragments.at)

    def _go_on(self, at: int) -> None:
        following = (n for n, line in enumerate(self.fragments.lines) if n > at and line.left)
        index = next(following, None)
        if index is not None:
            self.fragments.stand_on(index)
        else:
            line = self.fragments.line
            self.review.next_to_settle(line.id if line else None)

    def action_next_doubt(self) -> None:
        """Mark the next doubtful word, in whichever answer it is."""
        line, marked = self.fragments.line, self.fragments.doubt
        found = next_doubt(self._doubts(), line.id if line else None, marked[1] if marked else 0)
        if found is None:
            self.say(_("There is no word in doubt any more."))
            return
        self.fragments.look_at(*found)
        if not self.fragments.stand_on_id(found[0]):
            self.review.go_to(found[0])
        self.fragments.focus()

    def _doubts(self) -> list[tuple[int, list[Span]]]:
        """The doubtful words of the session, in fragments that nobody looked at."""
        fragments = [f for answered in self.page.answers for f in answered.reading.fragments]
        return [(f.segment.id, unsure(f.segment)) for f in fragments if f.usable and not f.segment.checked]

    # --- the text ------------------------------------------------------------------------------------
    def action_right(self) -> None:
        """This fragment is right; on to the next that is left."""
        line = self.fragments.line
        if line is None:
            return
        at = self.fragments.at
        if line.counts and not line.fragment.segment.checked:
            self.review.check([line.id])
        self._go_on(at)

    def action_all_right(self) -> None:
        """All of this answer is right, after asking."""
        ids = [f.segment.id for f in self.said if f.usable and not f.segment.checked]
        if not ids:
            self.say(_("Everything in this answer was looked at."))
            return
        told = ngettext("{n} fragment of this answer", "{n} fragments of this answer", len(ids)).format(
            n=len(ids)
        )
        if things := self._open_in(ids):
            told += "\n" + _("Still open in it: {things}").format(things=things)
        ask = Confirm(_("Is all of it right?"), told, _("Yes, all right"), _("No"))
        self.app.push_screen(ask, lambda yes: self.review.check(ids) if yes else None)

    def _open_in(self, ids: list[int]) -> str:
        """What is still to be settled in these fragments, in words; empty where there is nothing."""
        left = left_of(line for line in self.page.lines if line.id in ids)
        things = replace(left, fragments=0, checked=0)
        return things_left(things) if things != Left() else ""

    def action_split(self) -> None:
        """Edit, to split where the cursor is put."""
        self.edit()
        self.call_after_refresh(self._tell_how_to_split)  # once the keys of the field are those that work

    def _tell_how_to_split(self) -> None:
        told = _("Put the cursor before the word that begins the second part, then {key}.")
        self.say(told.format(key=self.key("split_here")))

    def action_join(self) -> None:
        """One fragment of this one and the next."""
        self.with_line(lambda line: self.once(0, "join", lambda: self.review.join(line.id)))

    def action_undo(self) -> None:
        """Take back what was done last."""
        self.review.undo()

    def action_redo(self) -> None:
        """Do it again."""
        self.review.redo()

    def action_history(self) -> None:
        """What the fragment said before; any version can be put back."""
        from capture.screens.reviewing.history import HistoryDialog

        def put_back(text: str | None, id_: int) -> None:
            if text is not None:
                self.review.restore(id_, text)

        self.with_line(
            lambda line: self.app.push_screen(
                HistoryDialog(self.review.programme, line.id), lambda text: put_back(text, line.id)
            )
        )

    def action_proposals(self) -> None:
        """What could stand here instead."""
        from capture.screens.reviewing.proposals import ProposalDialog

        def show(line: Line) -> None:
            if line.proposals:
                self.app.push_screen(ProposalDialog(line), lambda answer: self._settle(line.id, answer))
            else:
                self.say(_("There is no proposal for this fragment."))

        self.with_line(show)

    def _settle(self, segment_id: int, answer: "Answered | None") -> None:
        if answer is None:
            return
        what, proposal = answer
        if what == "take":
            self.review.take(segment_id, proposal)
        elif what == "refuse":
            self.review.refuse(segment_id, proposal)
        else:
            self.review.take_everywhere(proposal)

    def action_conflicts(self) -> None:
        """Keep the words, or take what was heard again."""
        from capture.screens.reviewing.conflict import ConflictDialog

        def settle(answer: tuple[int, bool] | None) -> None:
            if answer:
                self.review.settle_conflict(answer[0], take=answer[1])

        def show(line: Line) -> None:
            if line.conflicts:
                self.app.push_screen(ConflictDialog(line), settle)
            else:
                self.say(_("Nothing in this fragment was heard again and differs."))

        self.with_line(show)

    def action_find(self) -> None:
        """Find and replace; the text that is marked is what is wanted."""
        from capture.screens.reviewing.find import FindDialog

        self.app.push_screen(FindDialog(self.review, self.editor.marked if self.editor.typed else ""))
