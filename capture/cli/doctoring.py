"""``vakborg doctor``: what works on this machine."""

import click

from capture.cli.context import Desk, pass_desk, show
from capture.doctor import Reading, examine
from sessions.i18n import gettext as _


@click.command(
    "doctor", help=_("Microphones, sound system, speech models, disk space, terminal: what works here.")
)
@pass_desk
def doctor_command(desk: Desk) -> int:
    programme = desk.programme_or_none()
    readings = examine(programme.folder if programme else None)
    for reading in readings:
        _show(reading)
    return 0 if all(r.well for r in readings if r.needed) else 1


def _show(reading: Reading) -> None:
    mark = "✓" if reading.well else ("✗" if reading.needed else "–")
    show(f"{mark} {reading.what}: {reading.found}")
    if reading.advice and not reading.well:
        show(f"  {reading.advice}")
