"""What an expert answers, and what follows of it at once: what may become text again waits for it."""

from collections.abc import Iterable, Mapping

from sessions.people import ASKED_ELSEWHERE, WORDING, Expert, Permission
from sessions.store.people import keep_consent, refusing_text
from sessions.store.queue import wait_again
from sessions.store.store import Store


def keep_answers(
    store: Store,
    expert: Expert,
    answers: Mapping[Permission, bool],
    asked_by: str,
    *,
    wording: str = WORDING,
) -> int:
    """:func:`~sessions.store.people.keep_consent`; gives how many recordings wait again to become text, where the
    expert refused that until now."""
    with store.immediate():
        refused = expert.id in refusing_text(store)
        keep_consent(store, expert, answers, asked_by, wording=wording)
        again = refused and expert.id not in refusing_text(store)
        return len(wait_again(store, expert)) if again else 0


def permit_again(store: Store, expert: Expert, permissions: Iterable[Permission], asked_by: str = "") -> int:
    """:func:`~sessions.store.people.permit`, as :func:`keep_answers`."""
    return keep_answers(store, expert, dict.fromkeys(permissions, True), asked_by, wording=ASKED_ELSEWHERE)
