"""Photos and practice cases in a programme, for the screens that show them."""

from pathlib import Path

from capture import casebook
from capture.interviewing.attaching import Moment, attach
from sessions.interview import Attachment, Case, Clip
from sessions.programme import Programme
from sessions.store.interviews import answer_to, find_session, guide_of
from tests.images import jpeg


def add_files(programme: Programme, *names: str, question: str = "M2-V2") -> list[Attachment]:
    """Files with these names in an answer of A1, where it has a recording seven seconds into that."""
    with programme.store() as store:
        session = find_session(store, "A1")
        answer = answer_to(store, session, guide_of(store, session).question(question))
        clip = store.first(Clip, answer_id=answer.id)
        moment = Moment(clip.id, 7.0) if clip else Moment()
        folder = programme.folder.parent / "telefoon"
        folder.mkdir(exist_ok=True)
        kept = []
        for name in names:
            (folder / name).write_bytes(jpeg(len(name)) if name.endswith(".jpg") else name.encode())
            kept.append(attach(programme, store, session, answer, folder / name, moment))
    return kept


def add_case(
    programme: Programme, title: str = "Stempel", photo: str = "", company: str = "Vonkwerk"
) -> Case:
    """A case about the start hole."""
    path = Path(programme.folder.parent / photo)
    if photo:
        path.write_bytes(jpeg(len(photo)))
    told = Case(0, title, "plaat 40 mm", "1.2379", topics=("startgat",), photos=(str(path),) if photo else ())
    with programme.store() as store:
        return casebook.keep(programme, store, company, None, told)
