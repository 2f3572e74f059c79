"""What the two lists of one module share: its draft, read anew where nobody has it yet."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from capture.drafts.reading import ModulePage, read_page
from capture.drafts.shelf import Which
from capture.screens.base import BaseScreen
from capture.screens.dialog import Listing
from capture.screens.drafting.audience import audience_name
from capture.screens.drafting.keys import IN_ORDER, keys_of
from capture.screens.interviewing.key_bar import KeyBar
from capture.screens.showing import MUTED
from sessions.i18n import gettext as _
from sessions.release import Release
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme


class ModuleListScreen(BaseScreen):
    """A list about one module for one audience; with a ``page`` of it there is something to see at once."""

    what = ""
    list_type: type[Listing] = Listing

    class Loaded(Message):
        """The draft as it is now."""

        def __init__(self, page: ModulePage) -> None:
            super().__init__()
            self.page = page

    def __init__(
        self,
        programme: "Programme",
        which: Which,
        heading: str,
        audience: Release,
        page: ModulePage | None = None,
    ) -> None:
        super().__init__(classes="draft-list")
        self.programme = programme
        self.which = which
        self.heading = heading
        self.audience = audience
        self.page = page if page and page.audience is audience else None

    def compose(self) -> ComposeResult:
        yield Static(self._title(), classes="title", markup=False)
        yield Static(_("Reading …"), classes="state", markup=False)
        yield self.list_type(classes="entries", markup=False)
        yield KeyBar(keys_of(type(self)), IN_ORDER, most=2)

    def _title(self) -> Content:
        name = clean_line(f"{self.which.module_id}  {self.heading}")
        return Content.assemble((self.what, "bold"), "  ", name, "  ", (audience_name(self.audience), MUTED))

    def on_mount(self) -> None:
        self.listing.focus()
        if self.page:
            self.show(self.page)
        else:
            self.load()

    @property
    def listing(self) -> Listing:
        """The list."""
        return self.query_one(Listing)

    def load(self) -> None:
        self.in_background(lambda: self.Loaded(read_page(self.programme, self.which, self.audience)))

    def not_loaded(self) -> None:
        if self.page is None:
            self.say(_("The draft could not be made. {key} tries again.").format(key=self.key("reload")))

    @on(Loaded)
    def _take_in(self, loaded: Loaded) -> None:
        self.page = loaded.page
        self.show(loaded.page)

    def show(self, page: ModulePage) -> None:
        """Fill the list."""
        raise NotImplementedError

    def say(self, told: str) -> None:
        """Put this above the list."""
        self.query_one(".state", Static).update(told)
