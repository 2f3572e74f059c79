"""Photos for a document: upright, of a sensible size, and without what a camera wrote into them."""

import struct
import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from sessions.errors import ExportError
from sessions.i18n import gettext as _

register_heif_opener()

LONGEST = 1600
"""Pixels of the longest side; more only makes the document heavy."""

_BROKEN = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    KeyError,
    TypeError,
    IndexError,
)
_ODD_EXIF = (struct.error, AttributeError, ZeroDivisionError)
_TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError, OverflowError)


@dataclass(frozen=True)
class Photo:
    """A picture as it goes into a document; ``width`` and ``height`` in pixels."""

    data: bytes
    suffix: str
    width: int
    height: int


def photo(data: bytes) -> Photo:
    """``data`` in any format that Pillow reads, or as an iPhone writes it (HEIC), encoded anew: place, owner and
    device are gone.

    Raises :class:`ExportError` where it is no picture, is broken, or unpacks to too much.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.filterwarnings("ignore", category=UserWarning, module="PIL")
            return _encoded(_upright(data))
    except _TOO_LARGE as error:
        raise ExportError(
            _("A photo is too large to open."), _("Make it smaller in a photo program and attach it again.")
        ) from error
    except _BROKEN as error:
        raise ExportError(
            _("A photo cannot be read."), _("Open it in a photo program and save it as JPEG.")
        ) from error


def _upright(data: bytes) -> Image.Image:
    with Image.open(BytesIO(data)) as opened:
        opened.draft("RGB", (LONGEST, LONGEST))  # a JPEG is unpacked at the size that is wanted
        turned = _turned(opened)
        turned.thumbnail((LONGEST, LONGEST))
        return turned


def _turned(opened: Image.Image) -> Image.Image:
    """As it was held; as it is where what the camera wrote about that is broken."""
    opened.load()  # a picture that is broken itself must not pass for one that lies
    try:
        return ImageOps.exif_transpose(opened)
    except _BROKEN + _ODD_EXIF:
        return opened.copy()


def _encoded(image: Image.Image) -> Photo:
    clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    plain = Image.new("RGBA" if clear else "RGB", image.size)
    whole = image.convert(plain.mode)
    # where a picture was cut out, what was there may still be below it
    seen = whole.getchannel("A").point(lambda alpha: 255 if alpha else 0) if clear else None
    plain.paste(whole, mask=seen)
    buffer = BytesIO()
    if clear:
        plain.save(buffer, "PNG", optimize=True)
    else:
        plain.save(buffer, "JPEG", quality=85, optimize=True)
    return Photo(buffer.getvalue(), "png" if clear else "jpg", *plain.size)
