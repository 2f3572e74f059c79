"""What one correction of a misheard term brings: on the demo recordings, and on a written list of mishearings.

python -m benchmarks.vocabulary
"""

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

from benchmarks.engine import CHECKPOINT, RECORDINGS, ROOT
from sessions.guides import library
from sessions.guides.model import Guide
from sessions.lexicon import Lexicon
from sessions.mishearing import Correction, learned
from sessions.ordinary import glossary_terms, ordinary_words
from sessions.placed import placed
from sessions.suggesting import Proposer
from transcripts.audio import blocks
from transcripts.cores import share_cores
from transcripts.silero import SpeechNetwork
from transcripts.speech import chunks
from transcripts.whisper_engine import WhisperTranscriber

CARRIERS = ("Eerst kijk ik naar de {}, dan pas begin ik.", "Bij {} moet je daar goed op letten.")


class Figures:
    """The guide, and what is compared with it. The guide's example utterances are held out: they are talk in which
    nothing was misheard, so that each suggestion in them is a false alarm."""

    @cached_property
    def guide(self) -> Guide:
        return library.find("edm-nl")[0]

    @cached_property
    def talk(self) -> list[str]:
        return [text for topic in self.guide.topics.values() for text in topic.examples] + list(
            self.guide.no_topic
        )

    @cached_property
    def lexicon(self) -> Lexicon:
        modules = tuple(
            replace(module, topics=tuple(replace(topic, examples=()) for topic in module.topics))
            for module in self.guide.modules
        )
        held_out = replace(self.guide, modules=modules, no_topic=())
        return Lexicon(glossary_terms(self.guide), ordinary_words(held_out))


def main() -> None:
    figures = Figures()
    on_recordings(figures)
    on_written_mishearings(figures)


def on_recordings(figures: Figures) -> None:
    """Each misheard term is corrected once, where it comes first; the rest is for the suggestions."""
    heard, said = heard_in_recordings(), said_in_recordings()
    places = [place for h, s in zip(heard, said, strict=True) for place in misheard(h, s, figures.lexicon)]
    corrected = {term: Correction(wrong, term) for wrong, term in reversed(places)}
    rest = list(places)
    for one in corrected.values():
        rest.remove((one.heard, one.term))
    proposer = Proposer(figures.lexicon, corrected.values())
    suggested = [(r.heard, r.instead) for text in heard for r in proposer.suggestions(text)]
    right = sum(pair in suggested for pair in rest)
    terms = sum(len(terms_in(text, figures.lexicon)) for text in said)
    print(
        f"demo recordings: {len(places)} of {terms} spoken terms misheard as other words ({len(corrected)} distinct)"
    )
    print(f"  after one correction each, suggested rightly: {right} of {len(rest)} others")
    print(f"  suggestions that are wrong: {sum(pair not in places for pair in suggested)}")


def heard_in_recordings() -> list[str]:
    share_cores()
    engine, network = WhisperTranscriber(CHECKPOINT), SpeechNetwork()
    return [
        " ".join(
            one.text for chunk in chunks(blocks(path), network=network) for one in engine.transcribe(chunk)
        )
        for path in RECORDINGS
    ]


def said_in_recordings() -> list[str]:
    reference = json.loads((ROOT / "capture" / "demo" / "reference.json").read_text(encoding="utf-8"))
    return [" ".join(cue["text"] for cue in reference[path.stem]["cues"]) for path in RECORDINGS]


def terms_in(text: str, lexicon: Lexicon) -> list[str]:
    return [term for word in placed(text) if (term := lexicon.term(word.folded))]


def misheard(heard: str, said: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """What was heard where a term was said, word against word; a sentence that is another one is left out."""
    old, new = ([word.folded for word in placed(text)] for text in (heard, said))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace" and max(i2 - i1, j2 - j1) <= 3:
            for term in terms_in(" ".join(new[j1:j2]), lexicon):
                yield " ".join(old[i1:i2]), term


def on_written_mishearings(figures: Figures) -> None:
    """Simulated: nobody said this."""
    rows = list(written_mishearings())
    taught = [
        correction for term, (first, *_others) in rows for correction in corrected_once(first, term, figures)
    ]
    names = tuple(term for term, _heard in rows)
    before = Proposer(figures.lexicon)
    after = Proposer(Lexicon((*names, *figures.lexicon.terms), figures.lexicon.ordinary), taught)
    others = [(wrong, term) for term, (_first, *wrongs) in rows for wrong in wrongs if wrong != term]
    firsts = [(first, term) for term, (first, *_wrongs) in rows]
    print(f"written mishearings (simulated): {len(rows)} terms, {len(firsts) + len(others)} mishearings")
    print(f"  one correction is offered to the vocabulary as this term: {len(taught)} of {len(rows)}")
    print(f"  the same mishearing elsewhere: {rightly(after, firsts)} of {len(firsts)}")
    print(f"  other mishearings of the term, before: {rightly(before, others)} of {len(others)}")
    print(f"  other mishearings of the term, after one correction: {rightly(after, others)} of {len(others)}")
    false_alarms(before, figures.talk, "before")
    false_alarms(after, figures.talk, "after all corrections")


def written_mishearings() -> Iterator[tuple[str, list[str]]]:
    lines = (Path(__file__).parent / "mishearings.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            term, *heard = line.split("\t")
            yield term, heard


def corrected_once(heard: str, term: str, figures: Figures) -> list[Correction]:
    """What is offered when a person corrects it in a sentence, if it is this term."""
    offered = learned(CARRIERS[0].format(heard), CARRIERS[0].format(term), figures.lexicon)
    return [one for one in offered if one.term == term]


def rightly(proposer: Proposer, pairs: Iterable[tuple[str, str]]) -> int:
    return sum(
        (wrong.casefold(), term.casefold()) in suggested_in(proposer, CARRIERS[1].format(wrong))
        for wrong, term in pairs
    )


def suggested_in(proposer: Proposer, text: str) -> list[tuple[str, str]]:
    return [(r.heard.casefold(), r.instead.casefold()) for r in proposer.suggestions(text)]


def false_alarms(proposer: Proposer, talk: list[str], when: str) -> None:
    began = time.perf_counter()
    alarms = [(r.heard, r.instead) for text in talk for r in proposer.suggestions(text)]
    per_text = (time.perf_counter() - began) / len(talk) * 1000
    words = sum(len(text.split()) for text in talk)
    print(
        f"  false alarms, {when}: {len(alarms)} in {len(talk)} utterances ({words} words), {per_text:.2f} ms each"
    )
    for wrong, instead in alarms:
        print(f"    {wrong} -> {instead}")


if __name__ == "__main__":
    main()
