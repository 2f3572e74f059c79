"""Golden quotes: choosing a fragment that shows why a module matters, and taking that back."""

from collections.abc import Iterable

from sessions.errors import UsageRefused
from sessions.fragments import Fragment
from sessions.i18n import gettext as _
from sessions.interview import Marker
from sessions.quoting import mark_of, quoted
from sessions.store.store import Store


def golden_marks(store: Store, fragments: Iterable[Fragment]) -> dict[int, tuple[Marker, ...]]:
    """The marks by the id of the fragment that they mean; only of ``fragments``, which are whole answers."""
    said = list(fragments)
    return quoted(said, store.all(Marker, answer_id=list({f.answer.id for f in said})))


def mark_golden(store: Store, fragment: Fragment, answer: Iterable[Fragment]) -> bool:
    """Choose ``fragment`` of ``answer``; gives whether it was not chosen yet.

    Raises :class:`UsageRefused` for what can stand in no draft: no expert's words, or struck ones.
    """
    if not fragment.usable:
        raise UsageRefused(
            _("Only words of the expert that are not struck can be a golden quote."),
            _("Nothing was changed."),
        )
    with store.immediate():
        if fragment.segment.id in golden_marks(store, answer):
            return False
        store.add(mark_of(fragment))
    return True


def unmark_golden(store: Store, fragment: Fragment, answer: Iterable[Fragment]) -> bool:
    """Take back that ``fragment`` of ``answer`` was chosen; gives whether it was."""
    with store.immediate():
        marks = golden_marks(store, answer).get(fragment.segment.id, ())
        for mark in marks:
            store.delete(mark)
    return bool(marks)
