"""``vakborg`` and ``python -m capture``: choose the language, then hand over to the command line."""

import sys


def main() -> None:
    """Run the command line; never returns."""
    from sessions.i18n import set_language

    if chosen := _language(sys.argv[1:]):
        set_language(chosen)
    from capture.cli.main import run  # after the language: click reads its texts while importing

    sys.exit(run(sys.argv[1:]))


def _language(arguments: list[str]) -> str | None:
    """The value of ``--lang`` before click has parsed anything."""
    for at, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and at + 1 < len(arguments):
            return arguments[at + 1]
    return None


if __name__ == "__main__":
    main()
