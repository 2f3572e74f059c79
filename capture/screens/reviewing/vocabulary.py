"""The vocabulary of the programme: what its people say, what was heard instead, and the guide's words to look up."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widgets import OptionList

from capture.naming import when
from capture.screens.confirm import Confirm
from capture.screens.key_names import key_of
from capture.screens.reviewing.form import TwoFields
from capture.screens.reviewing.register import RegisterScreen, Row
from capture.screens.showing import MUTED
from sessions.guides.model import Term
from sessions.i18n import N_
from sessions.i18n import gettext as _
from sessions.store import Store
from sessions.store.interviews import guides_used
from sessions.store.referring import reference_of
from sessions.text import clean_line
from sessions.vocabulary import VocabularyTerm

if TYPE_CHECKING:
    from sessions.programme import Programme
    from sessions.store.vocabulary import Entry


class TermForm(TwoFields):
    """A term, and what was heard instead of it."""

    labels: ClassVar[Mapping[str, str]] = {"first": N_("Term"), "second": N_("Heard as")}

    def __init__(self, first: str = "", second: str = "", wrong: str = "") -> None:
        told = _("Write the term as it should stand. What the model makes of it may be left empty.")
        super().__init__(_("A term for the vocabulary"), told, first, second, wrong)


class VocabularyScreen(RegisterScreen):
    """The terms that people of this programme gave, above the glossary of its guides."""

    def __init__(self, programme: "Programme", by: str) -> None:
        told = _(
            "The model expects these words from now on, and they are proposed where it wrote something else."
        )
        super().__init__(programme, by, _("Vocabulary"), told)

    @property
    def about(self) -> str:
        return _(
            "The words of this programme. What is transcribed from now on expects them, and wherever one was "
            "heard as something else, the review proposes the right word. {add} adds one, Enter adds what was "
            "heard instead, {remove} removes one. Below it the words of the guide, to look up. {narrow} shows "
            "only the lines with certain letters."
        ).format(
            add=key_of(self, "add_entry"), remove=key_of(self, "remove_entry"), narrow=key_of(self, "narrow")
        )

    def read(self, store: Store) -> Sequence[Row]:
        from sessions.store.vocabulary import terms

        own = [_term(entry, store) for entry in sorted(terms(store), key=lambda e: e.term.term.casefold())]
        glossary = {term.term: term for guide in guides_used(store) for term in guide.glossary}
        nothing = _("Nothing yet: a correction in the review is offered, {key} adds one.")
        empty = Row(Content.styled(nothing.format(key=key_of(self, "add_entry")), MUTED))
        return [
            _heading(_("Of this programme ({n})").format(n=len(own))),
            *(own or [empty]),
            _heading(_("From the guide ({n}), to look up").format(n=len(glossary))),
            *(_from_guide(glossary[name]) for name in sorted(glossary, key=str.casefold)),
        ]

    def form(self, first: str = "", second: str = "", wrong: str = "") -> TermForm:
        return TermForm(first, second, wrong)

    def keep(self, store: Store, first: str, second: str) -> str:
        from sessions.store.vocabulary import add_term

        kept = add_term(store, first, self.by, heard=second)
        return _("“{term}” is in the vocabulary.").format(term=kept.term)

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        if isinstance(self.chosen, VocabularyTerm):
            self.ask(self.chosen.term)
        elif isinstance(self.chosen, Term):
            self.say(_("{term} stays as it is: it is from the guide.").format(term=_in_full(self.chosen)))

    def action_remove(self) -> None:
        """Take a term out, after a question."""
        term = self.chosen
        if not isinstance(term, VocabularyTerm):
            self.say(_("Choose a term of this programme; those of the guide stay."))
            return
        told = _(
            "The model does not expect it any more, and it is proposed nowhere, with all that was heard "
            "instead. What was replaced already stays as it is."
        )
        heading = _("Remove “{term}” from the vocabulary?").format(term=clean_line(term.term))
        self.ask_to_remove(
            Confirm(heading, told, _("Remove"), _("Leave it")), lambda store: _drop(store, term)
        )


def _drop(store: Store, term: VocabularyTerm) -> str:
    from sessions.store.vocabulary import drop_term

    drop_term(store, term.term)
    return _("“{term}” is removed.").format(term=term.term)


def _heading(text: str) -> Row:
    return Row(Content.styled(text, "bold"))


def _term(entry: "Entry", store: Store) -> Row:
    term, heard = entry.term, [clean_line(h) for h in entry.heard]
    where = reference_of(store, term.segment_id) if term.segment_id else _("typed")
    source = ", ".join(filter(None, (where, clean_line(term.by), when(term.at))))
    line = Content.assemble("  ", (clean_line(term.term), "bold"), "  ", (clean_line(source), MUTED))
    if heard:
        names = ", ".join(f"“{h}”" for h in heard)
        line = line + "\n    " + _("heard as {names}").format(names=names)
    return Row(line, " ".join([term.term, *heard]), term)


def _from_guide(term: Term) -> Row:
    shown = Content.assemble("  ", clean_line(term.term), "  ", (clean_line(_details(term)), MUTED))
    return Row(shown, " ".join([term.term, *term.variants, term.english]), term)


def _in_full(term: Term) -> str:
    details = _details(term)
    return f"{term.term} ({details})" if details else term.term


def _details(term: Term) -> str:
    also = [_("also: {names}").format(names=", ".join(term.variants))] if term.variants else []
    english = [_("English: {name}").format(name=term.english)] if term.english else []
    unsure = [] if term.confirmed else [_("unconfirmed")]
    return "; ".join([*also, *english, *unsure])
