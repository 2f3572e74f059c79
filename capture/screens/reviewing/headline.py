"""What frames the review: who and how far at the top, the question, and the lines below the fragments."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from capture.naming import decimal, duration, state_name
from capture.reviewing.state import Answered, Left, Page
from capture.screens.reviewing.playing import Sound
from capture.screens.reviewing.wrapping import breaks
from capture.screens.showing import MUTED, plain, topic_title
from capture.wordreview.naming import standing_short
from sessions.fragments import clock
from sessions.guides.model import Guide
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.interview import AnswerState
from sessions.text import clean_line


def people(page: Page) -> Content:
    """Whose session it is."""
    reading = page.reading
    name = clean_line(f"{reading.session.code}  {reading.expert.name}")
    return Content.assemble(
        (_("Review"), "bold"), "  ", (name, "bold"), "  ", (clean_line(reading.company.name), MUTED)
    )


def progress(left: Left, seconds: float | None, room: int) -> Content:
    """How far the session is, and how long the rest takes, once that can be told; short where ``room`` asks it."""
    told = _("{done} of {all} looked at").format(done=left.checked, all=left.fragments)
    short = f"{left.checked}/{left.fragments}"
    if left.done and left.fragments:
        return _fitting([_("✔ the whole session was looked at"), f"✔ {short}"], room)
    if seconds is None:
        return _fitting([told, short], room)
    time = duration(max(60.0, seconds))
    to_go, about = _("about {time} to go").format(time=time), _("± {time}").format(time=time)
    return _fitting([f"{told} · {to_go}", f"{told} · {about}", f"{short} · {about}", short], room)


def _fitting(said: Sequence[str], room: int) -> Content:
    """The first that fits, else the last."""
    contents = [Content(text) for text in said]
    return next((c for c in contents if c.cell_length <= room), contents[-1])


def question(answered: Answered, guide: Guide, width: int, lines: int) -> Content:
    """The question at hand, and as many of its topics as fit whole."""
    reading = answered.reading
    topics = [topic_title(guide, slug) for slug in reading.question.topics]
    told = standing_short(answered.standing)
    agreed = f" ({told})" if told else ""
    text = clean_line(f"{reading.question.id}{agreed}  {reading.question.text}")
    for count in range(len(topics), 0, -1):
        said = "  " + ", ".join(topics[:count]) + (" …" if count < len(topics) else "")
        if len(breaks(text + said, width)) <= lines:
            return Content.assemble((text, "bold"), (said, MUTED))
    return Content.styled(text, "bold")


def left_lines(answered: Answered, whole: Left, width: int) -> Content:
    """What is left of the answer at hand, and of the session, in as many words as fit in ``width`` cells."""
    still = (_("Answer, still: {things}"), _("Session, still: {things}"))
    only = (_("Answer: {things}"), _("Session: {things}"))
    ways = ((still, things_left), (only, things_left), (still, things_in_short), (only, things_in_short))
    pairs = [
        (here.format(things=tell(answered.left)), everywhere.format(things=tell(whole)))
        for (here, everywhere), tell in ways
    ]
    chosen = next((p for p in pairs if max(Content(line).cell_length for line in p) <= width), pairs[-1])
    return Content.assemble(chosen[0], "\n", (chosen[1], MUTED))


def things_in_short(left: Left) -> str:
    """The same as :func:`things_left` in a few letters each: also figures of four digits fit in 78 cells."""
    parts = [
        (left.fragments - left.checked, _("{n} frag.")),
        (left.doubts, _("{n} dbt.")),
        (left.proposals, _("{n} prop.")),
        (left.topics, _("{n} top.")),
        (left.values, _("{n} val.")),
        (left.conflicts, _("{n} confl.")),
    ]
    return " ".join(words.format(n=count) for count, words in parts if count) or _("nothing ✔")


def things_left(left: Left) -> str:
    """What is still to be looked at or settled, in words."""
    n = left.fragments - left.checked
    parts = [
        (n, ngettext("{n} fragment", "{n} fragments", n)),
        (left.doubts, ngettext("{n} word in doubt", "{n} words in doubt", left.doubts)),
        (left.proposals, ngettext("{n} proposal", "{n} proposals", left.proposals)),
        (left.topics, ngettext("{n} topic", "{n} topics", left.topics)),
        (left.values, ngettext("{n} value", "{n} values", left.values)),
        (left.conflicts, ngettext("{n} conflict", "{n} conflicts", left.conflicts)),
    ]
    told = [words.format(n=count) for count, words in parts if count]
    return ", ".join(told) or _("nothing ✔")


def sound_line(sound: Sound) -> Content:
    """What is heard: where in the recording, how fast, and whether it repeats."""
    sign = _("‖ paused") if sound.paused else _("▶ playing")
    parts = [f"{sign} {clock(sound.at)}", _("speed {x}").format(x=decimal(sound.speed, "0.0"))]
    if sound.loop:
        parts.append(_("repeating"))
    return Content("  ".join(parts))


def undo_line(page: Page, keys: Mapping[str, str]) -> Content:
    """What would be taken back, or done again."""
    parts = []
    if "undo" not in keys:  # somebody types
        return Content(_("Enter keeps it and the fragment is right, Esc leaves it as it was."))
    if page.undo:
        parts.append(_("{key} takes back: {what}").format(key=keys["undo"], what=clean_line(page.undo)))
    if page.redo:
        parts.append(
            _("{key} does again: {what}").format(key=keys.get("review_redo", ""), what=clean_line(page.redo))
        )
    return Content.styled("   ".join(parts), MUTED)


def nothing_to_read(page: Page) -> Content:
    """What stands in the place of the fragments where there are none."""
    if page.answer is None:
        return Content(
            _("There are no answers yet. They come from the conversation, or from: vakborg import")
        )
    answer = page.answer
    if reason := clean_line(answer.answer.skipped_because):
        return Content(_("skipped: {reason}").format(reason=reason))
    if answer.refused and answer.clips:
        return Content(_("The expert does not permit that this becomes text."))
    if answer.state is AnswerState.FAILED:
        reasons = " ".join(clean_line(r) for r in answer.reasons)
        return plain(
            _("Set aside: {reason}").format(reason=reasons) + " " + _("Once more: vakborg transcribe --retry")
        )
    if answer.state is AnswerState.WITHDRAWN:
        return Content(_("What was said here was taken out; it can be asked again."))
    if answer.clips and answer.state is not AnswerState.TRANSCRIBED:
        return Content(_("This recording has no text yet: vakborg transcribe"))
    if answer.clips:
        return Content(_("No speech was found in this recording."))
    return Content(_("Nothing was recorded for this question.") + f" ({state_name(answer.state)})")
