"""A topic for a fragment, from all topics of the guide."""

from collections.abc import Collection, Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from capture.screens.search_list import SearchList
from capture.screens.showing import MUTED
from sessions.guides.model import Guide, Module, Topic
from sessions.i18n import gettext as _
from sessions.text import clean_line, fold


class TopicDialog(SearchList):
    """The topics by module, narrowed down by typing; gives the slug of the chosen one."""

    def __init__(self, guide: Guide, given: Collection[str], module: str) -> None:
        """``given`` are the topics that it has; the cursor begins in the ``module`` with this id."""
        super().__init__(
            _("Which topic is this about?"),
            _("Type to search, ↑ ↓ choose, Enter takes it, Esc closes."),
            "jump",
        )
        self.guide, self.given, self.module = guide, frozenset(given), module

    def parts(self) -> Iterable[Widget]:
        yield Input(placeholder=_("a word from the topic or its module"), compact=True)
        yield OptionList(classes="choices", markup=False)

    def show_matches(self, wanted: str) -> None:
        """List the topics that match, by module."""
        self.listing.clear_options()
        for module in self.guide.modules:
            topics = [t for t in module.topics if _matches(_known_by(module, t), wanted)]
            if topics:
                self.listing.add_option(Option(_heading(module), disabled=True))
                self.listing.add_options([Option(self._line(t), id=t.slug) for t in topics])
        if not self.listing.option_count:
            self.listing.add_option(Option(Content(_("Nothing is called so.")), disabled=True))
        self._stand_on_the_likeliest(wanted)

    def _stand_on_the_likeliest(self, wanted: str) -> None:
        """A topic that is called so before one whose module is; at first those of the module at hand."""
        own = [t for m in self.guide.modules if m.id == self.module for t in m.topics]
        named = [t for m in self.guide.modules for t in m.topics if _matches(t.title, wanted)]
        listed = [option.id for option in self.listing.options]
        likely = [t.slug for t in (named if wanted else own)] + [slug for slug in listed if slug]
        self.listing.highlighted = listed.index(likely[0]) if likely else None

    def _line(self, topic: Topic) -> Content:
        return Content(("● " if topic.slug in self.given else "  ") + clean_line(topic.title))


def _heading(module: Module) -> Content:
    return Content.styled(clean_line(f"{module.id} {module.title}"), f"bold {MUTED}")


def _known_by(module: Module, topic: Topic) -> str:
    return " ".join((module.id, module.title, topic.title, topic.slug, *topic.stems))


def _matches(text: str, wanted: str) -> bool:
    return all(word in fold(text) for word in fold(wanted).split())
