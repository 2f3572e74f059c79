"""The form of a practice case outside a conversation: with its company, and the photos that it has."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath

from textual.containers import Horizontal
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static

from capture.screens.confirm import Confirm, if_sure
from capture.screens.interviewing.case import CaseForm, Draft, TopicList
from sessions.guides.model import Topic
from sessions.i18n import gettext as _
from sessions.interview import Case
from sessions.store.photos import MOST_LETTERS
from sessions.text import clean_line


@dataclass(frozen=True)
class Typed:
    """A case as it stands in the form, its company, and the case as it is kept ``before`` (None: a new one)."""

    before: Case | None
    case: Case
    company: str


class PhotoList(TopicList):
    """The photos that a case has: a tick keeps one."""

    def __init__(self, photos: Sequence[str], chosen: Sequence[str]) -> None:
        super().__init__([Topic(photo, PurePosixPath(photo).name, ()) for photo in photos], chosen)
        self.add_class("kept-photos")


class CaseEdit(CaseForm):
    """The fields of a case and its company; ``wrong`` says why it was not kept before."""

    def __init__(
        self, typed: Typed, companies: Sequence[str], topics: Sequence[Topic], wrong: str = ""
    ) -> None:
        kept = typed.before.photos if typed.before else ()
        self._chosen_photos = tuple(photo for photo in typed.case.photos if photo in kept)
        captioned = typed.case.captioned
        new = {photo: text for photo, text in captioned.items() if photo not in kept}
        marked_first = sorted(topics, key=lambda topic: topic.slug not in typed.case.topics)
        super().__init__(typed.case.with_photos(new), marked_first)
        self.add_class("whole")
        self.heading = _("A practice case") if typed.before else _("A new practice case")
        self.hint = _("Tab: next field. Ctrl+S keeps it, Esc closes.")
        self.typed = typed
        self._kept_photos = kept
        before = typed.before.captioned if typed.before else {}
        self._kept_captions = [captioned.get(photo, before[photo]) for photo in kept]
        self._companies, self._wrong = companies, wrong

    def parts(self) -> Iterable[Widget]:
        title, *fields, keep = super().parts()
        company = Input(
            self.typed.company,
            suggester=SuggestFromList(self._companies, case_sensitive=False),
            classes="company",
            compact=True,
            max_length=200,
        )
        yield title
        yield Horizontal(Static(_("Company"), classes="label", markup=False), company, classes="row")
        yield from fields
        if self._kept_photos:
            yield Static(_("Photos that it has (space takes one away):"), classes="told", markup=False)
            yield PhotoList(self._kept_photos, self._chosen_photos)
            yield Static(_("What each of these shows:"), classes="told", markup=False)
            for photo, caption in zip(self._kept_photos, self._kept_captions, strict=True):
                yield _captioning(PurePosixPath(photo).name, caption)
        yield keep

    def on_mount(self) -> None:
        if self._wrong:
            self._say(self._wrong)

    def _say(self, told: str) -> None:
        line = self.query_one(".missing", Static)
        line.update(told)
        line.display = True

    def written(self) -> Case:
        """The case as it stands in the fields; topics that no guide knows any more stay."""
        case = super().written()
        known = {topic.slug for topic in self.topics}
        unknown = tuple(slug for slug in self.typed.case.topics if slug not in known)
        kept = self.query_one(PhotoList).chosen if self._kept_photos else ()
        captions = (clean_line(field.value) for field in self.query(".kept-caption").results(Input))
        shown = {p: text for p, text in zip(self._kept_photos, captions, strict=True) if p in kept}
        return replace(case, topics=case.topics + unknown).with_photos(shown | case.captioned)

    def action_keep(self) -> None:
        """Keep it, if it has a name and a company."""
        company = clean_line(self.query_one(".company", Input).value)
        case = self.written()
        if not company or not case.title:
            self._say(_("Give it a name and a company first."))
            self.query_one(".company" if case.title else ".title", Input).focus()
            return
        self.typed = replace(self.typed, case=case, company=company)
        self.give(Draft(case, keep=True))

    def action_leave(self) -> None:
        """Close; asks first where something was typed."""
        self.leave_first(lambda: self.give(None))

    def leave_first(self, then: Callable[[], object]) -> None:
        """Do ``then``, after asking where something was typed."""
        company = clean_line(self.query_one(".company", Input).value)
        if self._wrong or self.written() != self.typed.case or company != self.typed.company:
            ask = Confirm(_("Throw away what you typed?"), "", _("Throw away"), _("Go on typing"))
            self.app.push_screen(ask, partial(if_sure, then))
        else:
            then()


def _captioning(name: str, caption: str) -> Horizontal:
    field = Input(caption, classes="kept-caption", compact=True, max_length=MOST_LETTERS)
    return Horizontal(Static(name, classes="label", markup=False), field, classes="row")
