"""Module drafts as the app shows and writes them, without a screen."""
