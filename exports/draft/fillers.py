"""Which spoken words carry nothing, and which may be dropped where they are said twice: Dutch and English."""

from dataclasses import dataclass

from sessions import hesitating

Words = tuple[str, ...]


@dataclass(frozen=True)
class Fillers:
    """The stop list of a language, in lower case, accents kept.

    ``sounds`` are no words. ``openings`` go at the start of a sentence, where a comma or a sound follows;
    ``clear_openings`` without one too; where commas set an opening apart it goes inside a sentence as well.
    ``asides`` go where commas set them apart, ``loose`` ones also at the end of a sentence without one, but never
    at its start; neither beside a number, which they make a guess. ``tags`` end a sentence.

    ``restarts`` are words with which people begin again; of those ``grammatical`` may stand twice in a good
    sentence ("dat dat", "als je je hand"), and ``clausal`` ones even where a clause begins or with a sound between
    them; ``pronouns`` may behind a verb ("dat doe ik, ik wil"), and "dan dan" after what compares. ``linking``
    words after a hyphen tell that it joins ("voor- en nadelen"). ``negations`` are never dropped, not even one of
    two; ``asking`` words make an aside the verb ("hoe groot hij is, weet je").
    """

    sounds: frozenset[str]
    openings: frozenset[str]
    clear_openings: tuple[Words, ...]
    asides: tuple[Words, ...]
    loose: tuple[Words, ...]
    tags: frozenset[str]
    restarts: frozenset[str]
    grammatical: frozenset[str]
    clausal: frozenset[str]
    pronouns: frozenset[str]
    linking: frozenset[str]
    negations: frozenset[str]
    asking: frozenset[str]


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written with spaces between them."""
    return frozenset(words.split())


def _phrases(*phrases: str) -> tuple[Words, ...]:
    return tuple(tuple(phrase.split()) for phrase in phrases)


DUTCH = Fillers(
    sounds=hesitating.DUTCH,
    openings=word_set("ja nou kijk"),
    clear_openings=_phrases("nou ja"),
    asides=_phrases("weet je wel", "weet je", "snap je", "zal ik maar zeggen", "om zo te zeggen"),
    loose=_phrases("zeg maar"),
    tags=word_set("hè"),
    restarts=word_set(
        "de het een ik je jij hij ze zij we wij u men mijn onze en of maar want dus als dan toen dat die dit deze er "
        "daar hier naar van met bij tot per tussen onder boven tegen voor in op aan uit door over om te wat waar "
        "hoe omdat zodat is was heb heeft moet kan"
    ),
    grammatical=word_set(
        "het je ze zij u dat die dit er daar is was heb heeft moet kan in op aan uit door over om voor onder boven "
        "tegen hoe waar wat dan als toen"
    ),
    clausal=word_set("dat wat je ze zij u"),
    pronouns=word_set("ik jij hij we wij men"),
    linking=word_set("en of tot naar"),
    negations=word_set("niet nooit geen nee niks niets nergens niemand zonder noch"),
    asking=word_set("hoe wat of waar wanneer welke welk wie waarom waaraan waarmee"),
)
ENGLISH = Fillers(
    sounds=hesitating.ENGLISH,
    openings=word_set("yeah well"),
    clear_openings=(),
    asides=_phrases("you know", "i mean"),
    loose=(),
    tags=frozenset(),
    restarts=word_set(
        "the a an i you he she it we they my our and or but because so if when then this these those there here to "
        "of with at by per between for in on off out through over what where how that is was have has must can"
    ),
    grammatical=word_set(
        "that you it her is was have has had can do in on off out through over by for there here how what where "
        "if so when then"
    ),
    clausal=word_set("that you her had do"),
    pronouns=word_set("i he she it we they"),
    linking=word_set("and or to"),
    negations=word_set("not never no none nothing nobody nowhere without nor"),
    asking=word_set("how what if whether where when which who why"),
)


def fillers(language: str) -> Fillers | None:
    """Those of ``language`` ("nl", "nl-BE"); None for a language without a list."""
    return {"nl": DUTCH, "en": ENGLISH}.get(language[:2].casefold())
