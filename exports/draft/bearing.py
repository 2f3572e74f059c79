"""Which words of a language carry what two statements can differ in: Dutch and English.

All words are folded (lower case, without accents).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from exports.draft.fillers import DUTCH as DUTCH_FILLERS
from exports.draft.fillers import ENGLISH as ENGLISH_FILLERS
from exports.draft.fillers import Fillers, word_set
from sessions.text import fold


@dataclass(frozen=True)
class Bearing:
    """``empty`` words can go without the meaning changing. ``ordering`` ones make the order of the others count, as
    ``than`` does after a comparative; ``binding`` ones belong to the word after them. ``speakers`` are who tells it,
    and ``others`` who does not; ``placing`` words may lack, but not be one another ("op", "in"). ``endings`` are
    those of inflection, ``comparing`` ones change the meaning.

    ``rarely`` phrases say that something is not done, or hardly ever; ``always`` and ``sometimes`` how often it is;
    but not when one of ``unless`` is in the clause: "niet te dicht", "als het niet lukt". ``each`` goes before
    ``intervals`` ("elke dag"). ``opposites`` are pairs; so are ``relations``, but before the same thing only ("voor
    het harden"). ``situating`` words come before a condition ("bij hardmetaal"), ``choosing`` ones say what somebody
    uses. ``light`` words say little about what a statement is about. ``clauses`` begin another clause.
    """

    fillers: Fillers
    empty: frozenset[str]
    ordering: frozenset[str]
    than: str
    binding: frozenset[str]
    speakers: frozenset[str]
    others: frozenset[str]
    placing: frozenset[str]
    each: frozenset[str]
    intervals: frozenset[str]
    endings: tuple[str, ...]
    comparing: tuple[str, ...]
    rarely: tuple[str, ...]
    sometimes: tuple[str, ...]
    always: tuple[str, ...]
    unless: frozenset[str]
    opposites: tuple[tuple[str, str], ...]
    relations: tuple[tuple[str, str], ...]
    articles: frozenset[str]
    situating: frozenset[str]
    choosing: frozenset[str]
    light: frozenset[str]
    clauses: frozenset[str]

    @cached_property
    def opposite(self) -> dict[str, frozenset[str]]:
        """What each word is the opposite of."""
        return _both_ways(self.opposites)

    @cached_property
    def related(self) -> dict[str, frozenset[str]]:
        """As :attr:`opposite`, for :attr:`relations`."""
        return _both_ways(self.relations)

    @cached_property
    def passing(self) -> frozenset[str]:
        """The words that do not say what a statement is about."""
        return self.light | self.choosing | self.filling | self.opposite.keys() | self.related.keys()

    @cached_property
    def denying(self) -> frozenset[str]:
        """The words that say that something is not done."""
        return frozenset(phrase.split()[-1] for phrase in self.rarely)

    @cached_property
    def filling(self) -> frozenset[str]:
        """Sounds and empty words, folded."""
        return frozenset(map(fold, self.fillers.sounds | self.fillers.tags)) | self.empty


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return {word: frozenset(others) for word, others in found.items()}


def _pairs(pairs: str) -> tuple[tuple[str, str], ...]:
    parted = (pair.split("/") for pair in pairs.split())
    return tuple((one, other) for one, other in parted)


DUTCH = Bearing(
    fillers=DUTCH_FILLERS,
    empty=word_set(
        "de het een ik je jij we wij ze zij hij u men mij me hem haar hun mijn jouw ons onze zijn die dat dit deze er "
        "daar hier in op aan bij van met en ben bent is heb hebt heeft hebben word wordt worden wel ook even dus nou "
        "nu ja hoor eigenlijk dan om zelf gewoonlijk natuurlijk namelijk gaan ga gaat"
    ),
    ordering=word_set("plaats liever maar"),
    than="dan",
    binding=word_set(
        "als wanneer omdat doordat zodat zodra terwijl voordat nadat of wat waar hoe naar tot voor na onder boven "
        "tegen uit door over zonder tussen"
    ),
    speakers=word_set("ik je jij we wij"),
    others=word_set("hij ze zij"),
    placing=word_set("in op aan bij van"),
    each=word_set("elke elk iedere ieder per"),
    intervals=word_set("dag week maand jaar uur ochtend avond ploeg dienst nacht"),
    endings=("etjes", "tjes", "etje", "tje", "jes", "je", "en", "es", "e", "s", "t", "n"),
    comparing=("er", "ere", "st", "ste"),
    rarely=(
        "nooit",
        "bijna nooit",
        "haast nooit",
        "vrijwel nooit",
        "niet",
        "liever niet",
        "geen",
        "niemand",
        "niks",
        "nauwelijks",
        "zelden",
        "hoogst zelden",
        "zonder",
    ),
    sometimes=("soms", "af en toe", "een enkele keer", "heel soms"),
    always=("altijd", "bijna altijd", "meestal", "elke keer", "vaak", "liefst"),
    unless=word_set(
        "te als wanneer zodra zolang tenzij behalve meer minder alleen genoeg anders hoger lager verder onder boven"
    ),
    opposites=_pairs(
        "bovenin/onderin bovenaan/onderaan links/rechts linksom/rechtsom linksboven/rechtsboven "
        "meer/minder meer/weinig omhoog/omlaag hoog/laag hoge/lage hoger/lager verhoog/verlaag verhogen/verlagen "
        "verhoogt/verlaagt snel/langzaam snelle/langzame sneller/langzamer dik/dun dikke/dunne dikker/dunner "
        "groot/klein grote/kleine groter/kleiner warm/koud warmer/kouder hard/zacht harde/zachte harder/zachter "
        "lang/kort lange/korte langer/korter ruim/krap ruime/krappe ruimer/krapper veel/weinig open/dicht "
        "droog/nat droge/natte vast/los strak/los goedkoper/duurder goedkoop/duur schoon/vuil zwaar/licht "
        "zware/lichte zwaarder/lichter buitenom/binnendoor aan/uit positief/negatief "
        "positieve/negatieve plus/min mat/glanzend matte/glanzende eerst/laatst eerst/laatste vroeg/laat "
        "vroeger/later horizontaal/verticaal staand/liggend  vooraan/achteraan begin/eind "
        "dichtbij/ver grof/fijn grove/fijne grover/fijner ruw/glad scherp/stomp scherpe/stompe rustig/fel"
    ),
    relations=_pairs("voor/na boven/onder binnen/buiten met/zonder"),
    articles=word_set("de het een"),
    situating=word_set("bij voor tijdens na"),
    choosing=word_set(
        "gebruik gebruiken gebruikt neem neemt nemen pak pakt pakken hanteer hanteert hanteren"
    ),
    light=word_set(
        "altijd nooit niet geen bijna vaak soms meestal steeds liefst liever juist gewoon pas moet moeten kan "
        "kun kunnen mag wil zou zal hoef hoeft moest wordt staat staan heel erg zo nog al alleen maar want omdat zodat "
        "te meer minder door uit naar tot over na voor onder boven of wat waar hoe welke alle elke elk iets ongeveer "
        "nee keer minstens maximaal ons jullie kies kiest kiezen doe doet doen houd hou houdt houden"
    ),
    clauses=word_set("maar want omdat doordat zodat terwijl"),
)
ENGLISH = Bearing(
    fillers=ENGLISH_FILLERS,
    empty=word_set(
        "the a an i you we he she it they me him her them my your our us this that these those there here in on at "
        "of with and am is are be been have has also just well yeah then to"
    ),
    ordering=word_set("than instead rather but"),
    than="than",
    binding=word_set(
        "if when because so while before after or what where how from to for under above against "
        "out over without between"
    ),
    speakers=word_set("i you we"),
    others=word_set("he she they"),
    placing=word_set("in on at of"),
    each=word_set("every each per"),
    intervals=word_set("day week month year hour morning evening shift night"),
    endings=("ing", "es", "ed", "s", "d"),
    comparing=("er", "est"),
    rarely=(
        "never",
        "almost never",
        "hardly ever",
        "not",
        "no",
        "nobody",
        "rarely",
        "seldom",
        "hardly",
        "without",
    ),
    sometimes=("sometimes", "now and then", "occasionally"),
    always=("always", "almost always", "usually", "mostly", "every time", "often", "preferably"),
    unless=word_set(
        "too if when once unless except more less only enough otherwise higher lower further under above"
    ),
    opposites=_pairs(
        "left/right top/bottom more/less up/down high/low higher/lower raise/lower "
        "increase/decrease increase/reduce fast/slow faster/slower thick/thin thicker/thinner big/small large/small "
        "larger/smaller bigger/smaller hot/cold warm/cold hard/soft harder/softer long/short longer/shorter "
        "much/little many/few open/closed dry/wet tight/loose cheap/expensive cheaper/dearer clean/dirty "
        "heavy/light heavier/lighter on/off positive/negative plus/minus matt/glossy first/last "
        "early/late earlier/later horizontal/vertical front/back coarse/fine coarser/finer rough/smooth "
        "clockwise/anticlockwise clockwise/counterclockwise"
    ),
    relations=_pairs("before/after above/below above/under over/under inside/outside with/without"),
    articles=word_set("the a an"),
    situating=word_set("for with at during after"),
    choosing=word_set("use uses using take takes taking pick picks picking"),
    light=word_set(
        "always never not no almost often sometimes usually mostly preferably just only must should can could may want "
        "yes would will very so still but because to too more less by out over after before under above or what where "
        "how which all every some about at least times"
    ),
    clauses=word_set("but because so while"),
)


def bearing(language: str) -> Bearing | None:
    """That of ``language`` ("nl", "nl-BE"); None for a language without a list."""
    return {"nl": DUTCH, "en": ENGLISH}.get(language[:2].casefold())
