"""Word documents: written with real styles, and read as plain lines."""
