"""The tables of a programme's database by the types that they hold."""

from sessions.edits import Delta, Edit
from sessions.exported import Export, ExportedModule, KeptApart
from sessions.interview import Answer, Attachment, Case, Clip, GuideCopy, HandledFollowUp, Marker, Session
from sessions.jobs import Job
from sessions.people import Company, Consent, Expert
from sessions.pseudonyms import Pseudonym
from sessions.release import Approval
from sessions.remark import Remark
from sessions.sheet import Sheet
from sessions.spending import Stretch
from sessions.transcript import Conflict, Revision, Segment, Tag, Transcript, Value
from sessions.vocabulary import Mishearing, Refusal, VocabularyTerm
from sessions.withdrawal import Retention, Withdrawal

APPLICATION_ID = 0x56414B42  # "VAKB": tells a programme from any other SQLite file

TABLES: dict[type, str] = {
    Company: "company",
    Expert: "expert",
    Consent: "consent",
    Case: "practice_case",
    GuideCopy: "guide_copy",
    Session: "session",
    Answer: "answer",
    Clip: "clip",
    Marker: "marker",
    Attachment: "attachment",
    Stretch: "stretch",
    HandledFollowUp: "handled_follow_up",
    Transcript: "transcript",
    Segment: "segment",
    Revision: "revision",
    Tag: "tag",
    Value: "process_value",
    Approval: "approval",
    Job: "job",
    Edit: "edit",
    Delta: "delta",
    Conflict: "conflict",
    VocabularyTerm: "vocabulary_term",
    Mishearing: "mishearing",
    Refusal: "refusal",
    Pseudonym: "pseudonym",
    Export: "export",
    ExportedModule: "exported_module",
    KeptApart: "kept_apart",
    Sheet: "review_sheet",
    Remark: "remark",
    Withdrawal: "withdrawal",
    Retention: "retention",
}

SEARCH_INDEX = "segment_search"
