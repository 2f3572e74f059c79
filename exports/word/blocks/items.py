"""Test questions as proposals: what the learner reads, and the answer, in experts' own words."""

from collections.abc import Sequence

from exports.draft.model import AssessmentItem, ItemKind, Statement
from exports.word.blocks.chapter import Chapter
from exports.word.blocks.saying import say
from exports.word.styles import BODY, BULLET, LABEL, LEAD, UNWRITTEN
from sessions.i18n import N_

_FORMS = {
    ItemKind.ORDER: N_("Put the steps in order"),
    ItemKind.CAUSE: N_("Find the cause"),
    ItemKind.OPEN: N_("What would you do?"),
    ItemKind.TRUE_FALSE: N_("True or false?"),
}


def items(chapter: Chapter) -> None:
    """The proposals, by their form."""
    draft, _ = chapter.draft, chapter.labels
    chapter.heading(_("Test questions (proposals)"), 1)
    if not draft.items:
        chapter.unwritten(_("Still to be written: test questions."))
        return
    chapter.unwritten(
        _(
            "These are proposals to be rewritten: the words are the experts', not yet those of a test question."
        )
    )
    number = 0
    for kind, form in _FORMS.items():
        if of_kind := [item for item in draft.items if item.kind is kind]:
            chapter.heading(_(form), 2)
        for item in of_kind:
            number += 1
            _item(chapter, number, item)


def _item(chapter: Chapter, number: int, item: AssessmentItem) -> None:
    _ = chapter.labels
    heading = chapter.heading(_("Proposal {n}").format(n=number), 3)
    heading.text(" – " + _("to be rewritten"), UNWRITTEN)
    if item.asked:
        chapter.body.line(LEAD, item.asked)
    _told(chapter, item.given, listed=item.kind is ItemKind.ORDER)
    chapter.body.line(LEAD).text(_("Answer"), LABEL)
    if item.kind is ItemKind.ORDER:
        _in_order(chapter, item.answer)
    else:
        _told(chapter, item.answer)


def _told(chapter: Chapter, statements: Sequence[Statement], *, listed: bool = False) -> None:
    if listed:
        for statement in statements:
            say(chapter, chapter.body.line(BULLET), [statement])
    elif statements:
        say(chapter, chapter.body.line(BODY), statements)


def _in_order(chapter: Chapter, statements: Sequence[Statement]) -> None:
    numbered = chapter.body.numbered()
    for statement in statements:
        say(chapter, numbered.line(), [statement])
