from dataclasses import dataclass

import pytest

from capture.wire import decoder, encode


@dataclass(frozen=True)
class Greeting:
    words: str
    times: tuple[float, ...] = ()


@dataclass(frozen=True)
class Secret:
    word: str


decode = decoder(Greeting)


def test_a_message_comes_through_as_it_was() -> None:
    greeting = Greeting("hé\n“µS/cm”", (0.1, 2.0))
    assert encode(greeting).count("\n") == 1
    assert decode(encode(greeting)) == greeting


@pytest.mark.parametrize("line", ["", "{}", "[1]", "half a {", '{"is": "Greeting"}', encode(Secret("x"))])
def test_anything_else_is_no_message(line: str) -> None:
    with pytest.raises(ValueError, match="no message"):
        decode(line)
