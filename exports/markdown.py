"""What people said, as Markdown that shows exactly that."""

import re

from sessions.text import clean_line

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")
_LINE_START = re.compile(r"^([#+=-]|\d{1,9}(?=[.)]))")


def escape(text: str) -> str:
    r"""``text`` on one line, with all that Markdown or HTML would act on escaped.

    >>> escape("1. doe *dit*"), escape("# niet <b>"), escape("- nee")
    ('1\\. doe \\*dit\\*', '\\# niet \\<b\\>', '\\- nee')
    """
    line = _MARKUP.sub(r"\\\1", clean_line(text))
    number = re.match(r"\d{1,9}(?=[.)])", line)
    if number:
        return f"{number[0]}\\{line[number.end() :]}"
    return f"\\{line}" if _LINE_START.match(line) else line
