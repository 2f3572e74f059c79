"""A guide small enough to break in every way."""

SMALL = """\
id = "klein"
version = "1.0"
language = "nl"
title = "Kleine leidraad"
craft = "Vonken"

[script]
opening = "Fijn dat je meedoet."
first_questions = ["Hoe ben je begonnen?"]

[[modules]]
id = "M1"
title = "Voorbereiden"
goals = ["maakt een werkplan"]

[[modules.topics]]
slug = "startgat"
title = "Startgaten"
stems = [
  "startga",
  "insteekgat",
]

[[modules.topics]]
slug = "uitvaller"
title = "Uitvaller"
stems = ["uitvaller"]

[[modules.questions]]
id = "M1-V1"
kind = "open"
text = "Waar komt het startgat?"
topics = ["startgat"]
probes = [
  { facet = "signal", text = "Waaraan zie je dat?" },
  { facet = "error", text = "Wat vergeet een beginner?" },
]

[[modules.questions]]
id = "M1-V2"
kind = "teach_back"
text = "Ik zeg het terug."
topics = ["uitvaller"]

[modules.assignment]
title = "Werkplan"
text = "Maak een werkplan."
criteria = ["noemt de volgorde"]

[[follow_ups]]
id = "gevoel"
title = "Op gevoel"
said = ["op gevoel"]
probe = "Waaraan merk je dat?"
facet = "signal"

[facet_cues]
error = ["een beginner"]
signal = ["je ziet"]

[[glossary]]
term = "startgat"
english = "start hole"
topics = ["startgat"]
confirmed = true
"""


def line_with(text: str, part: str) -> int:
    """The number of the first line of ``text`` that holds ``part``."""
    return next(n for n, line in enumerate(text.splitlines(), 1) if part in line)
