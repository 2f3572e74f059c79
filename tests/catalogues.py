"""The message catalogues: which messages the code has, and taking new ones up.

python -m tests.catalogues update   writes new messages into the Dutch catalogue, empty
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
DUTCH = ROOT / "sessions" / "locale" / "nl" / "LC_MESSAGES" / "vakborg.po"
PACKAGES = ("capture", "exports", "sessions", "transcripts")
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "labels": None}


def extracted() -> Catalog:
    """Every message in the code, with the places where it stands."""
    catalogue = Catalog(project="Vakborg", charset="utf-8", fuzzy=False)
    for package in PACKAGES:
        for file, line, message, comments, context in extract_from_dir(
            ROOT / package, method_map=[("**.py", "python")], keywords=KEYWORDS
        ):
            catalogue.add(
                message, locations=[(f"{package}/{file}", line)], auto_comments=comments, context=context
            )
    return catalogue


def translated(path: Path = DUTCH) -> Catalog:
    """A catalogue as it is on disk."""
    with path.open("rb") as file:
        return read_po(file, locale="nl")


def update() -> None:
    """Take new messages up into the Dutch catalogue, and drop those that the code no longer has."""
    catalogue = translated()
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with DUTCH.open("wb") as file:
        write_po(file, catalogue, width=100, no_location=True, sort_output=True, omit_header=False)


if __name__ == "__main__" and sys.argv[1:] == ["update"]:
    update()
