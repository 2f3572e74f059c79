"""Work instructions: numbered steps, with what makes or breaks them and why below each."""

from exports.draft.model import Instruction, Statement, Step
from exports.word.blocks.chapter import Chapter
from exports.word.blocks.saying import say
from exports.word.styles import STEP_NOTE


def instructions(chapter: Chapter) -> None:
    """A work instruction for each task of which an expert named the steps."""
    _ = chapter.labels
    chapter.heading(_("Work instruction"), 1)
    if not chapter.draft.instructions:
        chapter.unwritten(_("Still to be written: no expert has named the steps of a task yet."))
    for instruction in chapter.draft.instructions:
        _instruction(chapter, instruction)


def _instruction(chapter: Chapter, instruction: Instruction) -> None:
    _ = chapter.labels
    chapter.heading(instruction.title or instruction.task, 2)
    chapter.unwritten(_("The steps as {who} named them.").format(who=instruction.voice.label))
    if instruction.title:
        chapter.origin(instruction.task)
    numbered = chapter.body.numbered()
    for step in instruction.steps:
        say(chapter, numbered.line(), [step.step])
        _below(chapter, step)


def _below(chapter: Chapter, step: Step) -> None:
    _ = chapter.labels
    for statement in step.key_points:
        _note(chapter, _("Key point"), statement)
    for statement in step.reasons:
        _note(chapter, _("Reason"), statement)


def _note(chapter: Chapter, name: str, statement: Statement) -> None:
    say(chapter, chapter.body.line(STEP_NOTE), [statement], name)
