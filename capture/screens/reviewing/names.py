"""Names that should not leave: what stands in their place, and what else looks like one."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widgets import OptionList

from capture.screens.confirm import Confirm
from capture.screens.key_names import key_of
from capture.screens.reviewing.form import TwoFields
from capture.screens.reviewing.register import RegisterScreen, Row
from capture.screens.showing import MUTED
from sessions.candidates import LOOKS, Candidate, Looks
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
            "In every document that is made from now on these names are replaced. Documents that were made "
            "before are as they were: make them again. In Vakborg itself the names stay."
        )
        super().__init__(programme, by, _("Names that should not leave"), told)

    @property
    def about(self) -> str:
        return _(
            "Names of customers, colleagues and drawings get a pseudonym here; it stands in every document "
            "that is made from then on. Below them is what else looks like a name: go through it before "
            "anything leaves. Enter gives one a pseudonym, or changes it; {add} adds a name, {remove} removes "
            "a pseudonym. A name that is written in small letters everywhere is not in the list: look for those "
            "yourself. Documents that were made before are as they were: make them again."
        ).format(add=key_of(self, "add_entry"), remove=key_of(self, "remove_entry"))

    def read(self, store: Store) -> Sequence[Row]:
        names = names_in(store)
        no_names = _("No pseudonyms yet: Enter on a name below, or {key}.").format(
            key=key_of(self, "add_entry")
        )
        none = Row(Content.styled(no_names, MUTED))
        nothing = Row(Content.styled(_("Nothing else looks like a name."), MUTED))
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
        if isinstance(self.chosen, Candidate) and self.chosen.looks is Looks.CUT:
            self.say(
                _("This name has a pseudonym: join the two fragments in the review, then it is replaced.")
            )
        elif isinstance(self.chosen, Candidate):
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
    why = [_(LOOKS[candidate.looks])] if LOOKS[candidate.looks] else []
    shown = Content.assemble("  ", text, "  ", (", ".join([*why, count, where]), MUTED))
    return Row(shown, text, candidate)
