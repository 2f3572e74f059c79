"""Taking something out for good: what would go, doing it, what is due, and until when things are kept."""
