"""What is looked at before somebody else's Word file is unpacked: it is a zip file, and that may hold anything."""

import lzma
import struct
import zipfile
import zlib

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How both a .doc and a .docx with a password begin."""
LARGEST_TEXT = 200 * 2**20
LARGEST_FILE = 1000 * 2**20
"""What a file may unpack to, in bytes: its text, and all of it. More would fill the memory."""
UNREADABLE = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(KeyError, ValueError, SyntaxError, OSError, EOFError, RuntimeError, AttributeError),
)
"""What unpacking and parsing a broken file may raise: missing parts, wrong types, XML that lxml refuses (a
SyntaxError), odd compression, nesting without end (a RuntimeError)."""


def too_large(archive: zipfile.ZipFile) -> bool:
    """Whether it says that it unpacks to more than any text of a person does."""
    sizes = {info.filename: info.file_size for info in archive.infolist()}
    text = sum(size for name, size in sizes.items() if name.endswith((".xml", ".rels")))
    return text > LARGEST_TEXT or sum(sizes.values()) > LARGEST_FILE


def unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part of it, and no more of that than it says it is. Raises one of :data:`UNREADABLE`."""
    info = archive.getinfo(name)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile(name)  # no office program writes these; they may claim gigabytes
    with archive.open(info) as part:
        return part.read(info.file_size) + part.read(1)  # the second finds the end, and checks the sum
