"""What must hold between the parts of a guide: ids are unique and well formed, each name leads somewhere."""

import re
from collections.abc import Iterable, Iterator

from sessions.guides.faults import Faults, did_you_mean
from sessions.guides.lines import Place
from sessions.guides.model import Guide
from sessions.i18n import gettext as _

_SLUG = re.compile(r"[a-z0-9-]+")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")  # ids become file names
_LANGUAGE = re.compile(r"[a-z]{2,3}")

_MOST_LEVELS = 4
"""Ambition levels that a path of a learning platform can have."""

Named = list[tuple[Place, str]]


def check(guide: Guide, faults: Faults) -> None:
    """Add to ``faults`` whatever is wrong between the parts of ``guide``."""
    _check_names(guide, faults)
    _check_filled(guide, faults)
    _check_topics(guide, faults)
    _check_follow_ups(guide, faults)
    _check_levels(guide, faults)


def _check_names(guide: Guide, faults: Faults) -> None:
    topics, questions = _topics(guide), _questions(guide)
    modules: Named = [(("modules", m, "id"), module.id) for m, module in enumerate(guide.modules)]
    follow_ups: Named = [(("follow_ups", f, "id"), rule.id) for f, rule in enumerate(guide.follow_ups)]
    _check_form(
        [(("language",), guide.language)], _LANGUAGE, _("two or three small letters, such as nl"), faults
    )
    _check_form(topics, _SLUG, _("small letters, digits and hyphens only"), faults)
    ids: Named = [(("id",), guide.id), *modules, *questions, *follow_ups]
    _check_form(ids, _ID, _("letters, digits, points, hyphens and underscores only"), faults)
    for named in (topics, questions, modules, follow_ups):
        _check_unique(named, faults)


def _topics(guide: Guide) -> Named:
    return [
        (("modules", m, "topics", t, "slug"), topic.slug)
        for m, module in enumerate(guide.modules)
        for t, topic in enumerate(module.topics)
    ]


def _questions(guide: Guide) -> Named:
    return [
        (("modules", m, "questions", q, "id"), question.id)
        for m, module in enumerate(guide.modules)
        for q, question in enumerate(module.questions)
    ]


def _check_form(named: Named, pattern: re.Pattern[str], rule: str, faults: Faults) -> None:
    for place, name in named:
        if not pattern.fullmatch(name):
            faults.add(place, _('"{name}" cannot be used: {rule}').format(name=name, rule=rule))


def _check_unique(named: Named, faults: Faults) -> None:
    """Names that differ only in case count as the same: people type them, and Windows files are named so."""
    seen: set[str] = set()
    for place, name in named:
        if name.casefold() in seen:
            faults.add(place, _('"{name}" is used twice').format(name=name))
        seen.add(name.casefold())


def _check_filled(guide: Guide, faults: Faults) -> None:
    for place, items in _lists_to_fill(guide):
        if not items:
            faults.add(place, _("there must be at least one of these"))


def _lists_to_fill(guide: Guide) -> Iterator[tuple[Place, Iterable[object]]]:
    yield ("modules",), guide.modules
    for m, module in enumerate(guide.modules):
        yield ("modules", m, "topics"), module.topics
        yield ("modules", m, "questions"), module.questions
        for q, question in enumerate(module.questions):
            yield ("modules", m, "questions", q, "topics"), question.topics


def _check_topics(guide: Guide, faults: Faults) -> None:
    for place, slug in _topics_named(guide):
        if guide.topics and slug not in guide.topics:  # without any, that one mistake says enough
            what = _('there is no topic "{name}"').format(name=slug)
            faults.add(place, did_you_mean(what, slug, list(guide.topics)))


def _topics_named(guide: Guide) -> Iterator[tuple[Place, str]]:
    for m, module in enumerate(guide.modules):
        for q, question in enumerate(module.questions):
            for n, slug in enumerate(question.topics):
                yield ("modules", m, "questions", q, "topics", n), slug
    for g, term in enumerate(guide.glossary):
        for n, slug in enumerate(term.topics):
            yield ("glossary", g, "topics", n), slug


def _check_follow_ups(guide: Guide, faults: Faults) -> None:
    for f, rule in enumerate(guide.follow_ups):
        if not rule.said and rule.fewer_words_than <= 0 and not rule.number_without:
            what = _("this is never asked: give said, fewer_words_than or number_without")
            faults.add(("follow_ups", f), what)


def _check_levels(guide: Guide, faults: Faults) -> None:
    """A guide without levels says nothing about them; then no module can name one."""
    _check_unique([(("levels", n), level) for n, level in enumerate(guide.levels)], faults)
    if len(guide.levels) > _MOST_LEVELS:
        what = _("there are {count} levels; a path has at most {most}")
        faults.add(("levels",), what.format(count=len(guide.levels), most=_MOST_LEVELS))
    for m, module in enumerate(guide.modules):
        if module.level and module.level not in guide.levels:
            what = _('there is no level "{name}"').format(name=module.level)
            faults.add(("modules", m, "level"), did_you_mean(what, module.level, list(guide.levels)))
