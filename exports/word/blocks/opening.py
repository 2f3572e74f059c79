"""The facts about a draft: what it is, for whom, who contributed and how far it is."""

from collections.abc import Sequence, Set

from exports.draft.model import Draft, Voice
from exports.labels import MADE_BY_DEMO, Labels
from exports.word.blocks.chapter import Chapter, detail
from exports.word.body import Body
from exports.word.styles import NOTE, UNWRITTEN
from sessions.i18n import N_
from sessions.release import Release

WORDS_PER_MINUTE = 238
"""Adults read non-fiction in silence at 238 words a minute on average (190 studies, English: M. Brysbaert, 2019,
How many words do we read per minute?, Journal of Memory and Language 109, 104047)."""

_AUDIENCES = {
    Release.PARTNERS: N_("the companies of this programme"),
    Release.FREE: N_("everybody"),
}


def facts(chapter: Chapter, covered: Set[str] = frozenset()) -> None:
    """What a module's draft is, and how far it is, but for what the cover says: "programme", "version", "date"."""
    draft, _ = chapter.draft, chapter.labels
    if not chapter.number:
        _of_document(chapter.body, [draft], _, covered)
    chapter.detail(_("Module"), draft.module_id)
    _level(chapter)
    _study_time(chapter)
    _version(chapter, covered)
    chapter.detail(_("Based on"), _counts(draft, _))
    for voice in draft.voices:
        chapter.detail(_("Expert {code}").format(code=voice.code), who(voice, _))
    if state := _state(draft, _):
        chapter.detail(_("State"), " · ".join(state))
    if draft.demo:
        chapter.body.line(NOTE, _(MADE_BY_DEMO))


def shared_facts(body: Body, drafts: Sequence[Draft], _: Labels, covered: Set[str] = frozenset()) -> None:
    """What a document with several modules is, and for whom, but for what the cover says."""
    _of_document(body, drafts, _, covered)
    if "date" not in covered:
        detail(body, _("Date"), _.date(drafts[0].made_at.date()))


def _of_document(body: Body, drafts: Sequence[Draft], _: Labels, covered: Set[str]) -> None:
    if "programme" not in covered:
        detail(body, _("Programme"), drafts[0].programme)
    for audience in dict.fromkeys(draft.audience for draft in drafts):
        if audience in _AUDIENCES:
            detail(body, _("For whom"), _(_AUDIENCES[audience]))
    guides = dict.fromkeys((draft.guide_title, draft.guide_version) for draft in drafts)
    for title, version in guides:
        guide = _("{title}, version {version}").format(title=title, version=version)
        detail(body, _("Guide"), guide)


def who(voice: Voice, _: Labels) -> str:
    """An expert as permitted, with company and machines."""
    return " · ".join((_.with_company(voice.name, voice.company), *voice.machines))


def reading_minutes(words: int) -> int:
    """Minutes to read ``words`` once, at least one; see :data:`WORDS_PER_MINUTE`."""
    return max(1, round(words / WORDS_PER_MINUTE))


def _level(chapter: Chapter) -> None:
    _ = chapter.labels
    if chapter.draft.level:
        chapter.detail(_("Level"), chapter.draft.level)
    else:
        chapter.detail(_("Level"), "").text(_("still to be chosen"), UNWRITTEN)


def _version(chapter: Chapter, covered: Set[str]) -> None:
    draft, _ = chapter.draft, chapter.labels
    day = _.date(draft.made_at.date())
    if "version" not in covered:
        version = _("{version}, made on {date}")
        chapter.detail(_("Version"), version.format(version=draft.version, date=day))
    elif "date" not in covered:
        chapter.detail(_("Date"), day)


def _study_time(chapter: Chapter) -> None:
    draft, _ = chapter.draft, chapter.labels
    if draft.study_time:
        chapter.detail(_("Study time"), draft.study_time)
    else:
        chapter.detail(_("Study time"), "").text(_("still to be estimated"), UNWRITTEN)
    if draft.counts.words:
        chapter.detail(_("Reading only"), _reading(draft.counts.words, _))


def _reading(words: int, _: Labels) -> str:
    return _.ngettext("about {n} minute", "about {n} minutes", reading_minutes(words))


def reading_source(words: int, _: Labels) -> str:
    """How the reading time was found."""
    return _(
        "Reading time: {words} words at {speed} words a minute (Brysbaert 2019, measured in English)."
    ).format(words=words, speed=WORDS_PER_MINUTE)


def _counts(draft: Draft, _: Labels) -> str:
    if not draft.voices:
        return _("nothing yet")
    return ", ".join(
        (
            _.ngettext("{n} statement", "{n} statements", draft.counts.statements),
            _.ngettext("{n} expert", "{n} experts", len(draft.voices)),
            _.ngettext("{n} company", "{n} companies", len(draft.companies)),
        )
    )


def _state(draft: Draft, _: Labels) -> list[str]:
    counts = draft.counts
    facts = []
    if counts.answers:
        facts.append(_("{n} of {all} answers approved").format(n=counts.approved, all=counts.answers))
    if counts.unchecked:
        text = _("as the computer understood it; {n} of {all} statements not looked at yet")
        facts.append(text.format(n=counts.unchecked, all=counts.statements))
    if counts.doubtful:
        facts.append(_.ngettext("{n} statement to listen to", "{n} statements to listen to", counts.doubtful))
    if counts.withheld:
        facts.append(
            _.ngettext(
                "{n} fragment not released yet, and not in here",
                "{n} fragments not released yet, and not in here",
                counts.withheld,
            )
        )
    return facts
