"""The screens on which modules are read, decided on and written."""
