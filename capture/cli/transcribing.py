"""``vakborg transcribe``: works the queue off, shows how far it is, stops at once on Ctrl-C."""

from collections.abc import Sequence

import click

from capture.cli.context import Desk, pass_desk, say
from capture.transcribing import transcribe
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.interview import Session
from sessions.jobs import JobState
from sessions.store import Store, queue
from sessions.store.aligning import estimated
from sessions.store.carrying import carried_fragments, open_conflicts
from sessions.store.interviews import find_session
from sessions.transcript import Conflict, Transcript, TranscriptState
from transcripts.engines import Engine
from transcripts.models import DEMO, present, resolve, while_talking


@click.command(
    "transcribe",
    help=_("Turn the waiting recordings into text, on this machine. Interrupted, it goes on where it was."),
)
@click.option("--session", "code", default="", metavar="ID", help=_("Only this session."))
@click.option(
    "--model", default="", metavar=_("NAME"), help=_("A model or a checkpoint file; see: vakborg models")
)
@click.option(
    "--device",
    type=click.Choice(["cpu", "cuda"]),
    help=_("Where to compute (default: the GPU where there is one)."),
)
@click.option(
    "--engine",
    type=click.Choice([engine.value for engine in Engine]),
    help=_(
        "exact: as openai, sooner (default on the processor for models of up to 1 GB); "
        "fast: rounded, much sooner; openai: the reference."
    ),
)
@click.option("--retry", is_flag=True, help=_("Try once more what was set aside."))
@click.option(
    "--again",
    is_flag=True,
    help=_("Transcribe once more what was transcribed before; all that people corrected and settled stays."),
)
@pass_desk
def transcribe_command(
    desk: Desk, code: str, model: str, device: str | None, engine: str | None, retry: bool, again: bool
) -> int:
    programme = desk.programme()
    if again and model:
        resolve(model)  # before what is there is asked for once more
    with programme.store() as store:
        session = find_session(store, code) if code else None
        if retry:
            queue.retry_set_aside(store, session)
        if again:
            _tell_again(len(queue.transcribe_again(store, session)))
        standing = queue.standing(store, session)
        before = _Before(store, session, model)
    if not standing[JobState.QUEUED] + standing[JobState.RUNNING]:
        say(_("Nothing waits to be transcribed."))
        model = model or _model_for_times()
        if not before.estimated or not model:
            _tell_aside(standing[JobState.SET_ASIDE])
            return 0
    told = transcribe(programme, session.code if session else "", model, device or "", engine or "")
    n = told.finished
    if n or not before.estimated:
        say(ngettext("{n} recording transcribed.", "{n} recordings transcribed.", n).format(n=n))
    with programme.store() as store:
        before.tell_difference(store)
    _tell_aside(told.aside)
    return 1 if told.aside else 0


def _model_for_times() -> str:
    """A model that is there, for what people wrote where nothing else waits; for that none is asked for."""
    return while_talking().name if any(not model.is_demo for model in present()) else ""


class _Before:
    """What there was before the worker began, to tell what it did with the corrections of people."""

    def __init__(self, store: Store, session: Session | None, model: str) -> None:
        self._session = session
        self._demo = model == DEMO
        self._current = {t.id for t in store.all(Transcript, state=TranscriptState.CURRENT)}
        self.estimated = self._estimated(store)

    def _estimated(self, store: Store) -> int:
        return sum(1 for _one in estimated(store, self._session, demo=self._demo))

    def tell_difference(self, store: Store) -> None:
        """How much was carried over, what is to be asked, and what got its times from the sound."""
        new = [t for t in store.all(Transcript, state=TranscriptState.CURRENT) if t.id not in self._current]
        _tell_carried(carried_fragments(store, new))
        _tell_asked(open_conflicts(store, self._session))
        _tell_laid(self.estimated - self._estimated(store))


def _tell_again(n: int) -> None:
    text = ngettext(
        "{n} recording is transcribed again; what people did in its text stays.",
        "{n} recordings are transcribed again; what people did in their texts stays.",
        n,
    )
    say(text.format(n=n))


def _tell_carried(n: int) -> None:
    if n:
        text = ngettext(
            "{n} fragment that a person had worked on was carried over.",
            "{n} fragments that people had worked on were carried over.",
            n,
        )
        say(text.format(n=n))


def _tell_asked(conflicts: Sequence[Conflict]) -> None:
    if conflicts:
        n = len(conflicts)
        text = ngettext(
            "At {n} place the model now hears something else than a person wrote; the person's words stand. "
            "Look at it in the review.",
            "At {n} places the model now hears something else than a person wrote; the person's words stand. "
            "Look at them in the review.",
            n,
        )
        say(text.format(n=n))


def _tell_laid(n: int) -> None:
    if n > 0:
        text = ngettext(
            "{n} corrected fragment was laid to its sound again.",
            "{n} corrected fragments were laid to their sound again.",
            n,
        )
        say(text.format(n=n))


def _tell_aside(n: int) -> None:
    if n:
        text = ngettext(
            "{n} recording was set aside; try it again with: vakborg transcribe --retry",
            "{n} recordings were set aside; try them again with: vakborg transcribe --retry",
            n,
        )
        say(text.format(n=n))
