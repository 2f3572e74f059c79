"""``vakborg`` and ``python -m capture``: choose the language, then hand over to the command line."""

import sys


def main() -> None:
    """Run the command line; never returns."""
    from sessions.i18n import LANGUAGES, set_language

    chosen = _language(sys.argv[1:])
    if chosen in LANGUAGES:
        set_language(chosen)
    from capture.cli.main import run  # after the language: click reads its texts while importing

    sys.exit(run(_expanded(sys.argv[1:])))


def _expanded(arguments: list[str]) -> list[str]:
    """``*.m4a`` as the files that it means: other systems' shells do that, that of Windows does not."""
    if sys.platform != "win32":
        return arguments
    from glob import glob

    return [name for argument in arguments for name in (sorted(glob(argument)) or [argument])]  # noqa: PTH207


def _language(arguments: list[str]) -> str:
    """The value of ``--lang`` before click has parsed anything."""
    for at, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and at + 1 < len(arguments):
            return arguments[at + 1]
    return ""


if __name__ == "__main__":
    main()
