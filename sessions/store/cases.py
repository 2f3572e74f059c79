"""Practice cases: the jobs that companies bring in, found by name, changed, released and taken away."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from sessions.errors import TakenBack, UsageRefused
from sessions.finding import find_named
from sessions.guides import library
from sessions.guides.model import Guide, Topic
from sessions.i18n import gettext as _
from sessions.interview import Answer, Attachment, Case
from sessions.people import Company
from sessions.release import LEVELS, Release
from sessions.store.interviews import guides_used
from sessions.store.people import company_named
from sessions.store.photos import checked_caption
from sessions.store.store import Store
from sessions.text import clean_line, fold


@dataclass(frozen=True)
class KnownCase:
    """A case with its company, and how many answers are about it."""

    case: Case
    company: Company
    answers: int = 0


def known_cases(store: Store) -> list[KnownCase]:
    """All of the programme, by company and title."""
    companies = {c.id: c for c in store.all(Company)}
    about = Counter(a.case_id for a in store.all(Answer))
    known = [KnownCase(c, companies[c.company_id], about[c.id]) for c in store.all(Case)]
    return sorted(known, key=lambda k: (fold(k.company.name), fold(k.case.title), k.case.id))


def find_case(store: Store, wanted: str) -> KnownCase:
    """The case with this number or title.

    Raises :class:`~sessions.errors.UnknownName` with the nearest title, and :class:`UsageRefused` where several
    companies have one of that title.
    """
    known = known_cases(store)
    numbers = {one.case.title: f"{one.case.id} {one.case.title}" for one in known}
    if numbered := [k for k in known if wanted.strip() == str(k.case.id)]:
        return numbered[0]
    titles: dict[str, list[KnownCase]] = {}
    for one in known:
        titles.setdefault(one.case.title.casefold(), []).append(one)
    by_title = {group[0].case.title: group for group in titles.values()}
    found = find_named(wanted, by_title, _("practice case"), numbers)
    if len(found) > 1:
        which = ", ".join(f"{k.case.id} ({k.company.name})" for k in found)
        raise UsageRefused(
            _("Several practice cases are called {title}: {which}.").format(
                title=found[0].case.title, which=which
            ),
            _("Choose one by its number."),
        )
    return found[0]


def known_topics(store: Store) -> list[Topic]:
    """The topics that a case can exercise: those of the guides in use, or of all that come with Vakborg."""
    topics = (t for g in _guides(store) for m in g.modules for t in m.topics)
    return list({topic.slug: topic for topic in topics}.values())


def _guides(store: Store) -> list[Guide]:
    return guides_used(store) or [library.find(file.id)[0] for file in library.bundled()]


def topics_named(store: Store, names: Iterable[str]) -> tuple[str, ...]:
    """The slugs that people mean by these, each once; :class:`~sessions.errors.UnknownName` with the nearest."""
    known = {topic.slug: topic.slug for topic in known_topics(store)}
    return tuple(dict.fromkeys(find_named(name, known, _("topic")) for name in names))


def add_case(store: Store, company: str, case: Case) -> Case:
    """Keep a new case of the company of that name; raises :class:`UsageRefused` without a name or title."""
    with store.immediate():
        owner = _owner(store, company)
        return store.add(replace(_checked(case), company_id=owner.id, id=0))


def change_case(store: Store, company: str, before: Case, after: Case) -> Case:
    """Change of a case what differs between ``before`` and ``after``; what else changed meanwhile stays.

    Raises :class:`UsageRefused` without a name or title, :class:`TakenBack` where the case is gone.
    """
    with store.immediate():
        wanted = replace(_checked(after), company_id=_owner(store, company).id)
        different = {
            f.name: getattr(wanted, f.name)
            for f in fields(Case)
            if getattr(wanted, f.name) != getattr(before, f.name)
        }
        return store.save(replace(_standing(store, before), **different))


def release_case(store: Store, case: Case, level: Release) -> Case:
    """Let a case, with its photos, go as far as ``level``; raises :class:`TakenBack` where it is gone."""
    assert level in LEVELS
    with store.immediate():
        return store.save(replace(_standing(store, case), release=level))


def drop_case(store: Store, case: Case) -> tuple[str, ...]:
    """Take a case away; gives the photos that belong to nothing any more. The answers about it stay."""
    with store.immediate():
        gone = _standing(store, case)
        store.delete(gone)
        return left_over(store, gone.photos)


def left_over(store: Store, photos: Iterable[str]) -> tuple[str, ...]:
    """Which of these places belong to no case and to no answer."""
    used = {photo for case in store.all(Case) for photo in case.photos}
    used |= {file.path for file in store.all(Attachment)}
    return tuple(photo for photo in dict.fromkeys(photos) if photo not in used)


def _standing(store: Store, case: Case) -> Case:
    if found := store.first(Case, id=case.id):
        return found
    raise TakenBack(
        _("The practice case {title} is not there any more.").format(title=clean_line(case.title)),
        _("Nothing was changed."),
    )


def _owner(store: Store, company: str) -> Company:
    if not clean_line(company):
        raise UsageRefused(_("A practice case belongs to a company."), _("Give the company's name."))
    return company_named(store, company)


def _checked(case: Case) -> Case:
    if not clean_line(case.title):
        raise UsageRefused(_("A practice case needs a name."), _("For example: “Punch, plate 40 mm”."))
    captioned = {photo: checked_caption(text) for photo, text in case.captioned.items()}
    return case.with_photos(captioned)
