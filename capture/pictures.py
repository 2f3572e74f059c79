"""Whether a file that calls itself a picture is one."""

from pathlib import Path

from sessions.errors import ExportError, RecordingError, os_reason
from sessions.i18n import gettext as _
from sessions.store.material import is_picture
from sessions.text import clean_line


def refuse_no_picture(path: Path, name: str = "") -> None:
    """Raise :class:`RecordingError` where ``path`` is called like a picture, and no document could show it.

    ``name`` is what people call it, by default the name of the file.
    """
    if not is_picture(path.name):
        return
    from exports.word.pictures import photo  # Pillow takes a while to come

    called = clean_line(name or path.name)
    try:
        photo(path.read_bytes())
    except ExportError as error:
        told = _("{file} is no picture that can be shown, though its name says so.").format(file=called)
        raise RecordingError(told, error.advice) from error
    except OSError as error:
        told = _("{file} could not be read: {reason}.").format(file=called, reason=os_reason(error))
        raise RecordingError(told, _("Check the name and whether the disk is connected.")) from error
