"""The conversation itself, without its screens: what was asked, recorded, marked and noted, kept at once."""
