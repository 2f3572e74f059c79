"""How a document comes by the photos of a programme."""

from collections.abc import Callable
from pathlib import PurePosixPath

Files = Callable[[PurePosixPath], bytes | None]
"""Gives the content of a file of the programme by its path there, None where it is gone."""
