"""All benchmarks, one after the other: ``python -m benchmarks``."""

from benchmarks import engine, interviewing, memory, recording, searching, startup

for benchmark in (startup, searching, engine, memory, interviewing, recording):
    print(f"\n== {(benchmark.__doc__ or '').splitlines()[0]}")
    benchmark.main()
