"""What the learner works towards, must know already, and why it matters."""

from exports.word.blocks.chapter import Chapter
from exports.word.blocks.saying import say
from exports.word.styles import BULLET, LEAD, QUOTE


def goals(chapter: Chapter) -> None:
    """The learning goals of the guide."""
    _ = chapter.labels
    heading = chapter.heading(_("Learning goals"), 1)
    if not chapter.number:
        heading.new_page()
    if not chapter.draft.goals:
        chapter.unwritten(_("Still to be written: the learning goals of this module."))
        return
    chapter.body.line(LEAD, _("The learner:"))
    for goal in chapter.draft.goals:
        chapter.body.line(BULLET, goal)


def prior(chapter: Chapter) -> None:
    """What the guide asks the learner to know; else the modules before this one, as a proposal."""
    draft, _ = chapter.draft, chapter.labels
    chapter.heading(_("What you should know already"), 1)
    for known in draft.prior:
        chapter.body.line(BULLET, known)
    if draft.prior:
        return
    chapter.unwritten(_("Still to be written: what the learner should know already."))
    if draft.earlier:
        modules = "; ".join(draft.earlier)
        chapter.unwritten(_("In the guide these modules come before it: {modules}.").format(modules=modules))


def quote(chapter: Chapter) -> None:
    """Why it matters, in the words of an expert."""
    _ = chapter.labels
    chapter.heading(_("Why it matters to the trade"), 1)
    if chapter.draft.quote:
        said = chapter.draft.quote.statements
        say(chapter, chapter.body.line(QUOTE), said, said[0].source.voice.label if said else "")
    else:
        line = chapter.unwritten(
            _(
                "Still to be chosen: a golden quote that shows why this module matters. In the review the key g "
                "chooses one, or: vakborg quote mark REFERENCE"
            )
        )
        chapter.body.comment(line, _("Which sentence of an expert shows best why this module matters?"))
