"""What an interview is, and how it is kept. Imports nothing of ours."""
