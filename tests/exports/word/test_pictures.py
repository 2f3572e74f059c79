"""Photos: every format, upright, small enough, and without what a camera wrote into them."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from PIL import Image, ImageOps

from exports.word import pictures
from exports.word.pictures import LONGEST, photo
from sessions.errors import ExportError

ORIENTATION, MAKE, GPS, OWNER, RESOLUTION = 0x0112, 0x010F, 0x8825, 0xA430, 0x011A


def image(kind: str, mode: str = "RGB", size: tuple[int, int] = (60, 40), **options: object) -> bytes:
    buffer = BytesIO()
    Image.new(mode, size).save(buffer, kind, **options)
    return buffer.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(photo(data).data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP", "PPM", "TGA", "JPEG2000"])
def test_what_pillow_reads_becomes_a_jpeg(kind: str) -> None:
    made = photo(image(kind))
    assert (made.suffix, made.width, made.height) == ("jpg", 60, 40)
    assert opened(image(kind)).format == "JPEG"


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "I", "F", "CMYK", "YCbCr", "LAB"])
def test_every_way_of_keeping_colours_is_understood(mode: str) -> None:
    assert opened(image("TIFF", mode)).mode == "RGB"


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_transparent_stays_so(mode: str) -> None:
    assert photo(image("PNG", mode)).suffix == "png"
    assert opened(image("PNG", mode)).mode == "RGBA"


def test_what_is_fully_transparent_has_no_colour_below_it() -> None:
    cut, buffer = Image.new("RGBA", (2, 1), (11, 22, 33, 0)), BytesIO()
    cut.putpixel((1, 0), (44, 55, 66, 1))
    cut.save(buffer, "PNG")
    made = opened(buffer.getvalue())
    assert [made.getpixel((x, 0)) for x in (0, 1)] == [(0, 0, 0, 0), (44, 55, 66, 1)]


@pytest.mark.parametrize(
    ("entry", "nonsense"),
    [
        (b"\x01\x1a\x00\x05", b"\x01\x40\x00\x05"),  # a palette that is a fraction
        (b"\x01\x0f\x00\x02", b"\x01\x1a\x00\x02"),  # a resolution that is a text
        (b"\x01\x1a\x00\x05", b"\x01\x32\x00\x05"),  # a date that is a fraction
    ],
)
def test_a_photo_in_which_a_camera_wrote_nonsense_is_shown_as_it_is(entry: bytes, nonsense: bytes) -> None:
    exif = Image.Exif()
    exif[MAKE], exif[ORIENTATION], exif[RESOLUTION] = "Merk", 6, 1.5
    assert entry in exif.tobytes()
    data = image("JPEG", exif=exif.tobytes().replace(entry, nonsense))
    with Image.open(BytesIO(data)) as broken, pytest.raises((struct.error, TypeError, AttributeError)):
        ImageOps.exif_transpose(broken)
    made = photo(data)
    assert (made.width, made.height) == (60, 40)


def test_place_owner_and_device_are_gone() -> None:
    exif = Image.Exif()
    exif[MAKE] = "Telefoonmerk"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(0x8769)[OWNER] = "Anna de Wit"
    data = image("JPEG", exif=exif.tobytes(), comment=b"Anna de Wit")
    assert b"Telefoonmerk" in data
    made = photo(data).data
    assert not Image.open(BytesIO(made)).getexif()
    for trace in (b"Telefoonmerk", b"Anna", b"Exif"):
        assert trace not in made


def test_a_photo_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    made = photo(image("JPEG", exif=exif.tobytes()))
    assert (made.width, made.height) == (40, 60)


def test_a_large_photo_is_made_smaller_and_a_small_one_is_not_made_larger() -> None:
    made = photo(image("JPEG", size=(4000, 3000)))
    assert (made.width, made.height) == (LONGEST, LONGEST * 3 // 4)
    assert photo(image("PNG", size=(1, 1))).width == 1


@pytest.mark.parametrize("size", [(6000, 1), (1, 6000)])
def test_a_very_narrow_picture_keeps_a_pixel(size: tuple[int, int]) -> None:
    made = photo(image("PNG", size=size))
    assert min(made.width, made.height) == 1


@pytest.mark.parametrize(
    "data", [b"", b"geen foto", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\x00\x00WEBP"]
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ExportError, match="cannot be read"):
        photo(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "TIFF", "WEBP", "BMP"])
def test_a_file_that_ends_too_soon_or_was_damaged_is_refused_or_shown(kind: str) -> None:
    noise = Image.effect_noise((80, 80), 90)
    buffer = BytesIO()
    noise.save(buffer, kind)
    data = buffer.getvalue()
    for at in range(1, len(data), max(1, len(data) // 40)):
        for broken in (data[:at], data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]):
            with suppress(ExportError):
                assert photo(broken).width > 0


def test_a_picture_that_unpacks_to_gigabytes_is_refused_at_once() -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    packed = (struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    with pytest.raises(ExportError, match="too large"):
        photo(b"\x89PNG\r\n\x1a\n" + b"".join(packed))


def test_a_picture_of_many_pictures_shows_its_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LONGEST", 30)
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    buffer = BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])
    shown = opened(buffer.getvalue())
    assert shown.size == (30, 20)
    pixel = shown.getpixel((15, 10))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200
