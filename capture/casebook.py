"""Practice cases with their photos: the files go into the programme, the rest into its database."""

from collections.abc import Iterable
from pathlib import Path

from capture.interviewing.attaching import keep_photo
from sessions.errors import disk_errors
from sessions.interview import Case
from sessions.programme import Programme
from sessions.store import Store
from sessions.store.cases import add_case, change_case, drop_case, left_over
from sessions.store.material import is_picture
from transcripts.taking_back import FOLDER as TAKEN_BACK

FOLDER = "attachments/cases"


def keep(programme: Programme, store: Store, company: str, before: Case | None, after: Case) -> Case:
    """Keep a new case, or what differs between ``before`` and ``after`` of one that is kept.

    The photos of ``after`` may be anywhere; they are copied. Raises
    :class:`~sessions.errors.RecordingError` where one cannot be read or is no picture though
    its name says so, and the
    :class:`~sessions.errors.UsageRefused` and :class:`~sessions.errors.ProgrammeError` families.
    """
    places: dict[str, str] = {}
    known = before.photos if before else ()  # also where one is missing on the disk
    try:
        for photo, caption in after.captioned.items():
            place = photo if photo in known else keep_photo(programme, FOLDER, photo)
            places[place] = caption or places.get(place, "")
        whole = after.with_photos(places)
        kept = change_case(store, company, before, whole) if before else add_case(store, company, whole)
    except BaseException:
        _put_aside(programme, left_over(store, places))
        raise
    _put_aside(programme, left_over(store, known))
    return kept


def remove(programme: Programme, store: Store, case: Case) -> None:
    """Take a case away; photos that are of nothing else then are kept in ``taken-back``."""
    _put_aside(programme, drop_case(store, case))


def no_pictures(case: Case) -> list[str]:
    """The names of those of its photos that a draft cannot hold."""
    return [Path(photo).name for photo in case.photos if not is_picture(photo)]


def _put_aside(programme: Programme, photos: Iterable[str]) -> None:
    folder = programme.folder / TAKEN_BACK
    for photo in photos:
        source = programme.file(photo)
        if source.is_file():
            with disk_errors(folder):
                folder.mkdir(exist_ok=True)
                source.replace(folder / source.name)
