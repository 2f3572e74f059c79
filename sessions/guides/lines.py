"""On which line of a TOML text each key and each value stands; ``tomllib`` does not tell."""

import re
import tomllib
from dataclasses import dataclass, field

Place = tuple[str | int, ...]
"""The way to a value, as in ``("modules", 1, "title")``; counted from zero."""

_TOKEN = re.compile(
    r'(?P<string>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<skip>[ \t\r]+|\#[^\n]*)"
    r"|(?P<mark>[\[\]{}=,.\n])"
    r"|(?P<bare>[^\s\[\]{}=,.\#\"']+)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Token:
    """A piece of TOML: a string, a bare word or a mark, and its line."""

    text: str
    line: int
    is_mark: bool


def nearest_line(lines: dict[Place, int], place: Place) -> int:
    """The line of ``place`` in what :func:`locate` gave, or of the nearest thing around it."""
    return next((lines[place[:n]] for n in range(len(place), 0, -1) if place[:n] in lines), 1)


def locate(text: str) -> dict[Place, int]:
    """The line of each table, key and array item of ``text``, which must be valid TOML."""
    return _Scanner(_tokens(text)).scan()


def _tokens(text: str) -> list[Token]:
    tokens, line = [], 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "skip":
            tokens.append(Token(match[0], line, match.lastgroup == "mark"))
        line += match[0].count("\n")
    return tokens


@dataclass
class _Scanner:
    """Walks once over the tokens and notes where everything stands."""

    tokens: list[Token]
    at: int = 0
    lines: dict[Place, int] = field(default_factory=dict)
    lengths: dict[Place, int] = field(default_factory=dict)

    def scan(self) -> dict[Place, int]:
        table: Place = ()
        while self.at < len(self.tokens):
            if self._sees("\n"):
                self.at += 1
            elif self._sees("["):
                table = self._header()
            else:
                self._pair(table)
        return self.lines

    def _sees(self, *marks: str) -> bool:
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        return token is not None and token.is_mark and token.text in marks

    def _take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _skip(self, *marks: str) -> None:
        while self._sees(*marks):
            self.at += 1

    def _header(self) -> Place:
        line, start = self.tokens[self.at].line, self.at
        self._skip("[")
        is_array = self.at - start == 2
        place = self._inside(self._key())
        self._skip("]")
        if is_array:
            self.lines.setdefault(place, line)
            place = self._next_item(place)
        self.lines[place] = line
        return place

    def _inside(self, keys: Place) -> Place:
        """``keys`` with, after each array of tables on the way, the number of its last table."""
        place: Place = ()
        for key in keys:
            if place in self.lengths:
                place += (self.lengths[place] - 1,)
            place += (key,)
        return place

    def _next_item(self, array: Place) -> Place:
        self.lengths[array] = self.lengths.get(array, 0) + 1
        return (*array, self.lengths[array] - 1)

    def _key(self) -> Place:
        names = [_name(self._take())]
        while self._sees("."):
            self.at += 1
            names.append(_name(self._take()))
        return tuple(names)

    def _pair(self, table: Place) -> None:
        line = self.tokens[self.at].line
        place = (*table, *self._key())
        self.lines[place] = line
        self._skip("=")
        self._value(place)

    def _value(self, place: Place) -> None:
        if self._sees("["):
            self._array(place)
        elif self._sees("{"):
            self._inline_table(place)
        else:
            while self.at < len(self.tokens) and not self._sees("\n", ",", "]", "}"):
                self.at += 1

    def _array(self, place: Place) -> None:
        self.at += 1
        self._skip("\n", ",")
        number = 0
        while not self._sees("]"):
            self.lines[(*place, number)] = self.tokens[self.at].line
            self._value((*place, number))
            self._skip("\n", ",")
            number += 1
        self.at += 1

    def _inline_table(self, place: Place) -> None:
        self.at += 1
        while not self._sees("}"):
            self._pair(place)
            self._skip("\n", ",")
        self.at += 1


def _name(token: Token) -> str:
    """The key that a token writes: bare, or quoted as a string."""
    if token.text[0] not in "\"'":
        return token.text
    return str(tomllib.loads(f"key = {token.text}")["key"])
