"""Taking in what an expert changed in their copy: beside what was changed here meanwhile, once, and undoable."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sessions.approving import approved
from sessions.errors import ChangedSince, ReviewFileError
from sessions.incoming import Age
from sessions.interview import Session
from sessions.moment import now
from sessions.people import Expert, Permission
from sessions.programme import Programme
from sessions.received import Addition, Note, NoteKind, Wish
from sessions.release import Approval, Approved, Release
from sessions.remark import Remark
from sessions.store import Store, people, receiving, remarks, revising, sheets
from sessions.store.approving import decide, decisions
from sessions.store.conversations import forget_text
from sessions.store.editing import editing, redo, undo
from sessions.store.releasing import release_all
from sessions.store.revising import versions
from sessions.store.search import search
from sessions.transcript import Role, Tag, TagOrigin, Why
from tests.builders import Said, add_clip, add_text, add_transcript
from tests.sessions.store.sent import answers, back, segments, sent, taken_in, texts

LINES = (
    Said("En dan?", 0.0, Role.INTERVIEWER),
    Said("Dan breekt de draad bij de wand.", 3.0),
    Said("Ik zet de stroom omlaag.", 7.0),
    Said("Anders kost het een hele middag.", 10.0),
)

MORE = Note(NoteKind.ROOM, "Bel even.")


@pytest.fixture(autouse=True)
def told(programme: Programme, store: Store, jan: Session) -> None:
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 20), LINES)


def retype(store: Store, jan: Session, segment_id: int, text: str) -> None:
    with editing(store, jan, "Anneke", Why.HUMAN, "text typed") as pencil:
        revising.retype(pencil, segment_id, text)


def ids(store: Store, jan: Session) -> list[int]:
    return [s.id for s in segments(store, jan)]


# --- words ------------------------------------------------------------------------------------------------


def test_a_changed_text_becomes_the_fragments_with_the_expert_in_its_history(
    store: Store, jan: Session
) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    done = taken_in(store, sheet, back(sheet, {first: "Dan knapt de draad bij de wand."}))
    assert texts(store, jan)[1] == "Dan knapt de draad bij de wand."
    assert [(v.by, v.why, v.before) for v in versions(store, first)] == [("Jan", Why.WORD, LINES[1].text)]
    assert (done.counts.reworded, done.counts.clashes, done.unticked) == (1, 0, ("A1·01",))


def test_an_unchanged_file_changes_nothing_and_leaves_nothing_to_undo(store: Store, jan: Session) -> None:
    sheet = sent(store, jan)
    assert taken_in(store, sheet, back(sheet)).empty
    assert undo(store, jan, "Anneke") is None


def test_how_much_was_crossed_out_is_told_before_it_is_taken_in(store: Store, jan: Session) -> None:
    sheet = sent(store, jan)
    assert receiving.plan(store, sheet, replace(back(sheet), crossed_out=2)).crossed_out == 2


def test_it_is_all_undone_and_done_again_as_one(store: Store, jan: Session) -> None:
    sheet, (_asked, first, second, third) = sent(store, jan), ids(store, jan)
    received = back(
        sheet, {first: "Dan knapt hij."}, gone=[third], added=[Addition("En altijd spoelen.", second)]
    )
    taken_in(store, sheet, received)
    assert texts(store, jan)[1:4] == ["Dan knapt hij.", "Ik zet de stroom omlaag.", "En altijd spoelen."]
    assert segments(store, jan)[4].release is Release.STRUCK
    assert undo(store, jan, "Anneke") is not None
    assert texts(store, jan) == [line.text for line in LINES]
    assert {s.release for s in segments(store, jan)} == {Release.INTERNAL}
    redo(store, jan, "Anneke")
    assert texts(store, jan)[3] == "En altijd spoelen."


def test_what_was_changed_here_meanwhile_is_kept_too(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    retype(store, jan, first, "Dan breekt de messingdraad bij de wand.")
    done = taken_in(store, sheet, back(sheet, {first: "Dan breekt de draad bij de rechte wand."}))
    assert texts(store, jan)[1] == "Dan breekt de messingdraad bij de rechte wand."
    (rewording,) = done.answers[0].rewordings
    assert (rewording.meanwhile, rewording.clash) == (True, False)


def test_of_the_same_words_those_of_the_expert_stand_and_it_is_told(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    retype(store, jan, first, "Dan knapt de draad bij de rand.")
    done = taken_in(store, sheet, back(sheet, {first: "Dan scheurt de draad bij de wand."}))
    assert texts(store, jan)[1] == "Dan scheurt de draad bij de rand."
    assert done.counts.clashes == 1


def test_the_same_change_on_both_sides_is_none(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    retype(store, jan, first, "Dan knapt hij.")
    assert receiving.plan(store, sheet, back(sheet, {first: "Dan knapt hij."})).empty


def test_a_change_to_what_was_struck_here_is_taken_and_it_stays_struck(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    release_all(store, jan, segments(store, jan)[1:2], Release.STRUCK, "Anneke")
    taken_in(store, sheet, back(sheet, {first: "Dan knapt hij."}))
    assert (segments(store, jan)[1].text, segments(store, jan)[1].release) == (
        "Dan knapt hij.",
        Release.STRUCK,
    )


# --- taken out, and put back ------------------------------------------------------------------------------


def test_what_the_expert_took_out_is_struck_also_where_it_was_changed_here(
    store: Store, jan: Session
) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    retype(store, jan, first, "Dan knapt hij.")
    done = taken_in(store, sheet, back(sheet, gone=[first]))
    assert segments(store, jan)[1].release is Release.STRUCK
    assert (versions(store, first)[-1].by, versions(store, first)[-1].why) == ("Jan", Why.STRUCK)
    assert [r.text for r in done.answers[0].removals] == ["Dan knapt hij."]


def test_what_was_struck_here_already_is_not_struck_again(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    release_all(store, jan, segments(store, jan)[1:2], Release.STRUCK, "Anneke")
    assert receiving.plan(store, sheet, back(sheet, gone=[first])).empty


def test_what_the_expert_puts_back_is_there_again(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    taken_in(store, sheet, back(sheet, gone=[first]))
    sheet = sheets.sheets(store, jan)[0]
    assert receiving.plan(store, sheet, back(sheet, gone=[first], sha256="cd" * 32)).empty
    done = taken_in(store, sheet, back(sheet, {first: LINES[1].text}, sha256="ef" * 32))
    assert (segments(store, jan)[1].text, segments(store, jan)[1].release) == (
        LINES[1].text,
        Release.INTERNAL,
    )
    assert [(r.now, r.then) for r in done.answers[0].rewordings] == [("", LINES[1].text)]


# --- added ------------------------------------------------------------------------------------------------


def test_what_the_expert_added_is_a_fragment_without_sound_at_its_place(store: Store, jan: Session) -> None:
    sheet, (_asked, first, second, _third) = sent(store, jan), ids(store, jan)
    taken_in(
        store, sheet, back(sheet, added=[Addition("Eerst spoelen.", first), Addition("Dan meten.", first)])
    )
    assert texts(store, jan)[1:4] == [LINES[1].text, "Eerst spoelen.", "Dan meten."]
    added, end = segments(store, jan)[2], segments(store, jan)[1].end
    assert added.written
    assert (added.start, added.end, added.role, added.release) == (end, end, Role.EXPERT, Release.INTERNAL)
    assert [(v.before, v.after, v.by) for v in versions(store, added.id)] == [("", "Eerst spoelen.", "Jan")]
    like = {t.topic for t in store.all(Tag, segment_id=second, origin=TagOrigin.QUESTION)}
    assert {t.topic for t in store.all(Tag, segment_id=added.id)} == like
    assert search(store, "spoelen")


def test_what_stands_before_all_becomes_the_first(store: Store, jan: Session) -> None:
    sheet = sent(store, jan)
    taken_in(store, sheet, back(sheet, added=[Addition("Vooraf.", 0)]))
    assert texts(store, jan)[0] == "Vooraf."


def test_what_was_added_already_is_not_added_twice(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    taken_in(store, sheet, back(sheet, added=[Addition("Eerst spoelen.", first)]))
    known = sheets.sheets(store, jan)[0]
    again = back(replace(known, back=()), added=[Addition("Eerst  spoelen.", first)], sha256="cd" * 32)
    assert receiving.plan(store, known, again).empty
    assert [f.text for f in known.back[0].fragments][1] == "Eerst spoelen."


def test_without_text_to_stand_in_it_becomes_a_remark(store: Store, jan: Session) -> None:
    forget_text(store, answers(store, jan)[0].clips[0])
    sheet = sent(store, jan)
    taken_in(store, sheet, back(sheet, added=[Addition("Dit moet er nog bij.", 0)]))
    assert [(r.kind, r.text) for r in remarks.remarks(store, jan)] == [
        (NoteKind.UNPLACED, "Dit moet er nog bij.")
    ]


# --- meanwhile split, joined, heard again -----------------------------------------------------------------


def test_a_change_to_what_was_split_goes_to_the_part_that_holds_its_words(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    with editing(store, jan, "Anneke", Why.SPLIT, "split") as pencil:
        revising.split(pencil, first, len("Dan breekt de draad "))
    taken_in(store, sheet, back(sheet, {first: "Dan breekt de draad bij de rechte wand."}))
    assert texts(store, jan)[1:3] == ["Dan breekt de draad", "bij de rechte wand."]


def test_a_change_to_what_was_joined_goes_into_the_whole(store: Store, jan: Session) -> None:
    sheet, (_asked, first, second, _third) = sent(store, jan), ids(store, jan)
    with editing(store, jan, "Anneke", Why.JOIN, "joined") as pencil:
        revising.join(pencil, first)
    taken_in(store, sheet, back(sheet, {second: "Ik zet de stroom lager."}))
    assert texts(store, jan)[1] == "Dan breekt de draad bij de wand. Ik zet de stroom lager."


def test_of_what_was_joined_the_part_that_is_gone_goes(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    with editing(store, jan, "Anneke", Why.JOIN, "joined") as pencil:
        revising.join(pencil, first)
    taken_in(store, sheet, back(sheet, gone=[first]))
    assert (segments(store, jan)[1].text, segments(store, jan)[1].release) == (
        LINES[2].text,
        Release.INTERNAL,
    )


def test_a_change_finds_what_a_better_model_heard_meanwhile(store: Store, jan: Session) -> None:
    sheet, (_asked, first, second, _third) = sent(store, jan), ids(store, jan)
    heard = (LINES[0], replace(LINES[1], text="Dan breekt de draad bij de hand."), *LINES[2:])
    clip = answers(store, jan)[0].clips[0]
    add_transcript(store, clip, heard, model="large-v2")
    taken_in(store, sheet, back(sheet, {first: "Dan knapt de draad bij de wand."}, gone=[second]))
    assert texts(store, jan)[1] == "Dan knapt de draad bij de hand."
    assert [s.release for s in segments(store, jan)[1:3]] == [Release.INTERNAL, Release.STRUCK]


def test_a_change_to_what_is_not_there_any_more_becomes_a_remark(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    clip = answers(store, jan)[0].clips[0]
    add_transcript(store, clip, (Said("Iets heel anders dan wat er eerst stond.", 0.0),), model="large-v2")
    before = texts(store, jan)
    done = taken_in(store, sheet, back(sheet, {first: "Dan knapt de draad bij de wand."}))
    assert texts(store, jan) == before
    (remark,) = remarks.remarks(store, jan)
    assert (remark.kind, remark.text, remark.quote) == (
        NoteKind.UNPLACED,
        "Dan knapt de draad bij de wand.",
        LINES[1].text,
    )
    assert done.counts.notes == 1


# --- ticked -----------------------------------------------------------------------------------------------


def test_a_tick_is_agreement_to_the_text_as_it_came_back(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    done = taken_in(
        store,
        sheet,
        back(sheet, {first: "Dan knapt hij."}, added=[Addition("Altijd.", first)], wishes=[Wish.CHANGED]),
    )
    assert (done.counts.agreed, done.unticked) == (1, ())
    assert how(store, jan) is Approved.AS_IT_IS


def test_agreement_is_not_to_what_was_changed_here_meanwhile(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    retype(store, jan, first, "Dan breekt de messingdraad bij de wand.")
    taken_in(store, sheet, back(sheet, wishes=[Wish.RIGHT]))
    assert texts(store, jan)[1] == "Dan breekt de messingdraad bij de wand."
    assert how(store, jan) is Approved.CHANGED


def test_agreement_is_not_to_what_was_said_since(programme: Programme, store: Store, jan: Session) -> None:
    sheet = sent(store, jan)
    add_transcript(store, add_clip(programme, store, jan, "M2-V2", 5), (Said("Nog iets.", 1.0),))
    taken_in(store, sheet, back(sheet, wishes=[Wish.RIGHT]))
    assert how(store, jan) is Approved.CHANGED


def test_what_was_split_since_is_what_they_agreed_to(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    with editing(store, jan, "Anneke", Why.SPLIT, "split") as pencil:
        revising.split(pencil, first, len("Dan breekt de draad "))
    taken_in(store, sheet, back(sheet, wishes=[Wish.RIGHT]))
    assert how(store, jan) is Approved.AS_IT_IS


def test_what_is_not_to_be_used_is_struck_with_what_was_added(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    done = taken_in(
        store, sheet, back(sheet, added=[Addition("Altijd.", first)], wishes=[Wish.RIGHT, Wish.NOT_TO_USE])
    )
    assert done.answers[0].several
    assert [s.release for s in segments(store, jan)] == [Release.INTERNAL, *[Release.STRUCK] * 4]
    sheet = sheets.sheets(store, jan)[0]
    assert receiving.plan(store, sheet, back(sheet, wishes=[Wish.NOT_TO_USE], sha256="cd" * 32)).empty
    undo(store, jan, "Anneke")
    assert Release.STRUCK not in {s.release for s in segments(store, jan)}


def test_the_same_tick_does_not_undo_what_they_said_by_telephone_since(store: Store, jan: Session) -> None:
    sheet = sent(store, jan)
    taken_in(store, sheet, back(sheet, wishes=[Wish.RIGHT]))
    decide(store, jan, answers(store, jan)[0], Wish.INTERNAL, "Anneke")
    sheet = sheets.sheets(store, jan)[0]
    done = taken_in(
        store,
        sheet,
        back(sheet, wishes=[Wish.RIGHT], notes=[Note(NoteKind.ROOM, "Nog iets.")], sha256="cd" * 32),
    )
    assert done.answers[0].wish is None
    assert [d.wish for d in decisions(store, jan.id).values()] == [Wish.INTERNAL]


def test_a_box_that_was_left_as_it_was_takes_no_stricter_tick_in_another_file_back(
    store: Store, jan: Session
) -> None:
    one, other, (_asked, first, *_rest) = sent(store, jan), sent(store, jan), ids(store, jan)
    taken_in(store, other, back(other, wishes=[Wish.RIGHT]))
    taken_in(store, one, back(one, wishes=[Wish.INTERNAL], sha256="cd" * 32))
    (other, _one) = sheets.sheets(store, jan)
    more = back(other, {first: "Dan knapt hij."}, wishes=[Wish.RIGHT], sha256="ef" * 32)
    assert taken_in(store, other, more).answers[0].wish is None
    assert [d.wish for d in decisions(store, jan.id).values()] == [Wish.INTERNAL]


def test_what_they_change_under_the_same_tick_is_agreed_to_again(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    taken_in(store, sheet, back(sheet, wishes=[Wish.CHANGED]))
    (sheet,) = sheets.sheets(store, jan)
    taken_in(store, sheet, back(sheet, {first: "Dan knapt hij."}, wishes=[Wish.CHANGED], sha256="cd" * 32))
    assert how(store, jan) is Approved.AS_IT_IS


def test_what_may_be_used_after_all_is_there_again_but_for_what_they_took_out(
    store: Store, jan: Session
) -> None:
    sheet, (_asked, first, second, third) = sent(store, jan), ids(store, jan)
    release_all(store, jan, segments(store, jan)[3:], Release.STRUCK, "Anneke")
    taken_in(store, sheet, back(sheet, wishes=[Wish.NOT_TO_USE]))
    (sheet,) = sheets.sheets(store, jan)
    after_all = back(sheet, {first: "Dan knapt hij."}, gone=[second], wishes=[Wish.RIGHT], sha256="cd" * 32)
    done = taken_in(store, sheet, after_all)
    assert [s.release for s in segments(store, jan)[1:]] == [
        Release.INTERNAL, Release.STRUCK, Release.STRUCK,
    ]  # fmt: skip
    assert (done.answers[0].come_back, done.answers[0].rewordings[0].release) == (1, Release.INTERNAL)
    assert third in ids(store, jan)


def test_all_that_may_be_used_after_all_is_agreed_to(store: Store, jan: Session) -> None:
    sheet = sent(store, jan)
    taken_in(store, sheet, back(sheet, wishes=[Wish.NOT_TO_USE]))
    (sheet,) = sheets.sheets(store, jan)
    taken_in(store, sheet, back(sheet, wishes=[Wish.RIGHT], sha256="cd" * 32))
    assert {s.release for s in segments(store, jan)} == {Release.INTERNAL}
    assert how(store, jan) is Approved.AS_IT_IS


@pytest.mark.parametrize("level", list(Release))
def test_it_is_told_how_far_the_new_words_go(store: Store, jan: Session, level: Release) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    release_all(store, jan, segments(store, jan)[1:2], level, "Anneke")
    plans = [
        receiving.plan(store, sheet, back(sheet, {first: "Dan knapt hij."}, wishes=wishes))
        for wishes in ([], [Wish.INTERNAL])
    ]
    open_, kept = (one.answers[0].rewordings[0].release for one in plans)
    assert open_ is level
    assert kept is (Release.STRUCK if level is Release.STRUCK else Release.INTERNAL)


def how(store: Store, jan: Session) -> Approved:
    (answer,) = answers(store, jan)
    return approved(answer, store.all(Approval, answer_id=answer.answer.id))


# --- once, the newest, and safely -------------------------------------------------------------------------


def test_the_same_content_changes_nothing_twice(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    received = back(sheet, {first: "Dan knapt hij."}, notes=[MORE])
    taken_in(store, sheet, received)
    retype(store, jan, first, "Dan knapt hij soms.")
    again = taken_in(store, sheet, received)
    assert again.empty
    assert again.taken_in_at is not None
    assert texts(store, jan)[1] == "Dan knapt hij soms."


def test_what_was_undone_can_be_taken_in_again_and_its_remarks_are_there_once(
    store: Store, jan: Session
) -> None:
    sheet, (_asked, first, second, _third) = sent(store, jan), ids(store, jan)
    received = back(sheet, {first: "Dan knapt hij."}, notes=[MORE], wishes=[Wish.NOT_TO_USE])
    taken_in(store, sheet, received)
    undo(store, jan, "Anneke")
    retype(store, jan, second, "Ik zet hem omlaag.")
    done = taken_in(store, sheet, received)
    assert (done.counts.reworded, done.counts.not_to_use, done.counts.notes) == (1, 1, 0)
    assert texts(store, jan)[1:3] == ["Dan knapt hij.", "Ik zet hem omlaag."]
    assert [s.release for s in segments(store, jan)[1:]] == [Release.STRUCK] * 3


def test_what_was_done_again_is_taken_in_already(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    received = back(sheet, {first: "Dan knapt hij."})
    taken_in(store, sheet, received)
    undo(store, jan, "Anneke")
    assert receiving.plan(store, sheet, received).taken_in_at is None
    redo(store, jan, "Anneke")
    assert receiving.plan(store, sheet, received).taken_in_at is not None


def test_of_a_file_that_came_twice_only_what_was_undone_is_new_again(store: Store, jan: Session) -> None:
    sheet, (_asked, first, second, _third) = sent(store, jan), ids(store, jan)
    taken_in(store, sheet, back(sheet, {first: "Dan knapt hij."}))
    (now_,) = sheets.sheets(store, jan)
    more = back(now_, {second: "Ik zet hem lager."}, sha256="cd" * 32)
    taken_in(store, now_, more)
    undo(store, jan, "Anneke")
    (then,) = sheets.sheets(store, jan)
    assert (then.taken_in, then.back) == (now_.taken_in, now_.back)
    assert [r.then for r in receiving.plan(store, sheet, more).answers[0].rewordings] == ["Ik zet hem lager."]


def test_what_was_heard_again_since_it_came_is_not_new(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    received = back(sheet, {first: "Dan knapt hij."}, wishes=[Wish.CHANGED])
    taken_in(store, sheet, received)
    add_transcript(store, answers(store, jan)[0].clips[0], LINES, model="large-v2")
    assert receiving.plan(store, sheet, received).taken_in_at is not None
    assert how(store, jan) is Approved.AS_IT_IS


def test_of_a_file_that_comes_back_again_only_what_is_new_is_taken(store: Store, jan: Session) -> None:
    sheet, (_asked, first, second, _third) = sent(store, jan), ids(store, jan)
    taken_in(store, sheet, back(sheet, {first: "Dan knapt hij."}, notes=[MORE]))
    retype(store, jan, first, "Dan knapt hij soms.")
    more = back(
        sheet,
        {first: "Dan knapt hij.", second: "Ik zet hem lager."},
        notes=[MORE],
        sha256="cd" * 32,
    )
    done = taken_in(store, sheet, more)
    assert texts(store, jan)[1:3] == ["Dan knapt hij soms.", "Ik zet hem lager."]
    assert (done.counts.reworded, done.counts.notes) == (1, 0)


def test_an_older_saving_and_an_older_file_are_noticed(store: Store, jan: Session) -> None:
    sheet, early = sent(store, jan), now()
    assert receiving.plan(store, sheet, back(sheet)).age is Age.NEWEST
    taken_in(store, sheet, back(sheet, modified=early + timedelta(hours=1)))
    assert receiving.plan(store, sheet, back(sheet, sha256="cd" * 32, modified=early)).age is Age.LATER_BACK
    later = back(sheet, sha256="cd" * 32, modified=early + timedelta(hours=2))
    assert receiving.plan(store, sheet, later).age is Age.NEWEST
    newer = sent(store, jan)
    assert receiving.plan(store, sheet, later).age is Age.LATER_SENT
    taken_in(store, newer, back(newer))
    assert receiving.plan(store, sheet, later).age is Age.LATER_BACK


def test_nothing_is_stored_where_it_is_not_what_was_shown_any_more(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    received = back(sheet, {first: "Dan knapt hij."})
    shown = receiving.plan(store, sheet, received)
    retype(store, jan, first, "Dan breekt hij.")
    with pytest.raises(ChangedSince):
        receiving.accept(store, sheet, received, shown)
    assert texts(store, jan)[1] == "Dan breekt hij."
    assert sheets.sheets(store, jan)[0].taken_in == ()


def test_of_an_expert_who_refuses_text_by_now_nothing_is_taken_in(store: Store, jan: Session) -> None:
    sheet = sent(store, jan)
    people.keep_consent(store, store.get(Expert, jan.expert_id), {Permission.TRANSCRIPT: False}, "Anneke")
    with pytest.raises(ReviewFileError):
        receiving.plan(store, sheet, back(sheet))


# --- remarks ----------------------------------------------------------------------------------------------


def test_remarks_are_kept_with_what_they_are_about(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    notes = [
        Note(NoteKind.COMMENT, "Welke draad?", "de draad", first, "J. van Dijk"),
        Note(NoteKind.ROOM, "Mooi zo."),
    ]
    taken_in(store, sheet, back(sheet, notes=notes, unplaced=[Note(NoteKind.UNPLACED, "Groeten!")]))
    told = [(r.text, r.by, r.quote, r.segment_id, r.answer_id is None) for r in remarks.remarks(store, jan)]
    assert told == [
        ("Groeten!", "Jan", "", None, True),
        ("Welke draad?", "J. van Dijk", "de draad", first, False),
        ("Mooi zo.", "Jan", "", None, False),
    ]
    assert store.count(Remark) == 3


def test_an_answer_that_is_not_in_the_file_any_more_stays_as_it_is(store: Store, jan: Session) -> None:
    sheet = sent(store, jan)
    received = back(sheet)
    without = replace(received, answers=tuple(replace(a, there=False, said=()) for a in received.answers))
    done = taken_in(store, sheet, without)
    assert (done.counts.missing, done.empty) == (1, True)
    assert texts(store, jan) == [line.text for line in LINES]


def test_text_that_came_without_sound_is_read_back_like_any_other(store: Store, jan: Session) -> None:
    add_text(store, jan, "M3-V4", (Said("Grafiet.", 0.0),), original_name="overleg.vtt")
    sheet, last = sent(store, jan), ids(store, jan)[-1]
    taken_in(store, sheet, back(sheet, {last: "Koper."}))
    assert texts(store, jan)[-1] == "Koper."


def test_what_was_added_is_still_not_added_twice_once_a_better_model_heard_the_rest(
    store: Store, jan: Session
) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    taken_in(store, sheet, back(sheet, added=[Addition("Eerst spoelen.", first)]))
    add_transcript(store, answers(store, jan)[0].clips[0], LINES, model="large-v2")
    assert texts(store, jan)[1:3] == [LINES[1].text, "Eerst spoelen."]
    sheet = sheets.sheets(store, jan)[0]
    added = sheet.back[0].fragments[1].segment_id
    assert receiving.plan(store, sheet, back(sheet, sha256="cd" * 32)).empty
    taken_in(store, sheet, back(sheet, {added: "Eerst goed spoelen."}, sha256="cd" * 32))
    assert texts(store, jan)[1:3] == [LINES[1].text, "Eerst goed spoelen."]


def test_an_addition_that_is_changed_is_one_fragment_still(store: Store, jan: Session) -> None:
    sheet, (_asked, first, *_rest) = sent(store, jan), ids(store, jan)
    taken_in(store, sheet, back(sheet, added=[Addition("Eerst spoelen.", first)]))
    taken_in(
        store, sheet, back(sheets.sheets(store, jan)[0], gone=[segments(store, jan)[2].id], sha256="cd" * 32)
    )
    assert [(s.text, s.release) for s in segments(store, jan) if s.written] == [
        ("Eerst spoelen.", Release.STRUCK)
    ]


def test_many_changes_in_a_long_session_are_planned_quickly_enough_to_look_at(
    programme: Programme, store: Store, jan: Session
) -> None:
    lines = [Said(f"Dit is regel {n} van het gesprek over de draad.", n * 5.0) for n in range(400)]
    add_transcript(store, add_clip(programme, store, jan, "M3-V4", 2000), lines)
    sheet = sent(store, jan)
    changed = {s.id: f"{s.text} Zeker." for s in segments(store, jan)[4::2]}
    assert taken_in(store, sheet, back(sheet, changed)).counts.reworded == 200
