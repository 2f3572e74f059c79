"""Playing what was recorded."""
