"""The recorder: a process of its own that owns the microphone and writes the sound."""
