"""From what is kept to what is shown: the snapshot of a conversation."""

from collections.abc import Sequence

from capture.interviewing.conversation import Conversation
from capture.interviewing.state import Standing
from capture.interviewing.texts import Texts
from sessions.follow_ups import Suggested, suggest_follow_ups
from sessions.fragments import Fragment
from sessions.gaps import GapRow, gaps
from sessions.guides.model import QuestionKind
from sessions.interview import Answer, AnswerState, MarkerKind
from sessions.progress import progress
from sessions.store.conversations import Ledger
from sessions.told import told_so_far


def standings(talk: Conversation) -> tuple[Standing, ...]:
    """Every question of the plan and how far it is."""
    ledger = talk.ledger
    return tuple(
        Standing(
            question=question,
            module=module,
            state=_state(ledger, answer),
            answer=answer,
            takes=len(clips := ledger.clips_of(answer)),
            seconds=sum(c.seconds for c in clips),
            asked=_asked(talk, answer),
            markers=tuple(ledger.markers_of(answer)),
            attachments=talk.attachments_of(answer),
        )
        for module, question in talk.plan
        for answer in [ledger.answers.get(question.id)]
    )


def _state(ledger: Ledger, answer: Answer | None) -> AnswerState:
    if answer is None:
        return AnswerState.OPEN
    clips = ledger.clips_of(answer)
    texts = [t for t in ledger.texts if t.answer_id == answer.id]
    ids = {c.id for c in clips}
    return progress(answer, clips, texts, [j for j in ledger.jobs if j.clip_id in ids]).state


def _asked(talk: Conversation, answer: Answer | None) -> frozenset[int]:
    marks = talk.ledger.markers_of(answer)
    return frozenset(m.probe for m in marks if m.kind is MarkerKind.PROBE and m.probe)


def suggestion(talk: Conversation, texts: Texts) -> Suggested | None:
    """The probe to suggest now: from the answer at hand, else from the one that was written down last."""
    handled = talk.ledger.handled
    for fragments in _recent(talk, texts):
        if found := suggest_follow_ups(talk.guide, fragments, handled):
            return found[0]
    return None


def _recent(talk: Conversation, texts: Texts) -> list[tuple[Fragment, ...]]:
    at_hand = texts.of(talk.question)
    others = [f for _m, q in talk.plan if q is not talk.question and (f := texts.of(q))]
    last = max(others, key=_made, default=())
    return [fragments for fragments in (at_hand, last) if fragments]


def _made(fragments: Sequence[Fragment]) -> tuple[str, int]:
    newest = max(fragments, key=lambda f: f.transcript.id).transcript
    return newest.made_at.isoformat(), newest.id


def missing(talk: Conversation, texts: Texts) -> tuple[GapRow, ...]:
    """Topic × facet: what was told, what was marked, and what is empty."""
    marks = [(m, q) for m in talk.ledger.markers if (q := talk.question_of(m.answer_id))]
    modules = [m.id for m in dict.fromkeys(module for module, _q in talk.plan)]
    return gaps(talk.guide, modules, texts.fragments, marks, texts.earlier)


def told(talk: Conversation, texts: Texts) -> tuple[Fragment, ...]:
    """At a question that says it back: the expert's own sentences on its topics."""
    if talk.question.kind is not QuestionKind.TEACH_BACK:
        return ()
    own = [f for f in texts.earlier if f.expert.id == talk.expert.id]
    return tuple(told_so_far(talk.guide, talk.question, [*own, *texts.fragments]))
