"""The expert's review in Word, for the app and the command line: sending it, what came back in words, agreement."""
