"""Downloading a model from a server that is really there."""

import hashlib
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from sessions.errors import DiskFull, ModelError
from transcripts.downloading import download
from transcripts.models import Model, file_of

CHECKPOINT = bytes(range(256)) * 4096
SHA = hashlib.sha256(CHECKPOINT).hexdigest()
HALF = len(CHECKPOINT) // 2


@dataclass
class Server:
    """What the server does, and what it was asked."""

    address: str
    ranges: list[str | None] = field(default_factory=list)
    breaks_off_at: int | None = None
    knows_ranges: bool = True
    content: bytes = CHECKPOINT

    def url(self, sha256: str = SHA) -> str:
        return f"{self.address}/models/{sha256}/tiny.pt"


class Handler(BaseHTTPRequestHandler):
    """Serves one checkpoint, from where it is asked to."""

    server_state: ClassVar[Server]

    def do_GET(self) -> None:
        state = self.server_state
        wanted = self.headers["Range"]
        state.ranges.append(wanted)
        start = int(wanted[6:-1]) if wanted and state.knows_ranges else 0
        if start >= len(state.content):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(state.content) - start))
        self.end_headers()
        self.wfile.write(state.content[start : state.breaks_off_at])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the base class names it
        """Tests need no log."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server on this machine."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Handler.server_state = Server(f"http://127.0.0.1:{listening.server_port}")
    thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield Handler.server_state
    listening.shutdown()
    thread.join()
    listening.server_close()


def partial() -> Path:
    return file_of("tiny").with_suffix(".part")


def test_a_whole_model_arrives_with_its_progress(server: Server) -> None:
    told: list[tuple[int, int]] = []
    model = download("tiny", lambda done, total: told.append((done, total)), server.url())
    assert model == Model("tiny", file_of("tiny"))
    assert model.path.read_bytes() == CHECKPOINT
    assert told[-1] == (len(CHECKPOINT), len(CHECKPOINT))
    assert [done for done, _total in told] == sorted(done for done, _total in told)
    assert not partial().exists()


def test_after_an_interruption_only_the_rest_is_fetched(server: Server) -> None:
    server.breaks_off_at = HALF
    with pytest.raises(ModelError, match="goes on where it was"):
        download("tiny", url=server.url())
    assert partial().stat().st_size == HALF
    assert not file_of("tiny").exists()
    server.breaks_off_at = None
    told: list[tuple[int, int]] = []
    download("tiny", lambda done, total: told.append((done, total)), server.url())
    assert server.ranges == [None, f"bytes={HALF}-"]
    assert told[0][0] > HALF
    assert told[-1] == (len(CHECKPOINT), len(CHECKPOINT))
    assert file_of("tiny").read_bytes() == CHECKPOINT


def test_a_server_that_cannot_go_on_begins_anew(server: Server) -> None:
    server.knows_ranges = False
    partial().parent.mkdir(parents=True)
    partial().write_bytes(CHECKPOINT[:HALF])
    download("tiny", url=server.url())
    assert server.ranges == [f"bytes={HALF}-"]
    assert file_of("tiny").read_bytes() == CHECKPOINT


def test_what_was_fetched_whole_but_not_yet_checked_is_not_fetched_again(server: Server) -> None:
    partial().parent.mkdir(parents=True)
    partial().write_bytes(CHECKPOINT)
    download("tiny", url=server.url())
    assert file_of("tiny").read_bytes() == CHECKPOINT


def test_a_model_with_the_wrong_hash_is_thrown_away(server: Server) -> None:
    server.content = CHECKPOINT[:-1] + b"!"
    with pytest.raises(ModelError, match="damaged, and was thrown away"):
        download("tiny", url=server.url())
    assert not partial().exists()
    assert not file_of("tiny").exists()


def test_a_damaged_download_does_not_harm_the_model_that_is_there(server: Server) -> None:
    file_of("tiny").parent.mkdir(parents=True)
    file_of("tiny").write_bytes(b"werkt")
    server.content = b"kapot"
    with pytest.raises(ModelError):
        download("tiny", url=server.url())
    assert file_of("tiny").read_bytes() == b"werkt"


def test_without_a_connection_the_address_and_the_place_are_told(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unheard.getsockname()[1]}/models/{SHA}/tiny.pt"
        with pytest.raises(ModelError, match=r"no connection to 127\.0\.0\.1") as caught:
            download("tiny", url=address)
    assert address in caught.value.advice
    assert str(file_of("tiny")) in caught.value.advice


def test_a_server_that_speaks_something_else_is_no_traceback(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            caller, _address = listening.accept()
            with caller:
                caller.recv(4096)
                caller.sendall(b"SSH-2.0-OpenSSH_9\r\n\r\n")

        thread = Thread(target=answer)
        thread.start()
        with pytest.raises(ModelError, match="could not be fetched"):
            download("tiny", url=f"http://127.0.0.1:{listening.getsockname()[1]}/m/{SHA}/tiny.pt")
        thread.join()


def test_on_a_full_disk_that_is_told_and_after_making_room_it_goes_on(
    server: Server, disk_of: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = disk_of("1500k")
    (place / "foto.jpg").write_bytes(bytes(1_000_000))
    monkeypatch.setenv("VAKBORG_MODELS", str(place / "modellen"))
    with pytest.raises(DiskFull):
        download("tiny", url=server.url())
    assert not file_of("tiny").exists()
    there = partial().stat().st_size
    assert there > 0
    (place / "foto.jpg").unlink()
    download("tiny", url=server.url())
    assert server.ranges == [None, f"bytes={there}-"]
    assert file_of("tiny").read_bytes() == CHECKPOINT
