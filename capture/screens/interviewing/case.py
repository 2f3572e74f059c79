"""Which practice case the answer is about, and a new one in a minute."""

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from capture.screens.interviewing.dialog import Choice, Dialog, button
from capture.screens.interviewing.dropped import paths_in
from sessions.guides.model import Topic
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.interview import Case
from sessions.text import clean_line

_BETWEEN = " | "

NEW = 0
"""Stands for a case that is still to be written; those that are kept count from 1."""


@dataclass(frozen=True)
class About:
    """The case that the answer is about: its id, None for no case, :data:`NEW` for a new one."""

    case_id: int | None


class CaseDialog(Choice[About]):
    """The cases of the company, none, or a new one."""

    def __init__(self, cases: Sequence[Case], current: Case | None) -> None:
        choices = [(Content(_described(case)), About(case.id)) for case in cases]
        choices.append((Content(_("A new practice case …")), About(NEW)))
        choices.append((Content(_("No practice case")), About(None)))
        chosen = next((i for i, c in enumerate(cases) if current and c.id == current.id), 0)
        super().__init__(_("Which practice case is this answer about?"), choices, chosen=chosen)


def _described(case: Case) -> str:
    details = ", ".join(filter(None, (clean_line(d) for d in (case.workpiece, case.material, case.machine))))
    return clean_line(case.title) + (f" ({details})" if details else "")


@dataclass(frozen=True)
class Draft:
    """A case as far as it is written, and whether it is to be kept."""

    case: Case
    keep: bool


_FIELDS = {
    "title": N_("Name"),
    "workpiece": N_("Workpiece"),
    "material": N_("Material"),
    "machine": N_("Machine"),
    "requirements": N_("Requirements"),
}


class TopicList(OptionList):
    """Topics to mark: a tick says it, not a colour alone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", _("Mark"), id="mark_topic", show=False),
    ]

    def __init__(self, topics: Sequence[Topic], chosen: Sequence[str]) -> None:
        super().__init__(classes="choices", markup=False)
        self.topics = list(topics)
        self._marked = set(chosen)
        self.add_options([Option(self._line(topic)) for topic in topics])

    def on_mount(self) -> None:
        self.highlighted = 0 if self.topics else None

    @property
    def chosen(self) -> tuple[str, ...]:
        """The slugs of what is marked, in the order of the guide."""
        return tuple(topic.slug for topic in self.topics if topic.slug in self._marked)

    def _line(self, topic: Topic) -> Content:
        return Content(("✔ " if topic.slug in self._marked else "☐ ") + clean_line(topic.title))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Mark it, or no longer."""
        event.stop()
        topic = self.topics[event.option_index]
        self._marked ^= {topic.slug}
        self.replace_option_prompt_at_index(event.option_index, self._line(topic))


class CaseForm(Dialog[Draft]):
    """The fields of a case; what was typed comes back also where it is not kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "keep", _("Keep"), id="keep_case", priority=True),
    ]

    def __init__(self, draft: Case, topics: Sequence[Topic]) -> None:
        hint = _("Tab: next field. Ctrl+S keeps it, Esc puts it aside.")
        super().__init__(_("A new practice case"), hint, "case")
        self.draft = draft
        self.topics = topics

    def parts(self) -> Iterable[Widget]:
        for name, label in _FIELDS.items():
            yield _row(_(label), Input(getattr(self.draft, name), classes=name, compact=True))
        photos = shlex.join(self.draft.photos)  # so that a space in a name is no end of it
        yield _row(
            _("Photos"), Input(photos, placeholder=_("where they are"), classes="photos", compact=True)
        )
        captions = _BETWEEN.join(self.draft.captions)
        what = _("what each of them shows, with | between")
        yield _row(_("Captions"), Input(captions, placeholder=what, classes="captions", compact=True))
        yield Static(_("Topics that it exercises (space marks one):"), classes="told", markup=False)
        yield TopicList(self.topics, self.draft.topics)
        missing = Static(_("Give it a name first."), classes="missing", markup=False)
        yield Horizontal(button(_("Keep"), "keep"), missing, classes="row")

    def on_mount(self) -> None:
        self.query_one(".title", Input).focus()

    @on(Input.Submitted)
    def _on(self) -> None:
        self.focus_next()

    def action_keep(self) -> None:
        """Keep it, if it has a name."""
        if self.written().title:
            self.give(Draft(self.written(), keep=True))
        else:
            self.query_one(".missing", Static).display = True
            self.query_one(".title", Input).focus()

    def action_leave(self) -> None:
        """Put it aside: it is there again the next time."""
        self.give(Draft(self.written(), keep=False))

    def written(self) -> Case:
        """The case as it stands in the fields."""
        photos = [str(path) for path in paths_in(self._typed("photos"))]
        captions = [*map(clean_line, self._typed("captions").split("|")), *("" for _photo in photos)]
        return replace(
            self.draft.with_photos(dict(zip(photos, captions, strict=False))),
            title=self._typed("title"),
            workpiece=self._typed("workpiece"),
            material=self._typed("material"),
            machine=self._typed("machine"),
            requirements=self._typed("requirements"),
            topics=self.query_one(TopicList).chosen,
        )

    def _typed(self, name: str) -> str:
        return clean_line(self.query_one(f".{name}", Input).value)


def _row(label: str, field: Input) -> Horizontal:
    return Horizontal(Static(label, classes="label", markup=False), field, classes="row")
