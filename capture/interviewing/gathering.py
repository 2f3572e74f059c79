"""What is gathered beside the sound: photos and other files, dropped, named or synced by a phone."""

from collections.abc import Callable
from pathlib import Path

from capture.interviewing import attaching
from capture.interviewing.attaching import Files, Moment, PhotoFolder, at_home
from capture.interviewing.conversation import Conversation
from capture.interviewing.sound import Sound
from capture.interviewing.state import Recording
from sessions.errors import VakborgError
from sessions.i18n import gettext as _
from sessions.interview import Attachment, Case
from sessions.programme import Programme


class Gathering:
    """The files of one conversation. ``bring`` takes something back to the conductor's thread, ``tell`` what
    is wrong with a file, ``say`` a line to the interviewer."""

    def __init__(
        self,
        programme: Programme,
        talk: Conversation,
        sound: Sound,
        bring: Callable[[Callable[[float], None]], None],
        tell: Callable[[VakborgError], None],
        say: Callable[[str], None],
    ) -> None:
        self._programme = programme
        self._talk = talk
        self._sound = sound
        self._bring = bring
        self._say = say
        self._photos: PhotoFolder | None = None
        self._files = Files(programme, lambda kept: bring(lambda _at: self._attached(kept)), tell)

    @property
    def folder(self) -> str:
        """The folder that is watched for photos; empty where none is."""
        return str(self._photos.folder) if self._photos else ""

    def close(self) -> None:
        """Take in what was asked, and no more."""
        self._files.close()

    def tick(self, at: float) -> None:
        """Look for photos that came."""
        if self._photos:
            self._look_at(self._photos, at)

    def _look_at(self, folder: PhotoFolder, at: float) -> None:
        """A photo that comes while it is off the record stays where it is, also afterwards."""
        if self._sound.state is Recording.OFF_THE_RECORD:
            if folder.pass_over():
                self._say(_("A photo came while it was off the record: it is left where it is."))
        elif photos := folder.arrived():
            self.attach(photos, at)

    def attach(self, paths: list[Path], at: float) -> None:
        """Keep these files with the answer at hand."""
        position = self._sound.position(at)
        moment = Moment(position.clip_id, position.at) if position else Moment()
        self._files.take(self._talk.session, self._talk.answer, paths, moment)

    def _attached(self, kept: Attachment) -> None:
        programme, store = self._programme, self._talk.store
        self._talk.undoing.did(_("file"), lambda _at: attaching.take_back(programme, store, kept))
        self._say(_("Kept with this answer: {file}").format(file=kept.original_name))

    def keep_case(self, case: Case) -> None:
        """Keep a practice case; its photos are copied first, the answer at hand then is the one it is for."""
        question = self._talk.question.id
        self._files.take_case(
            self._talk.session,
            case,
            lambda whole: self._bring(lambda _at: self._talk.keep_case(whole, question)),
        )

    def watch(self, folder: Path | None) -> None:
        """Take in what comes new in ``folder``."""
        self._photos = PhotoFolder(at_home(folder)) if folder else None
