"""Names that should not leave: what stands in their place, and what else looks like one."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widgets import OptionList

from capture.screens.confirm import Confirm
from capture.screens.reviewing.form import TwoFields
from capture.screens.reviewing.register import RegisterScreen, Row
from capture.screens.showing import MUTED
from sessions.candidates import Candidate
from sessions.i18n import N_, ngettext
from sessions.i18n import gettext as _
from sessions.store import Store
from sessions.store.pseudonyms import Use, add_pseudonym, names_in, remove_pseudonym
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme


class NameForm(TwoFields):
    """A name, and what stands in its place."""

    labels: ClassVar[Mapping[str, str]] = {"first": N_("Name"), "second": N_("In documents")}
    required: ClassVar[int] = 2

    def __init__(self, first: str = "", second: str = "", wrong: str = "") -> None:
        told = _("For example “Jansen” and “customer A”. In Vakborg itself the name stays readable.")
        super().__init__(_("A name that should not leave"), told, first, second, wrong)


class NamesScreen(RegisterScreen):
    """The pseudonyms of the programme, above the words that may be names too."""

    def __init__(self, programme: "Programme", by: str) -> None:
        told = _(
            "In every document of this programme these names are replaced, also in one that is made later. "
            "In Vakborg itself they stay."
        )
        super().__init__(programme, by, _("Names that should not leave"), told)

    @property
    def about(self) -> str:
        return _(
            "Names of customers, colleagues and drawings get a pseudonym here; it stands in every document of "
            "the programme. Below them is what else looks like a name: go through it before anything leaves. "
            "Enter gives one a pseudonym, or changes it; n adds a name, Delete removes a pseudonym. A name "
            "that only ever begins a sentence is not in the list: look for those yourself. Documents that "
            "were made before stay as they were: make them again."
        )

    def read(self, store: Store) -> Sequence[Row]:
        names = names_in(store)
        none = Row(Content.styled(_("No pseudonyms yet: Enter on a name below, or n."), MUTED))
        nothing = Row(Content.styled(_("Nothing else that was said looks like a name."), MUTED))
        return [
            Row(Content.styled(_("Replaced in every document ({n})").format(n=len(names.uses)), "bold")),
            *([_use(use) for use in names.uses] or [none]),
            Row(
                Content.styled(
                    _("To check: these may be names ({n})").format(n=len(names.candidates)), "bold"
                )
            ),
            *([_candidate(candidate) for candidate in names.candidates] or [nothing]),
        ]

    def form(self, first: str = "", second: str = "", wrong: str = "") -> NameForm:
        return NameForm(first, second, wrong)

    def keep(self, store: Store, first: str, second: str) -> str:
        kept = add_pseudonym(store, first, second, self.by)
        told = _("In every document {name} is now {replacement}.")
        return told.format(name=kept.name, replacement=kept.replacement)

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        if isinstance(self.chosen, Candidate):
            self.ask(self.chosen.text)
        elif isinstance(self.chosen, Use):
            self.ask(self.chosen.pseudonym.name, self.chosen.pseudonym.replacement)

    def action_remove(self) -> None:
        """Take a pseudonym away, after a question."""
        use = self.chosen
        if not isinstance(use, Use):
            self.say(_("Choose a name that has a pseudonym."))
            return
        name = use.pseudonym.name
        told = ngettext(
            "The name stands in {n} fragment, and leaves as it is from then on.",
            "The name stands in {n} fragments, and leaves as it is from then on.",
            use.fragments,
        ).format(n=use.fragments)
        heading = _("Let “{name}” stand in documents again?").format(name=clean_line(name))
        self.ask_to_remove(
            Confirm(heading, told, _("Remove pseudonym"), _("Leave it")), lambda s: _drop(s, name)
        )


def _drop(store: Store, name: str) -> str:
    remove_pseudonym(store, name)
    return _("{name} has no pseudonym any more.").format(name=name)


def _use(use: Use) -> Row:
    name, replacement = clean_line(use.pseudonym.name), clean_line(use.pseudonym.replacement)
    count = ngettext("in {n} fragment", "in {n} fragments", use.fragments).format(n=use.fragments)
    shown = Content.assemble("  ", (name, "bold"), f" → {replacement}", "  ", (count, MUTED))
    return Row(shown, f"{name} {replacement}", use)


def _candidate(candidate: Candidate) -> Row:
    count = ngettext("{n} time", "{n} times", candidate.count).format(n=candidate.count)
    where = _("for example {reference}").format(reference=clean_line(candidate.reference))
    text = clean_line(candidate.text)
    return Row(Content.assemble("  ", text, "  ", (f"{count}, {where}", MUTED)), text, candidate)
