"""How a review begins: with who works here, where nobody said so yet."""

from typing import TYPE_CHECKING

from capture.screens.wishes import Conducting
from capture.settings import read_settings, remember
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.fragments import SessionReading
    from sessions.programme import Programme


def review(
    app: Conducting, programme: "Programme", reading: "SessionReading", segment_id: int | None = None
) -> None:
    """Review a session, from a fragment on, else from the first that nobody looked at; asks once who works here."""
    from capture.naming import who_works
    from capture.reviewing.review import Review
    from capture.screens.review import ReviewScreen
    from capture.screens.reviewing.who import WhoDialog

    def begin(by: str | None) -> None:
        if by:
            remember(interviewer=by)
            work = Review(programme, reading.session.code, by)
            app.push_screen(ReviewScreen(work, segment_id, reading))

    if isinstance(app.screen, ReviewScreen | WhoDialog):
        return  # two quick keys ask for it once
    if by := clean_line(read_settings().interviewer):
        begin(by)
    else:
        app.push_screen(WhoDialog(who_works()), begin)
