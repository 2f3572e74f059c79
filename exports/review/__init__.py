"""The file in which an expert reads back what they said: made, read again when it comes back, and placed."""
