"""The practice cases of the programme: kept, changed, released and taken away."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import DataTable

from capture import casebook
from capture.naming import level_name
from capture.photos import is_there
from capture.screens.case_form import CaseEdit, Typed
from capture.screens.confirm import Confirm
from capture.screens.listed import ListScreen
from capture.screens.listed_table import Listed, together
from capture.screens.showing import MUTED
from sessions.errors import VakborgError
from sessions.guides.model import Topic
from sessions.i18n import gettext as _
from sessions.i18n import ngettext
from sessions.interview import Case
from sessions.people import Company
from sessions.release import Release
from sessions.store import Store
from sessions.store.cases import KnownCase, known_cases, known_topics, release_case
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme


@dataclass(frozen=True)
class Shown:
    """A case, the titles of its topics, and the photos of it that are not on the disk."""

    of: KnownCase
    topics: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def case(self) -> Case:
        """The case."""
        return self.of.case


class CaseTable(Listed):
    """The cases, with their Enter in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", _("Change"), id="change_case", tooltip=_("Change the chosen case")),
    ]


class CasesScreen(ListScreen[Shown]):
    """All practice cases."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,insert", "add", _("New"), id="add_case", tooltip=_("Write down a new practice case")),
        Binding(
            "delete,backspace",
            "remove",
            _("Remove"),
            id="remove_case",
            tooltip=_("Take the chosen case away; asks first"),
        ),
    ]
    in_order: ClassVar[Sequence[str]] = (
        "change_case", "add_case", "how_far", "remove_case", "back", "search", "help", "quit",
    )  # fmt: skip
    giving = 3

    class Choices(Message):
        """What a case can be about, and of whom: read before the form is shown."""

        def __init__(
            self, typed: Typed, companies: Sequence[str], topics: Sequence[Topic], wrong: str
        ) -> None:
            super().__init__()
            self.typed, self.companies, self.topics, self.wrong = typed, companies, topics, wrong

    def __init__(self, programme: "Programme") -> None:
        told = _("A case, with its photos, stays in the company until you release it.")
        super().__init__(programme, "cases", _("Practice cases"), told)
        self.headings = (_("name"), _("company"), _("about"), _("release"))

    @property
    def about(self) -> str:
        return _(
            "The jobs that companies bring in: a workpiece with its material, its requirements and photos, and "
            "the topics that it exercises. Practice assignments in module drafts are built on them. {add} writes "
            "down a new one, Enter changes one, {remove} takes one away. {release}, or 1, 2 and 3, decides how "
            "far it may go, with its photos."
        ).format(add=self.key("add_case"), remove=self.key("remove_case"), release=self.key("how_far"))

    def table_of(self) -> Listed:
        return CaseTable(cursor_type="row")

    def read(self, store: Store) -> Sequence[Shown]:
        titles = {topic.slug: topic.title for topic in known_topics(store)}
        return [self._read_one(one, titles) for one in known_cases(store)]

    def _read_one(self, one: KnownCase, titles: dict[str, str]) -> Shown:
        missing = tuple(photo for photo in one.case.photos if not is_there(self.programme, photo))
        return Shown(one, tuple(titles.get(slug, slug) for slug in one.case.topics), missing)

    def id_of(self, thing: Shown) -> int:
        return thing.case.id

    def row(self, thing: Shown) -> Sequence[str]:
        case = thing.case
        about = together((case.workpiece, case.material, case.machine))
        return (case.title, thing.of.company.name, about, level_name(case.release))

    def detail(self, thing: Shown) -> Content:
        case, answers = thing.case, thing.of.answers
        about = ngettext("{n} answer is about it.", "{n} answers are about it.", answers) if answers else ""
        lines = [
            Content.assemble(
                (clean_line(case.title), "bold"), "  ", together((case.workpiece, case.material))
            ),
            Content(together((case.machine, case.requirements))),
            Content(together(thing.topics) or _("It exercises no topic yet: it stands in no assignment.")),
            Content.styled(together((_photos(case), about.format(n=answers)), "  "), MUTED),
            Content.styled(_warnings(thing), "$text-warning"),
        ]
        return Content("\n").join([line for line in lines if line.plain])

    def nothing(self) -> Content:
        return Content(
            _(
                "No practice cases yet. A practice case is a job that a company brings in, for example a punch in "
                "plate of 40 mm: workpiece, material, requirements, photos, and the topics that it exercises. In "
                "the module drafts the practice assignments are built on it. {key} writes one down; during a "
                "conversation it can be done too."
            ).format(key=self.key("add_case"))
        )

    # --- adding and changing -------------------------------------------------------------------------
    def action_add(self) -> None:
        """Write down a new case; of the company of the chosen one, as a start."""
        company = self.chosen.of.company.name if self.chosen else ""
        self._ask(Typed(None, Case(0, ""), company))

    @on(DataTable.RowSelected)
    def _change(self) -> None:
        if shown := self.chosen:
            self._ask(Typed(shown.case, shown.case, shown.of.company.name))

    def _ask(self, typed: Typed, wrong: str = "") -> None:
        def choices() -> Message:
            with self.programme.store() as store:
                companies = [company.name for company in store.all(Company)]
                return self.Choices(typed, companies, known_topics(store), wrong)

        self.in_background(choices)

    @on(Choices)
    def _show_form(self, given: Choices) -> None:
        form = CaseEdit(given.typed, given.companies, given.topics, given.wrong)
        self.app.push_screen(form, lambda draft: self._keep(form.typed) if draft else None)

    def _keep(self, typed: Typed) -> None:
        def ask_again(error: VakborgError) -> None:
            self._ask(typed, str(error))

        self.change(lambda store: self._kept(store, typed), ask_again)

    def _kept(self, store: Store, typed: Typed) -> str:
        kept = casebook.keep(self.programme, store, typed.company, typed.before, typed.case)
        return _("The practice case is kept: {title}").format(title=clean_line(kept.title))

    # --- releasing and removing ----------------------------------------------------------------------
    def release_of(self, thing: Shown) -> tuple[str, Release]:
        return thing.case.title, thing.case.release

    def release(self, thing: Shown, level: Release) -> None:
        self.change(lambda store: _released(store, thing.case, level))

    def action_remove(self) -> None:
        """Take the chosen case away, after a question."""
        shown = self.chosen
        if shown is None:
            return
        heading = _("Take “{name}” away?").format(name=clean_line(shown.case.title))
        stays = ngettext(
            "{n} answer is about it, and stays.", "{n} answers are about it, and stay.", shown.of.answers
        )
        photos = _("Its photos are kept in the folder taken-back.") if shown.case.photos else ""
        told = together((stays.format(n=shown.of.answers) if shown.of.answers else "", photos), " ")
        ask = Confirm(heading, told, _("Take it away"), _("Leave it"))
        self.app.push_screen(
            ask, lambda yes: self.change(lambda s: self._removed(s, shown.case)) if yes else None
        )

    def _removed(self, store: Store, case: Case) -> str:
        casebook.remove(self.programme, store, case)
        return _("The practice case {title} is gone.").format(title=clean_line(case.title))


def _released(store: Store, case: Case, level: Release) -> str:
    kept = release_case(store, case, level)
    return f"{clean_line(kept.title)}: {level_name(level)}"


def _photos(case: Case) -> str:
    return ngettext("{n} photo.", "{n} photos.", len(case.photos)).format(n=len(case.photos))


def _warnings(shown: Shown) -> str:
    names = [PurePosixPath(photo).name for photo in shown.missing]
    gone = _("missing on the disk: {names}").format(names=", ".join(names)) if names else ""
    other = casebook.no_pictures(shown.case)
    unfit = _("no picture for a draft: {names}").format(names=", ".join(other)) if other else ""
    return together((gone, unfit), "; ")
