from capture.recorder.ring import Ring


def test_the_last_frames_are_kept_and_the_ones_before_them_go() -> None:
    ring = Ring(4, 2)
    for block in (b"aabb", b"ccdd", b"eeff"):
        ring.add(block)
    assert (ring.start, ring.end) == (2, 6)
    assert ring.since(3) == b"ddeeff"


def test_what_is_not_there_any_more_is_not_given() -> None:
    ring = Ring(2, 2)
    for block in (b"aabb", b"ccdd"):
        ring.add(block)
    assert ring.since(0) == b"ccdd"
    assert ring.since(4) == b""


def test_a_block_longer_than_the_ring_is_kept_whole() -> None:
    ring = Ring(2, 1)
    ring.add(b"abcdef")
    ring.add(b"gh")
    assert ring.since(0) == b"gh"


def test_what_is_skipped_counts_and_leaves_nothing() -> None:
    ring = Ring(10, 1)
    ring.add(b"abc")
    ring.skip(b"geheim")
    assert (ring.start, ring.end, ring.since(0)) == (9, 9, b"")
    ring.add(b"de")
    assert ring.since(0) == b"de"


def test_what_is_forgotten_is_gone_also_from_the_middle_of_a_block() -> None:
    ring = Ring(10, 1)
    ring.add(b"abcdef")
    ring.forget_before(4)
    assert (ring.start, ring.since(0)) == (4, b"ef")
    ring.forget_before(2)
    assert ring.since(0) == b"ef"
