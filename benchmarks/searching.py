"""Search over 100,000 segments: median and 95th percentile, for rare, common, several and cut-short words."""

import random
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from sessions.guides import library
from sessions.guides.model import Guide
from sessions.moment import now
from sessions.programme import create_programme
from sessions.store import Store
from sessions.store.interviews import answer_to, new_session
from sessions.store.people import company_named, expert_named
from sessions.store.search import search
from sessions.transcript import Segment, Source, Transcript

SEGMENTS = 100_000
QUERIES = (
    "dielektric",
    "draad",
    "startgat contour",
    "nas",
    "de",
    "uitvaller brugje magneet",
    "xyzzy",
    "spoel",
)


def main() -> None:
    """Fill a programme, then print the figures per query and over all."""
    with tempfile.TemporaryDirectory() as folder, create_programme(Path(folder) / "p").store() as store:
        _fill(store)
        everything = []
        for query in QUERIES:
            taken = [_timed(store, query) for _round in range(20)]
            everything += taken
            print(f"{query:28} {len(search(store, query)):3} hits   {_figures(taken)}")
        print(f"{'all':40}{_figures(everything)}")


def _figures(seconds: list[float]) -> str:
    return f"median {median(seconds) * 1000:6.1f} ms   p95 {quantiles(seconds, n=20)[-1] * 1000:6.1f} ms"


def _timed(store: Store, query: str) -> float:
    began = time.perf_counter()
    search(store, query)
    return time.perf_counter() - began


def _fill(store: Store) -> None:
    guide, toml = library.find("edm-nl")
    expert = expert_named(store, "Expert", company_named(store, "Bedrijf"))
    session = new_session(store, expert, guide, toml)
    vocabulary, rng = _vocabulary(guide), random.Random(1)
    per_answer = SEGMENTS // len(guide.questions)
    for question in guide.questions.values():
        answer = answer_to(store, session, question)
        transcript = store.add(Transcript(answer.id, Source.WHISPER, now()))
        texts = [" ".join(rng.choices(vocabulary, k=12)) for _n in range(per_answer)]
        store.add_all(
            Segment(transcript.id, n, n * 4.0, n * 4.0 + 4, text, text) for n, text in enumerate(texts)
        )


def _vocabulary(guide: Guide) -> list[str]:
    common = ["de", "het", "een", "en", "dan", "ik", "je", "is", "niet", "op"] * 8
    stems = [stem for topic in guide.topics.values() for stem in topic.stems]
    return common + stems + [word for q in guide.questions.values() for word in q.text.split()]


if __name__ == "__main__":
    main()
