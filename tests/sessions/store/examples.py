"""One full example of everything that is stored, in the order in which one hangs below another."""

from datetime import UTC, date, datetime

from sessions.edits import Delta, Edit, EditState
from sessions.exported import Entry, Export, ExportedModule, KeptApart
from sessions.facets import Facet
from sessions.interview import (
    Answer,
    Attachment,
    Case,
    Clip,
    GuideCopy,
    HandledFollowUp,
    Marker,
    MarkerKind,
    Session,
)
from sessions.jobs import Job, JobState
from sessions.people import Company, Consent, Expert, Permission
from sessions.pseudonyms import Pseudonym
from sessions.received import NoteKind, Wish
from sessions.release import Approval, Release
from sessions.remark import Remark
from sessions.sheet import Former, SentAnswer, SentFragment, Sheet
from sessions.spending import Stretch, Who
from sessions.store.store import Store, Stored
from sessions.transcript import (
    Conflict,
    Doubt,
    Revision,
    Role,
    Segment,
    Source,
    Tag,
    TagOrigin,
    Timed,
    Transcript,
    TranscriptState,
    Value,
    Why,
    Word,
)
from sessions.vocabulary import Mishearing, Refusal, VocabularyTerm
from sessions.withdrawal import Because, Retention, Withdrawal

WHEN = datetime(2026, 3, 12, 9, 30, 15, tzinfo=UTC)
SHA = "ab" * 32

EXAMPLES: tuple[Stored, ...] = (
    Company("Matrijs & Zn", id=1),
    Expert("Fatima el Amrani", "A", 1, id=1),
    Consent(1, Permission.NAMED_QUOTE, given=True, at=WHEN, wording="2", asked_by="Anneke", id=1),
    Case(
        1,
        "Stempel",
        "plaat 40 mm",
        "1.2379",
        "Sodick",
        "Ra 0,4",
        ("startgat", "hoeken"),
        ("attachments/a.jpg",),
        Release.PARTNERS,
        id=1,
    ),
    GuideCopy("edm-nl", "1.0", SHA, 'id = "edm-nl"\ntitle = "Diëlektricum"\n', id=1),
    Session("A1", 1, 1, 1, WHEN, "Agie", "nl", "Over draad", ("M2", "M3"), "M3-V1", WHEN, id=1),
    Answer(1, "M3-V1", 1, "haalde zelf", True, "geen tijd", 1, id=1),
    Clip(1, 1, "audio/A1/01.wav", SHA, 960_044, 30.25, 48_000, 2, WHEN, WHEN, "opname 1.wav", id=1),
    Marker(1, MarkerKind.PROBE, 1, 4.25, Facet.LIMIT, 2, "klantnaam", id=1),
    Attachment(
        1, "attachments/A1/01.jpg", SHA, 1024, "foto.jpg", WHEN, 1, 3.5, "de kop", Release.PARTNERS, id=1
    ),
    Stretch(1, Who.DEVELOPER, WHEN, WHEN, id=1),
    HandledFollowUp(1, "zintuig", "dat hoor je", asked=True, at=WHEN, id=1),
    Transcript(
        1,
        Source.WHISPER,
        WHEN,
        1,
        "small",
        {"temperature": [0.0, 0.2], "prompt": "draad, diëlektricum", "beam": None, "vad": True},
        "nl",
        "overleg.vtt",
        "attachments/a.vtt",
        SHA,
        TranscriptState.IN_PROGRESS,
        12.5,
        id=1,
    ),
    Segment(
        1,
        0,
        0.5,
        4.25,
        "het dielectricum",
        "het diëlektricum",
        (Word(0.5, 0.9, " het", 0.99), Word(0.9, 1.4, " dielectricum", 0.31)),
        Role.INTERVIEWER,
        "Anneke",
        Doubt.LOW_CONFIDENCE,
        Release.FREE,
        (Word(0.5, 0.9, " het", 0.99), Word(0.9, 1.4, " diëlektricum", 1.0)),
        Timed.ALIGNED,
        (7, 8),
        True,
        True,
        Facet.LIMIT,
        True,
        id=1,
    ),
    Revision(1, "dielectricum", "diëlektricum", "Anneke", WHEN, Why.VOCABULARY, id=1),
    Tag(1, "spoelen", TagOrigin.SUGGESTED, Facet.KEY_POINT, 0.75, ("spoelen", "druk"), False, id=1),
    Value(
        1,
        "ontlaadstroom",
        "6",
        "A",
        "Agie",
        "1.2379",
        "40 mm",
        "messing",
        "1e snede",
        "bij hoeken",
        "zes ampère",
        "Anneke",
        True,
        id=1,
    ),
    Conflict(1, "diëlektricum", "elektricum", True, id=1),
    Edit(1, "Anneke", WHEN, Why.REPLACE, "replaced", "b1", EditState.UNDONE, id=1),
    Delta(1, 1, "Segment", 1, "{}", "", id=1),
    VocabularyTerm("diëlektricum", "Anneke", WHEN, 1, id=1),
    Mishearing(1, "dielectricum", 1, id=1),
    Refusal(1, "elektricum", "diëlektricum", id=1),
    Pseudonym("Jansen", "klant 1", "Anneke", WHEN, id=1),
    Approval(1, 1, SHA, WHEN, Wish.INTERNAL, "Anneke", (1, 2), id=1),
    Job(1, WHEN, JobState.SET_ASIDE, 3, "De opname houdt op.", id=1),
    Export(WHEN, "exports/M3.docx", SHA, "docx", Release.PARTNERS, "huisstijl.dotx", id=1),
    ExportedModule(
        1, "edm-nl", "M3", 2, (Entry("s:1", "startgat/signal", "ab12"), Entry("v:1", "", "cd")), (1,), id=1
    ),
    KeptApart(1, "Anneke", WHEN, id=1),
    Sheet(
        1,
        "k7m2xw9q",
        WHEN,
        "Anneke",
        "exports/A1.docx",
        (SentAnswer(1, "1. Hoe stel je af?", SHA, (SentFragment(1, "Ik spoel met dielectricum."),)),),
        (
            SentAnswer(
                1, "1. Hoe stel je af?", SHA, (SentFragment(1, "Ik spoel met diëlektricum."),), Wish.RIGHT
            ),
        ),
        WHEN,
        WHEN,
        (SHA,),
        ("Op welke machine: Sodick AQ537L",),
        1,
        (Former((), WHEN, WHEN, 0),),
        id=1,
    ),
    Remark(1, "Dat was op de oude machine.", "Fatima", WHEN, NoteKind.COMMENT, 1, 1, "spoel", True, id=1),
    Withdrawal(1, Permission.RECORDING, Because.WITHDRAWN, WHEN, "Anneke", id=1),
    Retention(date(2027, 6, 30), "Anneke", WHEN, id=1),
)


def fill(store: Store) -> None:
    """Store every example."""
    for example in EXAMPLES:
        store.add(example)
