"""The words in which the four permissions are asked, per language of the conversation.

What is stored with an answer is the version of this wording (:data:`sessions.people.WORDING`): whoever
changes a text here raises that version, and keeps the old text in the project's history.
"""

from dataclasses import dataclass

from sessions.people import Permission


@dataclass(frozen=True)
class Asked:
    """One permission: the question as it is read aloud, and what a yes or a no means."""

    permission: Permission
    question: str
    meaning: str


@dataclass(frozen=True)
class Wording:
    """All of it in one language: the ``opening``, the four questions, how to take it back, and what a
    conversation without a recording is."""

    opening: str
    asked: tuple[Asked, ...]
    taking_back: str
    notes_only: str
    yes: str
    no: str


DUTCH = Wording(
    opening="Vier vragen vooraf. Zeg per vraag ja of nee; het gesprek gaat altijd door.",
    asked=(
        Asked(
            Permission.RECORDING,
            "Mag ik ons gesprek opnemen?",
            "Alleen geluid; het gaat niet het internet op. Nee: ik maak aantekeningen.",
        ),
        Asked(
            Permission.TRANSCRIPT,
            "Mag de opname worden uitgeschreven?",
            "Deze laptop maakt er tekst van. Jij leest die terug en verbetert fouten.",
        ),
        Asked(
            Permission.NAMED_QUOTE,
            "Mag jouw naam bij een uitspraak van jou staan?",
            "Nee: dan staat er “een expert van” met de naam van je bedrijf.",
        ),
        Asked(
            Permission.CLIP,
            "Mag een stukje van de opname in het lesmateriaal?",
            "Cursisten horen dan jouw stem. Je hoort van tevoren welk stukje het is.",
        ),
    ),
    taking_back="Je mag elk antwoord later terugnemen, ook na het gesprek en zonder reden.",
    notes_only="Zonder opname gaat het gesprek gewoon door; dan blijven alleen de aantekeningen bewaard.",
    yes="Ja",
    no="Nee",
)
ENGLISH = Wording(
    opening="Four questions first. Say yes or no to each; we go on either way.",
    asked=(
        Asked(
            Permission.RECORDING,
            "May I record our conversation?",
            "Only sound; it never goes to the internet. No: I take notes.",
        ),
        Asked(
            Permission.TRANSCRIPT,
            "May the recording be turned into text?",
            "This laptop does that. You read it back and correct mistakes.",
        ),
        Asked(
            Permission.NAMED_QUOTE,
            "May your name stand beside something you said?",
            "No: it then says “an expert of” with the name of your company.",
        ),
        Asked(
            Permission.CLIP,
            "May a piece of the recording be used in the course?",
            "Learners then hear your voice. You are told beforehand which piece it is.",
        ),
    ),
    taking_back="You may take back any answer later, even after the talk, without a reason.",
    notes_only="Without a recording the conversation simply goes on; only the notes are kept then.",
    yes="Yes",
    no="No",
)

_WORDINGS = {"nl": DUTCH, "en": ENGLISH}


def wording(language: str) -> Wording:
    """The words for a conversation in ``language``; English where there are none in it."""
    return _WORDINGS.get(language, ENGLISH)
