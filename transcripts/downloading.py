"""Downloading a model: goes on where it was interrupted, and is checked before it is used."""

import hashlib
import http.client
import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sessions.errors import ModelError, disk_errors
from sessions.i18n import gettext as _
from transcripts.models import Model, file_of

_BLOCK = 1 << 18
_TIMEOUT = 30.0


def download(name: str, progress: Callable[[int, int], None] | None = None, url: str | None = None) -> Model:
    """Fetch the model ``name``; ``progress`` gets the bytes that are there and the bytes in all.

    Released models carry their SHA-256 as the last folder of their address (openai-whisper's own table).
    Raises :class:`ModelError`, :class:`~sessions.errors.DiskFull`, :class:`~sessions.errors.ReadOnlyProgramme`.
    """
    address = url or _address(name)
    target = file_of(name)
    partial = target.with_suffix(".part")
    with disk_errors(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            _fetch(address, partial, progress or (lambda _done, _total: None))
        except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError) as error:
            raise _unreachable(name, address, target) from error
        _check(partial, address.split("/")[-2], name)
        partial.replace(target)
    return Model(name, target)


def _address(name: str) -> str:
    """Where openai-whisper has the model; asked in a child process, since importing it takes seconds and torch."""
    ask = "import json, sys, whisper; print(json.dumps(whisper._MODELS))"
    asked = subprocess.run([sys.executable, "-P", "-c", ask], capture_output=True, text=True, check=False)
    try:
        address: str = json.loads(asked.stdout)[name]
    except (ValueError, KeyError) as error:
        raise ModelError(
            _("The speech recognition (openai-whisper) does not start."), _("Install Vakborg again.")
        ) from error
    return address


def _fetch(address: str, partial: Path, progress: Callable[[int, int], None]) -> None:
    there = partial.stat().st_size if partial.exists() else 0
    request = urllib.request.Request(address, headers={"Range": f"bytes={there}-"} if there else {})
    try:
        with _network_errors():
            response = urllib.request.urlopen(request, timeout=_TIMEOUT)
    except urllib.error.HTTPError as error:
        if error.code != 416:
            raise
        return  # nothing left to fetch: the check will tell whether it is whole
    with response:
        goes_on = response.status == 206
        there = there if goes_on else 0
        total = there + int(response.headers.get("Content-Length") or 0)
        with partial.open("ab" if goes_on else "wb") as file:
            while block := _read(response):
                file.write(block)
                there += len(block)
                progress(there, total)
    if there < total:
        raise ConnectionError("the connection was closed early")


def _read(response: IO[bytes]) -> bytes:
    with _network_errors():
        return response.read(_BLOCK)


@contextmanager
def _network_errors() -> Iterator[None]:
    """Tell trouble on the line from trouble with the disk: both are ``OSError``."""
    try:
        yield
    except urllib.error.HTTPError:
        raise
    except OSError as error:
        raise ConnectionError(str(error)) from error


def _check(partial: Path, expected: str, name: str) -> None:
    with partial.open("rb") as file:
        actual = hashlib.file_digest(file, "sha256").hexdigest()
    if actual != expected:
        partial.unlink()
        raise ModelError(
            _("What was downloaded for {name} is damaged, and was thrown away.").format(name=name),
            _("Try again: vakborg models get {name}").format(name=name),
        )


def _unreachable(name: str, address: str, target: Path) -> ModelError:
    return ModelError(
        _("The model {name} could not be fetched: no connection to {host}.").format(
            name=name, host=address.split("/")[2]
        ),
        _(
            "Try again later: it goes on where it was. "
            "Or fetch {address} on another computer and put it here: {target}"
        ).format(address=address, target=target),
    )
