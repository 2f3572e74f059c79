"""Photos, each with a caption that says what it shows and where it comes from."""

from exports.draft.model import Picture
from exports.word.blocks.chapter import Chapter
from sessions.errors import ExportError


def show(chapter: Chapter, picture: Picture, width_cm: float = 12.0, case: str = "") -> None:
    """A photo; a sentence of the tool's own where its file cannot be opened. ``case`` is what a practice case is
    called, of one that belongs to it."""
    _ = chapter.labels
    said = picture.caption.strip()
    words = said or (_("Photo with case {case}").format(case=case) if case else _("Photo without a caption"))
    source = " ".join(part for part in (_who(picture), _where(picture)) if part)
    caption = f"{words} ({source})" if source else words
    alt = _("Photo: {caption}").format(caption=said) if said else caption
    remark = "" if said else _("Write a caption: what does the learner have to see in this photo?")
    if not _shown(chapter, picture, caption, alt, remark, width_cm):
        which = f"{caption} ({case})" if said and case else caption
        chapter.unwritten(_("A photo belongs here that cannot be opened: {caption}").format(caption=which))


def _shown(chapter: Chapter, picture: Picture, caption: str, alt: str, remark: str, width_cm: float) -> bool:
    try:
        data = chapter.files(picture.path)
        if data is not None:
            chapter.body.picture(data, caption, alt, width_cm, remark)
    except (OSError, ExportError):
        return False
    return data is not None


def _who(picture: Picture) -> str:
    return picture.voice.label if picture.voice else ""


def _where(picture: Picture) -> str:
    return f"[{picture.reference}]" if picture.reference else ""
