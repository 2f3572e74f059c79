"""All benchmarks, one after the other: ``python -m benchmarks``."""

from benchmarks import (
    aligning,
    engine,
    interviewing,
    memory,
    recording,
    searching,
    startup,
    topics,
    vocabulary,
)

for benchmark in (startup, searching, topics, engine, aligning, memory, interviewing, recording, vocabulary):
    print(f"\n== {(benchmark.__doc__ or '').splitlines()[0]}")
    benchmark.main()
