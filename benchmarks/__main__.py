"""All benchmarks, one after the other: ``python -m benchmarks``."""

from benchmarks import (
    aligning,
    drafts,
    engine,
    engines,
    folding,
    interviewing,
    memory,
    recording,
    searching,
    startup,
    topics,
    traceability,
    vocabulary,
    withdrawal,
)

EVERYTHING = (
    *(startup, searching, topics, folding, drafts, traceability),
    *(engine, engines, aligning, memory, interviewing, recording, vocabulary, withdrawal),
)

for benchmark in EVERYTHING:
    print(f"\n== {(benchmark.__doc__ or '').splitlines()[0]}")
    benchmark.main()
