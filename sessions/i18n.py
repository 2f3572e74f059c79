"""Dutch and English through gettext. English is the source; Dutch is what people get unless they ask.

Set the language before anything defines its texts at import time (click commands, Textual bindings).
"""

import gettext as _gettext
import os
from functools import cache
from pathlib import Path

LANGUAGES = ("nl", "en")
DEFAULT = "nl"
LOCALE_DIR = Path(__file__).parent / "locale"

_state: dict[str, _gettext.NullTranslations] = {}


@cache
def catalogue(language: str) -> _gettext.NullTranslations:
    """The messages in ``language``; English and anything unknown give the source texts."""
    return _gettext.translation("vakborg", LOCALE_DIR, languages=[language], fallback=True)


def set_language(language: str) -> None:
    """Make ``language`` ("nl" or "en") the language of all that is shown from now on."""
    _state["interface"] = catalogue(language)
    # click looks its own words up in the process-wide default domain
    os.environ["LANGUAGE"] = language
    _gettext.bindtextdomain("click", str(LOCALE_DIR))
    _gettext.textdomain("click")


def language() -> str:
    """The language of the interface: "nl" or "en"."""
    return "nl" if _interface() is catalogue("nl") else "en"


def gettext(message: str) -> str:
    """``message`` in the language of the interface."""
    return _interface().gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form for ``n`` things, in the language of the interface."""
    return _interface().ngettext(singular, plural, n)


def N_(message: str) -> str:  # noqa: N802 - the customary name of the mark
    """Mark ``message`` for translation; it is looked up where it is shown."""
    return message


def _interface() -> _gettext.NullTranslations:
    if "interface" not in _state:
        set_language(os.environ.get("VAKBORG_LANG", DEFAULT))
    return _state["interface"]
