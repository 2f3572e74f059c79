"""The dialogs of the conversation are as all dialogs are."""

from capture.screens.dialog import Choice, Dialog, button

__all__ = ["Choice", "Dialog", "button"]
