"""Photos, each with a caption that says what it shows and where it comes from."""

from exports.draft.model import Picture
from exports.word.blocks.chapter import Chapter
from sessions.errors import ExportError


def show(chapter: Chapter, picture: Picture, width_cm: float = 12.0) -> None:
    """A photo; a sentence of the tool's own where its file cannot be opened."""
    _ = chapter.labels
    words = picture.caption.strip() or _("Photo without a caption")
    source = " ".join(part for part in (_who(picture), _where(picture)) if part)
    caption = f"{words} ({source})" if source else words
    if not _shown(chapter, picture, caption, _("Photo: {caption}").format(caption=words), width_cm):
        chapter.unwritten(_("A photo belongs here that cannot be opened: {caption}").format(caption=caption))


def _shown(chapter: Chapter, picture: Picture, caption: str, alt: str, width_cm: float) -> bool:
    try:
        data = chapter.files(picture.path)
        if data is not None:
            chapter.body.picture(data, caption, alt, width_cm)
    except (OSError, ExportError):
        return False
    return data is not None


def _who(picture: Picture) -> str:
    return picture.voice.label if picture.voice else ""


def _where(picture: Picture) -> str:
    return f"[{picture.reference}]" if picture.reference else ""
