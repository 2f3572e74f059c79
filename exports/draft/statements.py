"""From fragments to statements: an expert's words with their source, lightly cleaned for reading."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exports.draft.model import Source, Statement, Voice
from exports.draft.placing import Placed
from exports.draft.tidying import tidy
from exports.labels import Labels
from sessions.fragments import Fragment, answer_code
from sessions.guides.model import Guide, Module
from sessions.material import Material
from sessions.people import Company
from sessions.release import Approved


@dataclass(frozen=True)
class Told:
    """A statement, the fragment that it came from, and the slug of the topic under which it stands.

    ``suggested`` tells that nobody said yet that it is about that topic.
    """

    statement: Statement
    fragment: Fragment
    topic: str
    suggested: bool = False


@dataclass(frozen=True)
class Basis:
    """What the parts of a draft are built from.

    ``told`` counts: each thing once, in order of speaking, nearly equal ones folded. ``unfolded`` is the same
    before folding, ``suggested`` does not count yet. ``labels`` are in the language of the guide.
    """

    guide: Guide
    module: Module
    material: Material
    labels: Labels
    told: tuple[Told, ...]
    unfolded: tuple[Told, ...]
    suggested: tuple[Told, ...]


def tell(placed: Iterable[Placed], material: Material, labels: Labels) -> tuple[Told, ...]:
    """The statements of ``placed``, in its order."""
    standing = list(placed)
    voices = voices_of((p.fragment for p in standing), labels)
    return tuple(_told(one, voices, material) for one in standing)


def voices_of(fragments: Iterable[Fragment], labels: Labels) -> dict[int, Voice]:
    """Everybody who is heard in ``fragments``, by expert id, as a document may call them."""
    heard: dict[int, Fragment] = {}
    machines: dict[int, dict[str, None]] = defaultdict(dict)
    for fragment in fragments:
        heard.setdefault(fragment.expert.id, fragment)
        machines[fragment.expert.id].update(dict.fromkeys(m for m in [fragment.session.machine] if m))
    colleagues = Counter(f.company.id for f in heard.values())
    return {
        who: Voice(
            f.expert.code,
            labels.speaker(f.expert, f.company, f.named),
            f.company.name,
            voice_label(f.company, f.expert.code, alone=colleagues[f.company.id] == 1),
            tuple(machines[who]),
        )
        for who, f in heard.items()
    }


def voice_label(company: Company, code: str, *, alone: bool) -> str:
    """The short name before somebody's words; ``alone`` where no colleague of theirs is heard. It is the code
    where the company has no name that may stand there."""
    if not company.name:
        return code
    return company.name if alone else f"{company.name} ({code})"


def _told(placed: Placed, voices: dict[int, Voice], material: Material) -> Told:
    fragment = placed.fragment
    segment = fragment.segment
    source = Source(
        segment.id,
        answer_code(
            fragment.session.code, fragment.answer.number, fragment.clip.number if fragment.clip else 1
        ),
        fragment.answer.id,
        voices[fragment.expert.id],
        segment.text.strip(),
        segment.start,
        segment.end,
    )
    approved = material.approved.get(fragment.answer.id, Approved.NOT_YET)
    tidied = tidy(segment.text, fragment.transcript.language) or segment.text.strip()
    statement = Statement(
        text=material.disguise(tidied),  # once more: without "eh" the parts of a name may stand together
        source=source,
        facet=fragment.facet,
        doubt=segment.doubt,
        approved=approved,
        checked=segment.checked or approved is Approved.AS_IT_IS,
        leans=placed.leans,
        because=placed.because,
    )
    return Told(statement, fragment, placed.topic, placed.suggested)


def counted(told: Sequence[Told]) -> int:
    """The words in the statements, as white space parts them."""
    return sum(len(one.statement.text.split()) for one in told)
