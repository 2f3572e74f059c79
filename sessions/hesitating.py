"""The sounds with which people hesitate: no words, whatever stands around them."""

DUTCH = frozenset(["eh", "ehh", "ehm", "eeh", "uh", "uhh", "uhm", "uhmm", "euh", "euhm", "hm", "hmm"])
ENGLISH = frozenset(["um", "umm", "uh", "uhh", "uhm", "erm", "hm", "hmm"])
EVERY = DUTCH | ENGLISH
"""Those of all languages: a person of one uses the sounds of another, and so does a machine that heard them."""
