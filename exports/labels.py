"""The fixed words of a document, in the language of its guide rather than that of the interface."""

from datetime import date
from pathlib import PureWindowsPath

from babel import UnknownLocaleError
from babel.dates import format_date

from sessions import facets
from sessions.facets import Facet
from sessions.i18n import N_, catalogue
from sessions.people import Company, Expert
from sessions.release import Approved
from sessions.transcript import Doubt, Source, Transcript

PARTS: dict[str, str] = {
    "said": N_("What the experts say about it"),
    "what": N_("What it is and why it matters"),
    "how": N_("How the expert does it"),
    "signal": N_("What you see, hear and feel"),
    "example": N_("From practice"),
    "limit": N_("Where it stops working"),
    "error": N_("What beginners do wrong"),
    "check": N_("How to check that it is right"),
    "values": N_("Values that were named"),
}
"""Headings of the parts of a topic (:class:`exports.draft.model.Kind`)."""

FIELDS: dict[str, str] = {
    "quantity": N_("Quantity"),
    "number": N_("Number"),
    "unit": N_("Unit"),
    "machine": N_("Machine"),
    "material": N_("Material"),
    "height": N_("Height"),
    "electrode": N_("Wire or electrode"),
    "cut": N_("Cut"),
    "deviate_when": N_("Deviate when"),
}
"""What the fields of a process value are called (:class:`sessions.transcript.Value`)."""

APPROVALS: dict[Approved, str] = {
    Approved.NOT_YET: N_("not approved yet"),
    Approved.AS_IT_IS: N_("approved"),
    Approved.CHANGED: N_("changed since it was approved"),
}

DOUBTS: dict[Doubt, str] = {
    Doubt.REPETITION: N_("listen again: repeats itself"),
    Doubt.LOW_CONFIDENCE: N_("listen again: hard to make out"),
}

ADDED = N_("added by the expert when reading it back; in no recording")
EXPERT = N_("an expert")
EXPERT_OF = N_("an expert of {company}")
MADE_BY_DEMO = N_(
    "Made with the demo model, which knows only the demo's computer voices. This is an example, not for use."
)
PAGE_OF = N_("Page {page} of {pages}")
MEETING = N_("meeting transcript {file}")

_MODEL_FILES = (".pt", ".bin")
_TAGS = {"nl": "nl-NL", "en": "en-GB", "de": "de-DE"}


def model_name(model: str) -> str:
    """What a model is called; of a file of the user's own neither its folder nor its ending is told."""
    file = PureWindowsPath(model)
    return file.stem if len(file.parts) > 1 or file.suffix in _MODEL_FILES else model


class Labels:
    """Looks fixed words up in one language; called like ``gettext``."""

    def __init__(self, language: str) -> None:
        self._catalogue = catalogue(language)
        self.tag = _TAGS.get(language, language)

    def __call__(self, message: str) -> str:
        return self._catalogue.gettext(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The form for ``n`` things, with ``{n}`` filled in."""
        return self._catalogue.ngettext(singular, plural, n).format(n=n)

    def date(self, day: date) -> str:
        """A day as a reader of this language writes it: "21 november 2025"."""
        try:
            return format_date(day, format="long", locale=self.tag.replace("-", "_"))
        except UnknownLocaleError:
            return format_date(day, format="long", locale="en_GB")

    def facet(self, facet: Facet) -> str:
        """The short name of a facet."""
        return self(facets.LABELS[facet])

    def part(self, kind: str) -> str:
        """The heading of a part of a topic."""
        return self(PARTS[kind])

    def field(self, name: str) -> str:
        """What a field of a process value is called."""
        return self(FIELDS[name])

    def approval(self, approved: Approved) -> str:
        """Whether the expert agreed to an answer."""
        return self(APPROVALS[approved])

    def doubt(self, doubt: Doubt) -> str:
        """Why somebody should listen again, empty where nobody needs to."""
        return self(DOUBTS[doubt]) if doubt in DOUBTS else ""

    def aside(self, doubt: Doubt, *, written: bool) -> str:
        """What is to be known of a line beside its words: that the expert added it in writing, or a doubt."""
        return self(ADDED) if written else self.doubt(doubt)

    def speaker(self, expert: Expert, company: Company, named: bool) -> str:
        """The expert's name where permitted, else "an expert of" the company, whose own name may not be told where
        it has the expert's code for one (:mod:`sessions.namesakes`)."""
        if named:
            return expert.name
        return self._expert_of(company.name) if company.name != expert.code else self(EXPERT)

    def with_company(self, name: str, company: str) -> str:
        """Name and company; "an expert of" the company has it already."""
        return name if name == self._expert_of(company) else f"{name}, {company}"

    def origin(self, transcript: Transcript) -> str:
        """Where a text came from: a model, or the kind of a brought file, whose own name never leaves."""
        if transcript.source is Source.WHISPER:
            return f"Whisper {model_name(transcript.model)}".strip()
        return self(MEETING).format(file=f"(.{transcript.source})")

    def _expert_of(self, company: str) -> str:
        return self(EXPERT_OF).format(company=company)
