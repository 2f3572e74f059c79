"""Module drafts as data: see :mod:`exports.draft.model` for what they hold and how they are made."""
