"""The parts of the interview screen: what it paints, and what it asks in between."""
