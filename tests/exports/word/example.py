"""A module draft with every part of it filled: short and long, by one, two, three and four experts, and hostile."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from exports.draft.missing import (
    Ask,
    FacetGap,
    Missing,
    NumberGap,
    OneCompany,
    ProbeGap,
    QuestionGap,
    TopicGap,
    Unapproved,
    Unfinished,
    Unsaid,
    ValueGap,
)
from exports.draft.model import (
    AssessmentItem,
    AssignmentBlock,
    CaseBlock,
    Counts,
    Draft,
    ExpertCriterion,
    GlossaryEntry,
    ItemKind,
    Picture,
    Quote,
    TopicBlock,
)
from sessions.facets import Facet
from sessions.interview import AnswerState
from sessions.release import Approved, Release
from tests.exports.word.example_parts import comparisons, faults, flushing, instructions, wire
from tests.exports.word.teller import ANNA, BERT, CARO, DIRK, PHOTO, Teller

LATER = datetime(2025, 11, 24, 9, 0, tzinfo=UTC)


def example(hostile: str = "HOSTILE", **changes: Any) -> Draft:
    """A draft with every part; ``hostile`` stands wherever people say or type something."""
    told = Teller(approved={("A", 2): Approved.NOT_YET, ("B", 2): Approved.CHANGED})
    parts = {
        "quote": Quote((told.says(ANNA, 1, f"Wie de krul leest, breekt geen draad. {hostile}"),)),
        "topics": (wire(told, hostile), flushing(told), TopicBlock("hoeken", "Hoeken", ())),
        "comparisons": comparisons(told, hostile),
        "faults": faults(told),
        "instructions": instructions(told),
        "assignment": _assignment(told, hostile),
        "items": _items(told),
    }
    draft = Draft(
        programme=f"Leerpad {hostile}",
        made_at=LATER,
        language="en",
        audience=Release.PARTNERS,
        version=3,
        guide_id="edm-nl",
        guide_title="Draadvonken en zinkvonken",
        guide_version="1.0",
        module_id="M3",
        title=f"Draadvonken: snijden {hostile}",
        level="basis",
        study_time="6 uur",
        goals=("kiest draad passend bij materiaal en eis", hostile),
        prior=("Veilig werken aan de machine",),
        earlier=("Kennismaken", "Veilig werken"),
        voices=(ANNA, BERT, CARO, DIRK),
        counts=Counts(46, 7, 2, 8, 5, 1400, 9),
        glossary=(
            GlossaryEntry("startgat", ("startboring",), "start hole", True),
            GlossaryEntry(hostile),
        ),
        missing=_missing(hostile),
        sources=told.sources(),
        demo=True,
        **parts,  # type: ignore[arg-type]
    )
    return replace(draft, **changes)


def empty() -> Draft:
    """A draft of a module about which nobody said anything and the guide says little."""
    nothing: dict[str, Any] = dict.fromkeys(
        ("goals", "prior", "voices", "comparisons", "faults", "instructions", "items", "glossary", "sources"),
        (),
    )
    return example(
        "x",
        level="",
        study_time="",
        quote=None,
        counts=Counts(),
        topics=(TopicBlock("draad", "Draadkeuze", ()),),
        assignment=AssignmentBlock("", "", ()),
        missing=Missing(),
        demo=False,
        **nothing,
    )


def _assignment(told: Teller, hostile: str) -> AssignmentBlock:
    case = CaseBlock(
        "Stempel voor een brilmontuur",
        "Vonk Noord",
        "stempel",
        "gehard staal",
        "CUT 200",
        f"Ra 0,4 {hostile}",
        ("Draadsoort en diameter", "Spoelen"),
        (Picture(PHOTO, "Het stempel"),),
    )
    return AssignmentBlock(
        "Stempel snijden",
        f"Snijd een stempel. {hostile}",
        ("binnen de tolerantie", "ruwheid zoals gevraagd"),
        (case, CaseBlock("", "Delta")),
        (
            ExpertCriterion(
                "Spoelen",
                (told.says(ANNA, 13, "Die vergeet te spoelen."),),
                (told.says(BERT, 13, "Die hoort het al."),),
            ),
            ExpertCriterion("Draad", (), (told.says(BERT, 13, "Die voelt aan de draad."),)),
        ),
    )


def _items(told: Teller) -> tuple[AssessmentItem, ...]:
    a, b, c = (told.says(ANNA, 14, f"Toetszin {n}.") for n in "abc")
    d = told.says(BERT, 14, "Toetszin d.")
    alike = told.says(ANNA, 14, "Ontbramen doe je eerst.", also=[(BERT, "Eerst ontbramen, altijd.")])
    return (
        AssessmentItem(ItemKind.TRUE_FALSE, (alike,), (), topic="Spoelen"),
        AssessmentItem(ItemKind.ORDER, (b, a, c), (a, b, c), "Hoe rijg je de draad in?", "Draad inrijgen"),
        AssessmentItem(ItemKind.CAUSE, (b,), (c,)),
        AssessmentItem(ItemKind.OPEN, (), (a, d, c), "Wat doe je als de draad breekt?", "Draadbreuk"),
    )


def _missing(hostile: str) -> Missing:
    probe = ProbeGap(Facet.LIMIT, "Wanneer niet?", ("Draadsoort",), ("Anna de Wit (A1)",))
    return Missing(
        (
            TopicGap("Hoeken", True, True, (Ask("M3-V3", "Hoe snijd je deze binnenhoek?"),), (), 2),
            TopicGap("Spoelen", False, facets=(FacetGap(Facet.ERROR, None),), whom=("Dirk Maas (D1)",)),
        ),
        (
            QuestionGap("M3-V3", "Hoe snijd je deze binnenhoek?", ("Hoeken",), (), ()),
            QuestionGap("M3-V1", f"Wanneer pak je een andere draad? {hostile}", (), (probe,), ("Bert (B1)",)),
        ),
        (
            ValueGap(
                "stroom",
                "12",
                "A",
                ("material", "deviate_when"),
                101,
                "A1·01 00:00",
                "Anna de Wit (A1)",
                "Bij welk materiaal was dat?",
            ),
            ValueGap("", "3", "mm", ("quantity",), 102, "A1·02 00:00", "Anna de Wit (A1)"),
        ),
        (
            Unapproved("A1·02", "M3-V2", "Vraag 2?", "Anna de Wit (A1)"),
            Unapproved("B1·02", "M3-V2", "Vraag 2?", "een expert van Precisie Zuid (B1)", True),
        ),
        (Unfinished("A1·15", "M3-V5", "Een vraag zonder tekst?", AnswerState.FAILED, "Anna de Wit (A1)"),),
        (
            OneCompany(
                "Spoelen", "Delta", (Ask("M3-V2", "Hoe spoel je?"),), ("Anna de Wit (A1)", "Bert (B1)")
            ),
            OneCompany("Draad", "Vonk Noord"),
        ),
        (Unsaid(102, "A1·02 00:00"),),
        (
            NumberGap(
                ("12 A", "stand 3"), 101, "A1·01 00:00", "Anna de Wit (A1)", "Bij welk materiaal was dat?"
            ),
            NumberGap(("7 bar",), 102, "A1·02 00:00", "Anna de Wit (A1)"),
        ),
    )
