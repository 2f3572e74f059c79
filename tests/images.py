"""Pictures that are real ones."""

from io import BytesIO

from PIL import Image


def jpeg(shade: int = 90) -> bytes:
    """A small photo; another ``shade`` is another photo."""
    buffer = BytesIO()
    Image.new("RGB", (8, 6), (shade, shade, shade)).save(buffer, "JPEG")
    return buffer.getvalue()
