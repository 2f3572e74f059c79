"""Drafts and documents: from fragments to Word, Markdown, captions and JSON."""
