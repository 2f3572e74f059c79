"""The expert's review in Word, on the screen: sent, looked into, taken in, and what was remarked."""
