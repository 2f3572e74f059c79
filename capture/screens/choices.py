"""What a new session can be about, and storing the one that was chosen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.guides.model import Guide
from sessions.people import Known
from sessions.text import clean_line, fold

if TYPE_CHECKING:
    from sessions.programme import Programme


@dataclass(frozen=True)
class Choices:
    """Who was here before, whoever came last first, and the guides there are."""

    known: tuple[Known, ...] = ()
    guides: tuple[Guide, ...] = ()

    def named(self, expert: str) -> Known | None:
        """Who is called so, whatever the case and accents of the name."""
        name = fold(clean_line(expert))
        return next((known for known in self.known if fold(clean_line(known.expert)) == name), None)


@dataclass(frozen=True)
class Wanted:
    """A session as it is asked for: names of people and the machine, ids of guide and modules."""

    expert: str
    company: str
    machine: str
    guide: str
    modules: tuple[str, ...]
    language: str


def read_choices(programme: "Programme") -> Choices:
    """The choices in ``programme``; raises :class:`~sessions.errors.VakborgError`."""
    from sessions.guides import library
    from sessions.store.people import known_experts

    guides = tuple(library.find(listed.id)[0] for listed in library.bundled())
    with programme.store() as store:
        return Choices(tuple(known_experts(store)), guides)


def keep_session(programme: "Programme", wanted: Wanted) -> str:
    """Store a new session, with its expert and company where they are new; gives its code."""
    from sessions.guides import library
    from sessions.store.interviews import new_session
    from sessions.store.people import company_named, expert_named

    guide, toml = library.find(wanted.guide)
    with programme.store() as store, store.immediate():
        expert = expert_named(store, wanted.expert, company_named(store, wanted.company))
        session = new_session(
            store,
            expert,
            guide,
            toml,
            machine=wanted.machine,
            modules=wanted.modules,
            language=wanted.language,
        )
    return session.code
