"""A conversation as it is kept."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from capture.interviewing.conversation import SUGGESTED, Conversation, planned
from capture.interviewing.sound import Position
from sessions.facets import Facet
from sessions.follow_ups import Suggested
from sessions.guides import library
from sessions.interview import Answer, Case, HandledFollowUp, Marker, MarkerKind, Session
from sessions.people import Company
from sessions.store import Store
from sessions.store.conversations import begin_clip, move_clip
from sessions.store.interviews import new_session
from sessions.store.people import company_named, expert_named
from tests.capture.interviewing.takes import begun

GUIDE = library.find("edm-nl")[0]
RULE = GUIDE.follow_ups[0]


@pytest.fixture
def talk(store: Store, session: Session) -> Conversation:
    """A conversation of which the second question of the second module is at hand."""
    conversation = Conversation(store, session)
    conversation.go("M2-V2")
    assert conversation.answer.question_id == "M2-V2"
    conversation.refresh()
    return conversation


def written(talk: Conversation) -> tuple[object, ...]:
    """Everything that is kept, whatever its ids are."""
    talk.refresh()
    ledger = talk.ledger
    marks = sorted((replace(m, id=0) for m in ledger.markers), key=repr)
    return ledger.session, ledger.answers, marks, ledger.handled, ledger.cases


def marks(talk: Conversation) -> list[Marker]:
    talk.refresh()
    return list(talk.ledger.markers)


# --- the place ---------------------------------------------------------------------------------------
def test_a_conversation_begins_at_the_first_question_of_the_whole_guide(
    store: Store, session: Session
) -> None:
    talk = Conversation(store, session)
    assert talk.question.id == "M1-V1"
    assert len(talk.plan) == sum(len(m.questions) for m in talk.guide.modules)


def test_it_goes_on_where_it_was_also_in_another_window(talk: Conversation, store: Store) -> None:
    talk.go("M3-V4")
    again = Conversation(store, store.get(Session, talk.session.id))
    assert (again.question.id, again.session.place) == ("M3-V4", "M3-V4")


def test_a_narrowed_conversation_asks_only_its_modules_in_the_order_of_the_guide(store: Store) -> None:
    guide, toml = library.find("edm-nl")
    expert = expert_named(store, "Piet", company_named(store, "Zuid"))
    session = new_session(store, expert, guide, toml, modules=["M3", "M1"])
    assert list(dict.fromkeys(m.id for m, _q in planned(guide, session))) == ["M1", "M3"]


@pytest.mark.parametrize("modules", [(), ("M99",)])
def test_without_a_module_that_exists_it_is_about_the_whole_guide(
    session: Session, modules: tuple[str, ...]
) -> None:
    assert len(planned(GUIDE, replace(session, modules=modules))) == len(GUIDE.questions)


def test_a_place_that_is_not_in_the_plan_is_the_first_question(store: Store, session: Session) -> None:
    assert Conversation(store, replace(session, place="M99-V1")).here == 0


def test_it_can_end_and_be_opened_again(talk: Conversation, store: Store) -> None:
    talk.end()
    talk.refresh()
    assert store.get(Session, talk.session.id).ended_at is not None
    talk.open_again()
    assert store.get(Session, talk.session.id).ended_at is None
    assert store.get(Session, talk.session.id).place == "M2-V2"


# --- marks -------------------------------------------------------------------------------------------
def test_a_probe_that_was_asked_is_marked_with_its_facet_and_its_moment(
    talk: Conversation, store: Store
) -> None:
    clip = begun(store, talk.session)
    talk.refresh()
    talk.probe(3, Position(clip.id, 4.5))
    (mark,) = marks(talk)
    expected = Marker(talk.answer.id, MarkerKind.PROBE, clip.id, 4.5, Facet.SIGNAL, 3)
    assert replace(mark, id=0) == expected


def test_the_same_probe_again_takes_its_mark_away_wherever_it_was_set(
    talk: Conversation, store: Store
) -> None:
    clip = begun(store, talk.session)
    talk.refresh()
    talk.probe(1, Position(clip.id, 4.5))
    talk.probe(2, None)
    talk.refresh()
    talk.probe(1, None)
    assert [m.probe for m in marks(talk)] == [2]


@pytest.mark.parametrize("number", [-1, 0, 5, 9])
def test_a_probe_that_the_question_does_not_have_is_not_marked(talk: Conversation, number: int) -> None:
    talk.probe(number, None)
    assert marks(talk) == []
    assert talk.undoing.what == ""


def test_the_same_probe_of_another_question_is_another(talk: Conversation) -> None:
    talk.probe(1, None)
    talk.refresh()
    talk.go("M3-V1")
    talk.probe(1, None)
    assert len(marks(talk)) == 2


def test_without_sound_a_mark_belongs_to_the_answer_at_hand(talk: Conversation) -> None:
    talk.golden_quote(None)
    talk.facet(Facet.LIMIT, None)
    assert [(m.kind, m.clip_id, m.answer_id, m.facet) for m in marks(talk)] == [
        (MarkerKind.GOLDEN_QUOTE, None, talk.answer.id, None),
        (MarkerKind.FACET, None, talk.answer.id, Facet.LIMIT),
    ]


def test_a_mark_in_a_take_belongs_to_the_answer_of_that_take(talk: Conversation, store: Store) -> None:
    clip = begun(store, talk.session)
    owner = talk.answer.id
    talk.go("M3-V1")
    talk.refresh()
    talk.golden_quote(Position(clip.id, 1.0))
    assert [m.answer_id for m in marks(talk)] == [owner]


def test_off_the_record_says_only_that_something_is_not_there(talk: Conversation) -> None:
    mark = talk.mark(MarkerKind.OFF_THE_RECORD, None)
    assert (mark.note, mark.facet, mark.probe) == ("", None, None)


# --- suggestions -------------------------------------------------------------------------------------
def test_a_suggestion_that_was_asked_is_kept_and_marked(talk: Conversation) -> None:
    talk.handle(Suggested(RULE, "dat hoor je", talk.answer.id), None, asked=True)
    (mark,) = marks(talk)
    assert (mark.kind, mark.probe, mark.note, mark.facet) == (
        MarkerKind.PROBE,
        SUGGESTED,
        RULE.id,
        RULE.facet,
    )
    assert [(h.rule, h.quote, h.asked) for h in talk.ledger.handled] == [(RULE.id, "dat hoor je", True)]


def test_one_that_was_waved_away_is_kept_without_a_mark(talk: Conversation, store: Store) -> None:
    talk.handle(Suggested(RULE, "dat hoor je", talk.answer.id), None, asked=False)
    assert marks(talk) == []
    assert [h.asked for h in store.all(HandledFollowUp)] == [False]


# --- notes, skips, flags, cases ----------------------------------------------------------------------
def test_a_note_is_kept_clean_and_without_a_recording(talk: Conversation, store: Store) -> None:
    talk.note("  Vroeg naar \x1b[2J de [b]klem.\r\nTweede regel. ")
    answer = store.get(Answer, talk.answer.id)
    assert answer.note == "Vroeg naar [2J de [b]klem.\nTweede regel."


def test_a_note_may_be_for_another_question_and_leaves_this_one_alone(
    talk: Conversation, store: Store
) -> None:
    talk.note("Later nog eens.", "M3-V4")
    talk.refresh()
    assert talk.ledger.answers["M3-V4"].note == "Later nog eens."
    assert (talk.answer.note, talk.question.id) == ("", "M2-V2")


def test_a_skipped_question_knows_why_on_one_line_and_can_be_asked_after_all(
    talk: Conversation, store: Store
) -> None:
    talk.skip(" geen\ntijd ")
    assert store.get(Answer, talk.answer.id).skipped_because == "geen tijd"
    talk.refresh()
    talk.skip("")
    assert store.get(Answer, talk.answer.id).skipped_because == ""


def test_a_flag_goes_up_and_down(talk: Conversation, store: Store) -> None:
    talk.flag()
    talk.refresh()
    assert talk.answer.flagged
    talk.flag()
    assert not store.get(Answer, talk.answer.id).flagged


def test_what_changes_nothing_is_nothing_to_take_back(talk: Conversation) -> None:
    talk.note("")
    talk.skip("  ")
    talk.about_case(None)
    assert talk.undoing.what == ""


def test_a_new_practice_case_belongs_to_the_company_and_the_answer_is_about_it(
    talk: Conversation, store: Store
) -> None:
    other = store.add(Company("Zuid"))
    talk.keep_case(Case(other.id, "Stempel", topics=("startgat",)))
    talk.refresh()
    (case,) = talk.ledger.cases
    assert (case.company_id, case.topics, talk.answer.case_id) == (talk.company.id, ("startgat",), case.id)


def test_a_practice_case_that_is_kept_again_is_the_same_one(talk: Conversation) -> None:
    talk.keep_case(Case(talk.company.id, "Stempel"))
    talk.refresh()
    (case,) = talk.ledger.cases
    talk.keep_case(replace(case, material="1.2379"))
    talk.refresh()
    assert talk.ledger.cases == (replace(case, material="1.2379"),)


# --- taking back -------------------------------------------------------------------------------------
ACTS: dict[str, Callable[[Conversation], None]] = {
    "probe": lambda t: t.probe(2, None),
    "probe again": lambda t: t.probe(1, None),
    "facet": lambda t: t.facet(Facet.REASON, None),
    "golden quote": lambda t: t.golden_quote(None),
    "asked": lambda t: t.handle(Suggested(RULE, "dat hoor je", t.answer.id), None, asked=True),
    "waved away": lambda t: t.handle(Suggested(RULE, "dat hoor je", t.answer.id), None, asked=False),
    "note": lambda t: t.note("Anders."),
    "note elsewhere": lambda t: t.note("Anders.", "M1-V1"),
    "skip": lambda t: t.skip("geen tijd"),
    "flag": lambda t: t.flag(),
    "no case": lambda t: t.about_case(None),
    "new case": lambda t: t.keep_case(Case(t.company.id, "Matrijs")),
    "changed case": lambda t: t.keep_case(replace(t.ledger.cases[0], title="Stempel 2")),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_whatever_was_done_is_taken_back_wholly(
    talk: Conversation, store: Store, act: Callable[[Conversation], None]
) -> None:
    talk.probe(1, None)
    talk.note("Vooraf.")
    talk.note("Ook vooraf.", "M1-V1")
    talk.refresh()
    talk.keep_case(Case(talk.company.id, "Stempel"))
    before = written(talk)
    act(talk)
    assert written(talk) != before
    assert talk.undoing.back(0.0)
    assert written(talk) == before


def test_a_row_of_things_is_taken_back_to_the_beginning(talk: Conversation) -> None:
    talk.refresh()
    before = written(talk)
    names = [name for name in ACTS if name not in ("no case", "changed case")]
    for name in names:
        ACTS[name](talk)
        talk.refresh()
    while talk.undoing.back(0.0):
        talk.refresh()
    after = written(talk)
    answers = after[1]
    assert isinstance(answers, dict)
    assert replace(answers.pop("M1-V1"), id=0, number=0) == Answer(talk.session.id, "M1-V1", 0)
    assert after == before


def test_taking_back_keeps_what_was_written_at_the_answer_before(talk: Conversation, store: Store) -> None:
    talk.note("Blijft.")
    talk.refresh()
    talk.flag()
    talk.undoing.back(0.0)
    answer = store.get(Answer, talk.answer.id)
    assert (answer.note, answer.flagged) == ("Blijft.", False)


def test_the_question_of_an_answer_is_known_after_its_take_moved(talk: Conversation, store: Store) -> None:
    clip = begin_clip(store, talk.session, talk.answer, taken=(), rate=48_000, channels=1)
    talk.go("M3-V1")
    moved = move_clip(store, clip, talk.answer)
    talk.refresh()
    question = talk.question_of(moved.answer_id)
    assert question is not None
    assert question.id == "M3-V1"
    assert talk.question_of(999) is None
