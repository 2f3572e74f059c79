"""The review of a session: what is shown of it, and what keys ask for. It knows no screen."""
