"""What a person does to the words: typing, splitting, joining, taking what was proposed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from capture.reviewing.state import GoTo, Offer, Told
from sessions.errors import ChangedSince
from sessions.i18n import N_, ngettext
from sessions.i18n import gettext as _
from sessions.mishearing import learned
from sessions.numerals import NUMBER
from sessions.release import Release
from sessions.replacing import Replacement, applied
from sessions.store import revising
from sessions.store.carrying import settle_conflict
from sessions.store.editing import Pencil
from sessions.store.vocabulary import add_term, refuse, vocabulary_of, written_by_models
from sessions.text import clean_line
from sessions.transcript import Segment, Why

if TYPE_CHECKING:
    from capture.reviewing.bench import Bench


class Texts:
    """The words of the session on a bench."""

    def __init__(self, bench: "Bench") -> None:
        self._bench = bench

    def retype(self, segment_id: int, text: str, seen: str) -> None:
        """The fragment says ``text``; a correction that looks like a term is offered to the vocabulary.

        Raises :class:`ChangedSince` where it does not say ``seen`` any more: another window was first.
        """
        before = revising.standing_segment(self._bench.store, segment_id)
        if before.text != seen:
            self._bench.refresh([segment_id])
            raise ChangedSince(
                _("This fragment was changed in another window while you typed."),
                _("Your text is still in the field: look at the fragment, then type it again."),
            )

        def type_it(pencil: Pencil) -> Segment:
            typed = revising.retype(pencil, segment_id, text)
            return typed if typed == before else pencil.save(replace(typed, checked=True))

        after = self._bench.edit(Why.HUMAN, N_("text typed"), type_it)
        self._offer(before, after)

    def _offer(self, before: Segment, after: Segment) -> None:
        bench = self._bench
        if after.release is Release.STRUCK:
            return
        known = vocabulary_of(bench.store, bench.guide)
        said = written_by_models(bench.store, bench.session)
        for correction in learned(before.text, after.text, known, bench.session.language, said):
            if correction.heard:
                bench.tell(Offer(after.id, correction))
            else:  # a new word is more often a rewording than a term: that is worth a line, not a question
                told = _("“{term}” is in no word list yet: is it a term, add it to the vocabulary.")
                bench.tell(Told(told.format(term=clean_line(correction.term))))

    def split(self, segment_id: int, at: int) -> None:
        """Two fragments."""
        edited = self._bench.edit(
            Why.SPLIT, N_("split"), lambda pencil: revising.split(pencil, segment_id, at)
        )
        self._bench.tell(GoTo(edited[1].id))

    def join(self, segment_id: int) -> None:
        """One fragment of this and the next."""
        whole = self._bench.edit(Why.JOIN, N_("joined"), lambda pencil: revising.join(pencil, segment_id))
        self._bench.tell(GoTo(whole.id))

    def restore(self, segment_id: int, text: str) -> None:
        """Back to an earlier version of the text."""
        self._bench.edit(
            Why.RESTORED, N_("version put back"), lambda pencil: revising.retype(pencil, segment_id, text)
        )

    def take_everywhere(self, proposal: Replacement) -> None:
        """Replace the same by the same in the whole session, wherever it is proposed."""
        bench = self._bench
        places = bench.same_proposals(proposal)  # takes long: others can write meanwhile

        def put(pencil: Pencil) -> int:
            done = 0
            for seen, proposals in places:
                now = pencil.store.first(Segment, id=seen.id)
                if now and not now.retired and (now.text, now.release) == (seen.text, seen.release):
                    revising.retype(pencil, now.id, applied(now.text, proposals))
                    done += len(proposals)
            return done

        done = bench.edit(Why.VOCABULARY, N_("term put right"), put)
        if done < sum(len(proposals) for _seen, proposals in places):
            bench.refresh([seen.id for seen, _proposals in places])  # another window was first
        told = ngettext("Replaced in {n} place.", "Replaced in {n} places.", done)
        bench.tell(Told(told.format(n=done)))

    def take(self, segment_id: int, proposals: Sequence[Replacement]) -> None:
        """Replace what these proposals are about; one that does not fit the text any more is left."""

        def put(pencil: Pencil) -> None:
            segment = revising.standing_segment(pencil.store, segment_id)
            fitting = [p for p in proposals if segment.text[p.start : p.end] == p.heard]
            revising.retype(pencil, segment_id, applied(segment.text, fitting))

        numbers = all(p.because == NUMBER for p in proposals)
        why, what = (Why.NUMBERS, N_("number written")) if numbers else (Why.VOCABULARY, N_("term put right"))
        self._bench.edit(why, what, put)

    def refuse(self, segment_id: int, proposal: Replacement) -> None:
        """Not here; it is not proposed again."""

        self._bench.edit(
            Why.VOCABULARY,
            N_("proposal refused"),
            lambda pencil: refuse(pencil, segment_id, proposal.heard, proposal.instead),
        )

    def settle_conflict(self, conflict_id: int, *, take: bool) -> None:
        """Keep the person's words, or take what was heard again."""
        what = N_("heard again: taken") if take else N_("heard again: kept")
        self._bench.edit(
            Why.HEARD_AGAIN, what, lambda pencil: settle_conflict(pencil, conflict_id, take=take)
        )

    def learn(self, offer: Offer) -> None:
        """Take a correction up into the vocabulary; from now on it is proposed wherever the same was misheard."""
        bench, correction = self._bench, offer.correction
        add_term(bench.store, correction.term, bench.by, heard=correction.heard, segment_id=offer.segment_id)
        bench.words_changed()
        told = _("“{term}” is in the vocabulary from now on.")
        bench.tell(Told(told.format(term=clean_line(correction.term))))
