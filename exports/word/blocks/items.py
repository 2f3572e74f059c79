"""Test questions as proposals: what the learner reads, and the answer, in experts' own words."""

from collections.abc import Sequence

from exports.draft.model import AssessmentItem, ItemKind, Source, Statement, Voice
from exports.word.blocks.chapter import Chapter
from exports.word.blocks.saying import refer, say
from exports.word.styles import BODY, BULLET, LABEL, LEAD, UNWRITTEN
from sessions.i18n import N_
from sessions.text import clean_line

_FORMS = {
    ItemKind.ORDER: N_("Put the steps in order"),
    ItemKind.CAUSE: N_("Find the cause"),
    ItemKind.OPEN: N_("What would you do?"),
    ItemKind.TRUE_FALSE: N_("True or false?"),
}
_DECIDE = {
    ItemKind.ORDER: N_("Which of these do you use? Look whether another order would be right too."),
    ItemKind.CAUSE: N_("Which of these do you use? Look whether another cause would be right too."),
    ItemKind.OPEN: N_("Which of these do you use? Write the situation, and which answers are right."),
    ItemKind.TRUE_FALSE: N_(
        "Which of these do you use? As they stand they are all true: make some of them false."
    ),
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
            chapter.body.comment(chapter.heading(_(form), 2), _(_DECIDE[kind]))
        for item in of_kind:
            number += 1
            _item(chapter, number, item)


def _item(chapter: Chapter, number: int, item: AssessmentItem) -> None:
    _ = chapter.labels
    name = _("Proposal {n}: {topic}") if item.topic else _("Proposal {n}")
    heading = chapter.heading(name.format(n=number, topic=item.topic), 3)
    heading.text(" – " + _("to be rewritten"), UNWRITTEN)
    if item.asked:
        chapter.origin(item.asked)
    _given(chapter, item)
    answer = chapter.body.line(LEAD).text(_("Answer"), LABEL)
    if item.kind is ItemKind.ORDER:
        _in_order(chapter, item.answer)
    elif item.kind is ItemKind.TRUE_FALSE:
        answer.text(": ", LABEL).text(_("true, for this is what they say:"), UNWRITTEN)
        _why(chapter, item)
    else:
        _by_expert(chapter, item.answer)


def _given(chapter: Chapter, item: AssessmentItem) -> None:
    if item.kind is ItemKind.ORDER:
        for statement in item.given:
            say(chapter, chapter.body.line(BULLET), [statement])
    elif item.given:
        say(chapter, chapter.body.line(BODY), item.given)


def _in_order(chapter: Chapter, statements: Sequence[Statement]) -> None:
    numbered = chapter.body.numbered()
    for statement in statements:
        say(chapter, numbered.line(), [statement])


def _by_expert(chapter: Chapter, statements: Sequence[Statement]) -> None:
    """The answer of each expert in a paragraph of its own."""
    told: dict[tuple[Voice, ...], list[Statement]] = {}
    for statement in statements:
        told.setdefault(statement.voices, []).append(statement)
    for voices, said in told.items():
        say(chapter, chapter.body.line(BODY), said, ", ".join(voice.label for voice in voices))


def _why(chapter: Chapter, item: AssessmentItem) -> None:
    """Everybody who says it, each in the words that they spoke."""
    if item.answer:
        _by_expert(chapter, item.answer)
        return
    for source in (source for statement in item.given for source in statement.sources):
        _spoken(chapter, source)


def _spoken(chapter: Chapter, source: Source) -> None:
    line = chapter.body.line(BODY).text(f"{source.voice.label}: ", LABEL)
    refer(chapter, line.text(clean_line(source.spoken) + " "), source.segment_id, source.reference)
