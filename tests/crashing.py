"""A conversation in a process of its own, to be killed: records question M3-V2, and says who records.

``python -m tests.crashing FOLDER``: the microphone is the remembered one.
"""

import sys
import threading
from pathlib import Path

from capture.interviewing.conductor import Conductor
from capture.interviewing.state import Recording
from sessions.programme import open_programme
from tests.interviews import Listener
from transcripts.models import DEMO


def main() -> None:
    """Record until killed."""
    conductor, listener = Conductor(open_programme(Path(sys.argv[1])), "A1", DEMO), Listener()
    conductor.listen(listener)
    conductor.start()
    listener.until(lambda s: s.recording is Recording.READY)
    conductor.begin()
    conductor.go("M3-V2")
    conductor.record()
    listener.until(lambda s: s.recording is Recording.RUNNING)
    seen = listener.levels
    listener.until(lambda _s: listener.levels >= seen + 20)
    recorder = conductor._stage.sound._recorder
    assert recorder is not None
    print(recorder.pid, flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main()
