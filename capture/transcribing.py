"""Running the worker with a progress bar: what it tells, in words, and an ETA that this machine learnt."""

from dataclasses import dataclass

from capture.cli.progress import QueueBar
from capture.naming import duration
from capture.settings import read_settings
from sessions import errors
from sessions.fragments import answer_code
from sessions.i18n import gettext as _
from sessions.i18n import language
from sessions.interview import Answer, Clip, Session
from sessions.programme import Programme
from transcripts import events, pace
from transcripts.engines import Engine
from transcripts.models import DEMO, DEMO_WARNING
from transcripts.runner import WorkerProcess, give_back_interrupted
from transcripts.worker import Order


@dataclass
class Told:
    """What the worker told so far. Seconds are of sound, except ``work``."""

    names: dict[int, str]
    finished: int = 0
    aside: int = 0
    model: str = ""
    device: str = ""
    engine: str = ""
    waiting: float = 0.0
    before: float = 0.0
    clip: events.Started | None = None
    clip_done: float = 0.0
    sound: float = 0.0
    work: float = 0.0
    learnt: tuple[float, float] = (0.0, 0.0)

    def name(self, clip_id: int) -> str:
        """What people call a recording; its number where it was added after the start."""
        return self.names.get(clip_id, str(clip_id))

    @property
    def place(self) -> str:
        """Where it is computed, as far as the speed goes; openai-whisper's was learnt before there were others."""
        return self.device if self.engine in ("", Engine.OPENAI) else f"{self.device} {self.engine}"

    @property
    def done(self) -> float:
        """Seconds of sound that are done, of all that wait."""
        return min(self.waiting, self.before + self.clip_done)

    @property
    def eta(self) -> str:
        """How long it still takes, by this run's own speed, else by what this machine learnt before."""
        speed = self.sound / self.work if self.work else pace.learnt(self.model, self.place)
        if not speed:
            return _("measuring the speed…")
        return _("{time} to go").format(time=duration((self.waiting - self.done) / speed))


def transcribe(
    programme: Programme, session: str = "", model: str = "", device: str = "", engine: str = ""
) -> Told:
    """Work the queue off with a bar on stderr; Ctrl-C stops within a second and nothing is lost."""
    told = Told(_names(programme))
    order = Order(str(programme.folder), session, model, device, language(), engine or read_settings().engine)
    try:
        with WorkerProcess(order) as worker:
            _watch(worker, told)
    except KeyboardInterrupt as interrupt:
        give_back_interrupted(programme)
        given = [f"--model {model}"] * bool(model) + [f"--engine {engine}"] * bool(engine)
        again = " ".join(["vakborg transcribe", *given])
        said = _("Stopped. What was done is kept; go on with: {command}").format(command=again)
        raise KeyboardInterrupt(said) from interrupt
    return told


def _watch(worker: WorkerProcess, told: Told) -> None:
    with QueueBar() as bar:
        for event in worker:
            if line := _hear(told, event):
                bar.say(line)
            bar.update(told.done, told.waiting, _what(told), told.eta)


def _names(programme: Programme) -> dict[int, str]:
    with programme.store() as store:
        answers = {a.id: a for a in store.all(Answer)}
        sessions = {s.id: s for s in store.all(Session)}
        return {c.id: _name(c, answers[c.answer_id], sessions) for c in store.all(Clip)}


def _name(clip: Clip, answer: Answer, sessions: dict[int, Session]) -> str:
    code = answer_code(sessions[answer.session_id].code, answer.number, clip.number)
    return f"{code} {answer.question_id}"


def _what(told: Told) -> str:
    if told.clip:
        return told.name(told.clip.clip_id)
    return _("Loading the model {name}…").format(name=told.model) if told.model else _("Starting…")


def _hear(told: Told, event: events.Event) -> str:
    """Take an event in; gives a line to show, or nothing."""
    match event:
        case events.Loading(model, device):
            told.model, told.device = model, device
            return (
                _("Model: {name} ({warning})").format(name=model, warning=_(DEMO_WARNING))
                if model == DEMO
                else _("Model: {name}").format(name=model)
            )
        case events.Ready(waiting, engine, because):
            told.waiting, told.engine = waiting, engine
            if because:
                return _("The usual engine cannot be used: {reason} openai-whisper does it.").format(
                    reason=because
                )
        case events.Started():
            told.clip, told.clip_done = event, event.done
        case events.Progressed(_clip, done, work):
            told.sound += done - told.clip_done
            told.work += work
            told.clip_done = done
        case events.Finished(clip_id, segments):
            return _finished(told, clip_id, segments)
        case events.Failed(clip_id, reason, set_aside):
            return _failed(told, clip_id, reason, set_aside)
        case events.Stopped(kind, message, advice):
            raise getattr(errors, kind)(message, advice)
    return ""


def _finished(told: Told, clip_id: int, segments: int) -> str:
    told.finished += 1
    _put_behind(told)
    sound, work = told.sound - told.learnt[0], told.work - told.learnt[1]
    pace.learn(told.model, told.place, sound, work)
    told.learnt = (told.sound, told.work)
    if not segments:
        return _("✓ {name}: no speech found").format(name=told.name(clip_id))
    return _("✓ {name}: {n} fragments").format(name=told.name(clip_id), n=segments)


def _failed(told: Told, clip_id: int, reason: str, set_aside: bool) -> str:
    if not set_aside:
        told.clip, told.clip_done = None, 0.0
        return _("… {name} failed and is tried again: {reason}").format(
            name=told.name(clip_id), reason=reason
        )
    told.aside += 1
    _put_behind(told)
    return _("✗ {name} is set aside: {reason}").format(name=told.name(clip_id), reason=reason)


def _put_behind(told: Told) -> None:
    """The clip in hand is dealt with: all of its seconds count as done."""
    told.before += told.clip.seconds if told.clip else 0.0
    told.clip, told.clip_done = None, 0.0
