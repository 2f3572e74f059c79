"""What the experts of the example tell: topics, comparisons, faults and work instructions."""

from exports.draft.model import (
    Comparison,
    ComparisonRow,
    Fault,
    Instruction,
    Kind,
    Paragraph,
    Picture,
    Position,
    Section,
    Statement,
    Step,
    Steps,
    TopicBlock,
    ValueRow,
    Verdict,
    Voice,
)
from sessions.facets import Facet
from sessions.guides.model import FaultPart
from sessions.transcript import Doubt
from tests.exports.word.teller import ANNA, BERT, CARO, DIRK, GONE, PHOTO, Teller


def wire(told: Teller, hostile: str) -> TopicBlock:
    long = tuple(
        told.says(ANNA, 2, f"Zin {n} over het kiezen van draad bij werk dat nauw komt.") for n in range(1, 6)
    )
    folded = told.says(
        ANNA,
        3,
        "Neem nooit een klos die op de grond heeft gelegen.",
        also=[(BERT, "een klos die op de grond lag neem je dus echt nooit"), (ANNA, "nooit van de grond")],
    )
    doubtful = told.says(BERT, 2, f"Dat kost een uur. {hostile}", doubt=Doubt.LOW_CONFIDENCE, leans=True)
    value = told.says(ANNA, 4, "Dan zet ik de servospanning op 40 volt.")
    return TopicBlock(
        "draadkeuze",
        f"Draadsoort en diameter {hostile}",
        (
            Section(
                Kind.WHAT,
                (Paragraph(long, "Vonk Noord"), Paragraph((folded, doubtful), "Vonk Noord")),
            ),
            Section(Kind.HOW, (), (_steps(told),)),
            Section(
                Kind.EXAMPLE, (Paragraph((told.says(BERT, 3, "Bij een stempel ging het mis."),), "Delta"),)
            ),
            Section(Kind.VALUES, (Paragraph((value,), "Vonk Noord"),), (), (_value(value, hostile),)),
        ),
        (
            Picture(PHOTO, f"De krul van een slechte klos {hostile}", "A1·02", ANNA),
            Picture(PHOTO, "", "Z9·09"),
            Picture(GONE, "Foto die weg is", "A1·03", ANNA),
        ),
        (Paragraph((told.says(CARO, 5, "De straal stond scheef.", because=("straal",)),), "Delta (C)"),),
        (Facet.LIMIT, Facet.CHECK),
    )


def flushing(told: Teller) -> TopicBlock:
    one = told.says(DIRK, 6, "Spoelen doe je van twee kanten.")
    return TopicBlock("spoelen", "Spoelen", (Section(Kind.SAID, (Paragraph((one,)),)),))


def _steps(told: Teller) -> Steps:
    return Steps(
        ANNA,
        "M3-V1",
        "Hoe rijg je de draad in?",
        (
            Step(
                told.says(ANNA, 6, "Je zet de kop recht boven het startgat."),
                (
                    told.says(ANNA, 6, "Kijk van twee kanten."),
                    told.says(ANNA, 6, "Haal er een loep bij."),
                ),
                (told.says(ANNA, 6, "Anders schuurt de draad."),),
            ),
            Step(told.says(ANNA, 6, "Dan laat je de straal de draad pakken.")),
        ),
    )


def _value(statement: Statement, hostile: str) -> ValueRow:
    context = ("Sodick AG60L", "gehard staal 60 HRC", "40 mm", "messing 0,25 mm", "hoofdsnede", hostile)
    return ValueRow("servospanning", "40", "V", *context, statement)


def comparisons(told: Teller, hostile: str) -> tuple[Comparison, ...]:
    return (
        Comparison(
            "M3-V1",
            "Hoe groot maak je een startgat?",
            (ANNA, BERT),
            (
                ComparisonRow(
                    Verdict.DIFFER,
                    (
                        Position(ANNA, (told.says(ANNA, 7, "Ik boor 3 mm."),), ("staal", "Vonk Noord")),
                        Position(BERT, (told.says(BERT, 7, "Ik boor 5 mm."),)),
                    ),
                    ("3 mm", "5 mm", hostile),
                    ("startgat",),
                ),
                ComparisonRow(
                    Verdict.AGREE,
                    (
                        Position(ANNA, (told.says(ANNA, 7, "Eerst ontbramen."),)),
                        Position(BERT, (told.says(BERT, 7, "Ontbramen doe je eerst."),)),
                    ),
                ),
                ComparisonRow(
                    Verdict.BESIDE,
                    (Position(ANNA, tuple(told.says(ANNA, 7, f"Los punt {n}.") for n in range(7))),),
                ),
            ),
        ),
        _differing(told, "Welke draad pak je?", (ANNA, BERT, CARO), 8),
        _differing(told, "Wat doe je bij een breuk?", (ANNA, BERT, CARO, DIRK), 9),
    )


def _differing(told: Teller, question: str, voices: tuple[Voice, ...], answer: int) -> Comparison:
    positions = tuple(
        Position(voice, (told.says(voice, answer, f"{voice.code} doet het zo."),), ("staal",))
        for voice in voices
    )
    return Comparison(f"M3-V{answer}", question, voices, (ComparisonRow(Verdict.DIFFER, positions, ("zo",)),))


def faults(told: Teller) -> tuple[Fault, ...]:
    return (
        Fault(
            BERT,
            "M7-V1",
            "Welke storing kostte je een dag?",
            (
                (FaultPart.SYMPTOM, (told.says(BERT, 10, "De draad brak steeds."),)),
                (FaultPart.REMEDY, (told.says(BERT, 10, "Toen heb ik de spoelkop schoongemaakt."),)),
            ),
            (told.says(BERT, 10, "Dat was een lange vrijdag."),),
        ),
        Fault(ANNA, "M7-V1", "Welke storing kostte je een dag?", ((FaultPart.CAUSE, ()),)),
    )


def instructions(told: Teller) -> tuple[Instruction, ...]:
    return tuple(
        Instruction(
            ANNA,
            f"M3-V{number}",
            task,
            tuple(
                Step(
                    told.says(ANNA, number, f"{task}: stap {n}."),
                    (told.says(ANNA, number, f"{task}: let op {n}."),) if n == 1 else (),
                    (told.says(ANNA, number, f"{task}: want {n}."),) if n == 1 else (),
                )
                for n in range(1, 4)
            ),
        )
        for number, task in ((11, "Draad inrijgen"), (12, "Nulpunt zoeken"))
    )
