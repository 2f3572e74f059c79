"""What the keys of the interview screen do: they ask the conductor, or the interviewer first."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType

from capture.interviewing.state import Recording, Snapshot
from capture.screens.base import BaseScreen
from capture.screens.interviewing.attach import AttachDialog, Attached
from capture.screens.interviewing.case import NEW, About, CaseDialog, CaseForm, Draft
from capture.screens.interviewing.confirm import Confirm, the_recording_stops
from capture.screens.interviewing.dropped import dropped_paths
from capture.screens.interviewing.facet import FacetDialog
from capture.screens.interviewing.jump import JumpDialog
from capture.screens.interviewing.keys import KEYS
from capture.screens.interviewing.microphone import MicrophoneDialog
from capture.screens.interviewing.missing import MissingDialog
from capture.screens.interviewing.note import NoteDialog
from capture.screens.interviewing.sight import Sight
from capture.screens.interviewing.skip import SkipDialog
from sessions.facets import Facet
from sessions.guides.model import Topic
from sessions.i18n import gettext as _
from sessions.interview import Case

if TYPE_CHECKING:
    from capture.interviewing.conductor import Conductor

OF_A_CONVERSATION = {
    binding.action.partition("(")[0]
    for binding in KEYS
    if isinstance(binding, Binding) and binding.action not in ("back", "leave_app")
}


class Acting(BaseScreen):
    """The actions; ``now`` is the latest snapshot, without which there is nothing to act on."""

    BINDINGS: ClassVar[list[BindingType]] = KEYS
    searchable = False  # whether it records must stay in sight

    def __init__(self, conductor: "Conductor") -> None:
        super().__init__(classes="interview")
        self.conductor = conductor
        self.now: Snapshot | None = None
        self.result: bool | None = None
        self.sight = Sight()
        self._draft: Case | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before the first snapshot one can only leave."""
        del parameters
        return self.now is not None or action not in OF_A_CONVERSATION

    @property
    def snapshot(self) -> Snapshot:
        """The latest snapshot, where there is one."""
        assert self.now is not None
        return self.now

    # --- the sound -----------------------------------------------------------------------------------
    def action_record(self) -> None:
        """Record, pause, or go on."""
        self.conductor.record()

    def action_record_from_before(self) -> None:
        """Record, the second before included."""
        self.conductor.record(pre_roll=True)

    def action_off_the_record(self) -> None:
        """Keep nothing; or go on recording."""
        self.conductor.off_the_record()

    def action_second_take(self) -> None:
        """Another recording of this question."""
        self.conductor.second_take()

    def action_strike(self) -> None:
        """Take the last minute away, after asking."""
        told = _(
            "All that was recorded in the last 60 seconds goes out of the sound and out of the text for good, "
            "also where it belongs to the question before. What you did before cannot be taken back after that."
        )
        ask = Confirm(_("Strike the last minute?"), told, _("Yes, strike it"), _("No"))
        self.app.push_screen(ask, lambda yes: self.conductor.strike() if yes else None)

    def action_microphone(self) -> None:
        """Choose another microphone."""
        broken = self.snapshot.recording is Recording.BROKEN
        ask = MicrophoneDialog(self.snapshot.microphone_key, broken=broken)
        self.app.push_screen(ask, lambda key: self.conductor.use_microphone(key) if key is not None else None)

    # --- the questions -------------------------------------------------------------------------------
    def action_next(self) -> None:
        """To the next question."""
        self.conductor.next()

    def action_previous(self) -> None:
        """To the question before."""
        self.conductor.previous()

    def action_jump(self) -> None:
        """To a question from the guide."""
        ask = JumpDialog(self.snapshot)
        self.app.push_screen(ask, lambda chosen: self.conductor.go(chosen) if chosen else None)

    def action_skip(self) -> None:
        """Skip this question, with a reason."""
        self.app.push_screen(SkipDialog(), lambda why: self.conductor.skip(why) if why else None)

    def action_flag(self) -> None:
        """Come back to this question."""
        self.conductor.flag()

    def action_missing(self) -> None:
        """What is missing, and from there to the question that fills most of it."""
        ask = MissingDialog(self.snapshot.gaps)
        self.app.push_screen(ask, lambda go: self.conductor.go_where_most_is_missing() if go else None)

    def action_emptiest(self) -> None:
        """To the question that fills most of what is missing."""
        self.conductor.go_where_most_is_missing()

    # --- marks and notes -----------------------------------------------------------------------------
    def action_probe(self, number: int) -> None:
        """This probe was asked."""
        if number <= len(self.snapshot.standing.question.probes):
            self.conductor.probe(number)

    def action_suggestion_asked(self) -> None:
        """The suggested probe was asked."""
        if self.sight.suggestion(self.snapshot):
            self.conductor.follow_up(asked=True)

    def action_facet(self) -> None:
        """From here on the answer is about a facet."""

        def mark(facet: Facet | None) -> None:
            if facet:
                self.conductor.facet(facet)

        self.app.push_screen(FacetDialog(), mark)

    def action_golden_quote(self) -> None:
        """Worth quoting."""
        self.conductor.golden_quote()

    def action_note(self) -> None:
        """Write on the note of this question."""
        if self._is_off():
            return
        standing = self.snapshot.standing
        question = standing.question.id
        self.app.push_screen(
            NoteDialog(question, standing.note, lambda text: self.conductor.note(text, question))
        )

    def _is_off(self) -> bool:
        """Whether it is off the record: then nothing is written down either."""
        off = self.snapshot.recording is Recording.OFF_THE_RECORD
        if off:
            self.notify(_("Off the record nothing is written down or taken in."), markup=False)
        return off

    def action_attach(self) -> None:
        """Keep a photo or a file, or watch a folder."""
        if self._is_off():
            return

        def take(wanted: Attached | None) -> None:
            if wanted and wanted.paths:
                self.conductor.attach(wanted.paths)
            if wanted and wanted.folder is not None and wanted.folder != self.snapshot.photo_folder:
                self.conductor.watch_photos(Path(wanted.folder) if wanted.folder else None)

        self.app.push_screen(AttachDialog(self.snapshot.photo_folder), take)

    def on_paste(self, event: events.Paste) -> None:
        """A file that is dropped on the terminal belongs to this answer."""
        if self.now and (paths := dropped_paths(event.text)):
            event.stop()
            self.conductor.attach(paths)

    def action_case(self) -> None:
        """Say which practice case the answer is about."""

        def choose(about: About | None) -> None:
            if about and about.case_id == NEW:
                self._write_case()
            elif about:
                self.conductor.about_case(about.case_id)

        self.app.push_screen(CaseDialog(self.snapshot.cases, self.snapshot.case), choose)

    def _write_case(self) -> None:
        def keep(draft: Draft | None) -> None:
            self._draft = None if draft and draft.keep else (draft.case if draft else self._draft)
            if draft and draft.keep:
                self.conductor.keep_case(draft.case)

        draft = self._draft or Case(company_id=self.snapshot.company.id, title="")
        self.app.push_screen(CaseForm(draft, topics_of(self.snapshot)), keep)

    def action_undo(self) -> None:
        """Take back what was done last."""
        self.conductor.undo()

    # --- the end -------------------------------------------------------------------------------------
    def action_end(self) -> None:
        """Round off; from there one can still come back."""
        from capture.screens.closing import ClosingScreen

        closing = ClosingScreen(self.conductor)

        def leave(_nothing: None) -> None:
            if closing.result:
                self.leave(True)

        self.app.push_screen(closing, leave)

    def leave(self, done: bool) -> None:
        """Leave this screen; ``result`` tells whether the conversation is over."""
        self.result = done
        self.dismiss()

    def action_back(self) -> None:
        """Leave for now; asks where sound is at stake."""
        if not self.now or not self.now.sound_at_stake:
            self.leave(False)
            return
        ask = Confirm(_("Leave the conversation?"), the_recording_stops(), _("Leave"), _("Stay here"))
        self.app.push_screen(ask, lambda sure: self.leave(False) if sure else None)

    async def action_leave_app(self) -> None:
        """Close Vakborg, as everywhere."""
        await self.app.action_quit()


def topics_of(now: Snapshot) -> Sequence[Topic]:
    """The topics of the modules that the conversation is about."""
    modules = {standing.module.id: standing.module for standing in now.standings}
    return [topic for module in modules.values() for topic in module.topics]
