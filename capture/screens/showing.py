"""What was said or typed, as content for the screen: never markup, never a control character.

Nothing here is told by colour alone: ● counts, ○ is only suggested, an underlined word was hardly
heard, and everything else is said in words.
"""

from textual.content import Content

from sessions import facets
from sessions.fragments import Fragment, clock
from sessions.guides.model import Guide
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.release import Release
from sessions.text import clean, clean_line
from sessions.timing import unsure
from sessions.transcript import Doubt, Role, Segment, Tag, TagOrigin

MUTED = "$secondary"  # $text-muted has no colour of its own inside content: it comes out black

DOUBTS = {
    Doubt.REPETITION: N_("in doubt: the model repeated itself here; listen before you use it"),
    Doubt.LOW_CONFIDENCE: N_("in doubt: the model hardly heard this; listen before you use it"),
}


def plain(text: str) -> Content:
    """``text`` as it is, without anything that drives a terminal."""
    return Content(clean(text))


def fragment(said: Fragment, guide: Guide) -> Content:
    """A fragment: when, whose voice if not the expert's, the words, its topics, facet and doubts."""
    head = Content.styled(clock(said.segment.start) + "  ", MUTED)
    return Content("\n").join([head + _voice(said.segment), *_notes(said, guide), Content("")])


def _voice(segment: Segment) -> Content:
    words = spoken(segment)
    if segment.role is Role.EXPERT:
        return words
    name = clean_line(segment.speaker)
    who = _("Interviewer ({name}):").format(name=name) if name else _("Interviewer:")
    return Content.styled(who, "bold") + " " + words.stylize("italic")


def spoken(segment: Segment) -> Content:
    """The text with the hardly heard words underlined."""
    content = Content(clean(segment.text))
    for start, end in unsure(segment):
        content = content.stylize("underline", start, end)
    return content


def hardly_heard(segment: Segment) -> bool:
    """Whether any word of it is underlined."""
    return any(span.style == "underline" for span in spoken(segment).spans)


def _notes(said: Fragment, guide: Guide) -> list[Content]:
    notes = [note for tag in said.tags if (note := _topic(said, tag, guide))]
    if said.facet:
        told = _("facet: {name}").format(name=facets.label(said.facet))
        told = told if said.facet_settled else told + " " + _("(proposal)")
        notes.append(Content.styled(told, MUTED))
    if said.segment.doubt is not Doubt.NONE:
        notes.append(Content.styled("! " + _(DOUBTS[said.segment.doubt]), "$text-warning"))
    if said.segment.release is Release.STRUCK:
        notes.append(Content.styled(_("struck: it goes into no document"), "$text-warning"))
    return notes


def _topic(said: Fragment, tag: Tag, guide: Guide) -> Content | None:
    """A label in words; None for one that does not count, or that the question gives to every fragment."""
    title = topic_title(guide, tag.topic)
    if tag.accepted is False:
        return Content.styled(_("× not: {topic}").format(topic=title), MUTED)
    if tag in said.suggestions:
        return Content.styled(_("○ suggested: {topic}").format(topic=title), MUTED) + _because(said, tag)
    if tag.topic not in said.topics or _given_to_all(said, tag):
        return None
    return Content.styled(_("● {topic}").format(topic=title), MUTED)


def _given_to_all(said: Fragment, tag: Tag) -> bool:
    inherited = tag.origin is TagOrigin.QUESTION and tag.accepted is None and not said.causes(tag)
    return inherited and len(said.question.topics) == 1


def _because(said: Fragment, tag: Tag) -> Content:
    words = ", ".join(f"“{clean_line(word)}”" for word in said.causes(tag))
    if not words:
        return Content("")
    return Content.styled(" " + _("(heard: {words})").format(words=words), MUTED)


def topic_title(guide: Guide, slug: str) -> str:
    """What people call a topic; its slug where the guide does not know it."""
    topic = guide.topics.get(slug)
    return clean_line(topic.title if topic else slug)
