"""Whether what came back of an edit script is what was meant, edit by edit."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from benchmarks.word_edits import Edit, Script
from benchmarks.word_headings import HEADINGS
from exports.review.ticking import label_of
from exports.review.typed import keys
from sessions.received import AnswerBack, Note, NoteKind, Received

UNTOUCHED = "(left as it was)"
BOXES = "(what is ticked for an answer)"


class Outcome(StrEnum):
    """How an edit came back: at the right place; not, but reported; at a wrong place; or not at all."""

    RIGHT = "right"
    REPORTED = "reported"
    MISPLACED = "misplaced"
    LOST = "lost"


@dataclass(frozen=True)
class Judge:
    """Compares what came back with what a script did."""

    script: Script
    received: Received

    def verdicts(self) -> Iterator[tuple[str, Outcome, str]]:
        """For each edit its kind, how it came back, and what it was about; for each fragment without one too."""
        for at, edit in enumerate(self.script.edits):
            yield edit.kind, self._edit(at, edit), f"{edit.fragments} {edit.text}"
        for number in self.script.texts.keys() - self.script.touched:
            yield UNTOUCHED, self._text(number), str(number)
        for answer in self.received.answers:
            yield BOXES, self._boxes(answer), str(answer.answer_id)

    def _edit(self, at: int, edit: Edit) -> Outcome:
        if at in self.script.additions:
            return self._added(*self.script.additions[at])
        if edit.kind.startswith("delete a paragraph"):
            return Outcome.MISPLACED if set(edit.fragments) & self._texts.keys() else Outcome.RIGHT
        if edit.wish is not None:
            right = edit.wish in self._answers[edit.answer].wishes
            return Outcome.RIGHT if right else self._told(label_of(edit.wish, ""))
        if edit.kind in HEADINGS:
            there = self._answers[edit.answer].there
            return self._headed(edit) if there else Outcome.LOST
        texts = [self._text(number) for number in edit.fragments]
        return max([*texts, self._noted(edit)], key=list(Outcome).index)

    def _boxes(self, answer: AnswerBack) -> Outcome:
        """Whether all that is ticked for an answer, and nothing else, is its wish."""
        ticked = {e.wish for e in self.script.edits if e.wish and e.answer == answer.answer_id}
        if answer.wishes - ticked:
            return Outcome.MISPLACED
        return max((self._told(label_of(w, "")) for w in ticked - answer.wishes if w), default=Outcome.RIGHT)

    def _headed(self, edit: Edit) -> Outcome:
        """Whether other words in a heading are told, where they were not known as what was left of it."""
        known = next(a.heading for a in self.script.sheet.known if a.answer_id == edit.answer)
        new = Counter(keys(edit.text)) - Counter(keys(known))
        return Outcome.LOST if new - self._everywhere else Outcome.RIGHT

    def _told(self, label: str) -> Outcome:
        return Outcome.REPORTED if any(label in note.text for _a, note in self._notes) else Outcome.LOST

    def _noted(self, edit: Edit) -> Outcome:
        if edit.kind.startswith("move"):
            return self._move_told(edit)
        if not edit.text:
            return Outcome.RIGHT
        notes = [(answer, n) for answer, n in self._notes if keys(edit.text) in (keys(n.text), keys(n.quote))]
        for answer, note in notes:
            about = note.segment_id in edit.fragments or edit.kind == "copy a paragraph"
            if about if edit.fragments else answer == edit.answer:
                return Outcome.RIGHT
        if edit.kind == "copy a paragraph" and self._is_addition(edit.text):
            return Outcome.RIGHT  # a word or two is no copy of anything
        return Outcome.REPORTED if notes or self._said_anywhere(edit.text) else Outcome.LOST

    def _move_told(self, edit: Edit) -> Outcome:
        """Of two paragraphs that changed places either may be told to have moved."""
        home = {f.segment_id: a.answer_id for a in self.script.sheet.known for f in a.fragments}
        told = [answer for answer, note in self._notes if note.kind is NoteKind.MOVED]
        if home[edit.fragments[0]] in told or self._in_place(edit):
            return Outcome.RIGHT
        gone = {number for answer in self.received.answers for number in answer.gone}
        return Outcome.REPORTED if set(edit.fragments) <= gone else Outcome.LOST

    def _in_place(self, edit: Edit) -> bool:
        """Whether a paragraph that was moved came to stand where it stood, as others were deleted or moved too."""
        return edit.kind == "move a paragraph within its answer"

    def _added(self, text: str, answer: int, after: int) -> Outcome:
        for addition in self._answers[answer].additions:
            if keys(addition.text) == keys(text):
                return Outcome.RIGHT if addition.after == after else Outcome.MISPLACED
        if any(keys(note.text) == keys(text) for _answer, note in self._notes):
            return Outcome.REPORTED
        return Outcome.MISPLACED if self._said_anywhere(text) else Outcome.LOST

    def _text(self, number: int) -> Outcome:
        meant, came = keys(self.script.texts[number]), keys(self._texts.get(number, ""))
        if meant == came:
            return Outcome.RIGHT
        foreign, missing = Counter(came) - Counter(meant), Counter(meant) - Counter(came)
        if missing - self._loose:
            return Outcome.MISPLACED if not missing - self._everywhere else Outcome.LOST
        return Outcome.MISPLACED if foreign else Outcome.REPORTED

    def _is_addition(self, text: str) -> bool:
        additions = [addition for answer in self.received.answers for addition in answer.additions]
        return any(keys(addition.text) == keys(text) for addition in additions)

    def _said_anywhere(self, text: str) -> bool:
        return not Counter(keys(text)) - self._everywhere

    @cached_property
    def _answers(self) -> dict[int, AnswerBack]:
        return {answer.answer_id: answer for answer in self.received.answers}

    @cached_property
    def _texts(self) -> dict[int, str]:
        return {said.segment_id: said.text for answer in self.received.answers for said in answer.said}

    @cached_property
    def _notes(self) -> list[tuple[int, Note]]:
        notes = [(answer.answer_id, note) for answer in self.received.answers for note in answer.notes]
        return notes + [(0, note) for note in self.received.unplaced]

    @cached_property
    def _loose(self) -> Counter[str]:
        """The words that are reported as additions and notes."""
        texts = [addition.text for answer in self.received.answers for addition in answer.additions]
        texts += [text for _answer, note in self._notes for text in (note.text, note.quote)]
        return Counter(key for text in texts for key in keys(text))

    @cached_property
    def _everywhere(self) -> Counter[str]:
        return self._loose + Counter(key for text in self._texts.values() for key in keys(text))
