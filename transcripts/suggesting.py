"""Suggestions renewed in a process of its own: training takes a second or two of a whole core.

The child reads one order from its standard input, tells on its standard output how it ended, and dies with
its parent.
"""

import json
import os
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from sessions.children import last_words, start_child
from sessions.errors import TranscriptionError, VakborgError
from sessions.i18n import gettext as _
from sessions.i18n import language, set_language
from sessions.programme import Programme, open_programme


@dataclass(frozen=True)
class Order:
    """What the child is asked to do: ``session`` is a code, empty for all; ``language`` that of its messages."""

    programme: str
    session: str
    language: str


@dataclass(frozen=True)
class Outcome:
    """How it ended: so many labels ``changed``, or why it ``failed``, and what to do about that."""

    changed: int = 0
    failed: str = ""
    advice: str = ""


def suggest_again(programme: Programme, code: str = "") -> int:
    """Renew the suggestions of the session ``code``, or of all, and wait for it; gives how many labels changed.

    Takes seconds: call it from a thread. Raises :class:`VakborgError`.
    """
    order = Order(str(programme.folder), code, language())
    with tempfile.TemporaryFile() as errors, start_child("transcripts.suggesting", errors) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        with suppress(OSError):  # it is gone already: below is told why
            child.stdin.write(json.dumps(asdict(order)) + "\n")
            child.stdin.flush()
        line = child.stdout.readline()
        code_ = child.wait()
        return _changed(line, last_words(code_, errors))


def _changed(line: str, why: str) -> int:
    outcome = Outcome(**json.loads(line)) if line else Outcome(failed=_stopped(why))
    if outcome.failed:
        raise TranscriptionError(outcome.failed, outcome.advice)
    return outcome.changed


def _stopped(why: str) -> str:
    return _("The topics could not be suggested anew ({reason}).").format(reason=why)


def main() -> None:
    """Read the order, renew, and tell."""
    pipe = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print must not get between
    order = Order(**json.loads(sys.stdin.readline()))
    threading.Thread(target=_die_with_parent, daemon=True).start()
    set_language(order.language)
    with pipe:
        pipe.write(json.dumps(asdict(carry_out(order))) + "\n")


def carry_out(order: Order) -> Outcome:
    """Renew what ``order`` asks for."""
    from sessions.store.interviews import find_session
    from transcripts.cores import give_way
    from transcripts.renewing import renew

    give_way()
    try:
        with open_programme(Path(order.programme)).store() as store:
            session = find_session(store, order.session) if order.session else None
            return Outcome(changed=renew(store, session))
    except VakborgError as error:
        return Outcome(failed=error.message, advice=error.advice)


def _die_with_parent() -> None:
    sys.stdin.read()
    os._exit(1)  # what is written is whole: each answer is one transaction


if __name__ == "__main__":
    main()
