"""The root command, and the one place where failures become words on stderr and an exit code."""

import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from capture.cli.context import Desk, say
from sessions.errors import VakborgError
from sessions.i18n import LANGUAGES, N_
from sessions.i18n import gettext as _
from sessions.text import nearest

COMMANDS = {
    "demo": ("capture.cli.demo", N_("Make an example programme and run the whole chain on it.")),
    "init": ("capture.cli.programmes", N_("Make an empty programme.")),
    "guide": ("capture.cli.guides", N_("List, show, check and copy question guides.")),
    "session": ("capture.cli.sessions", N_("Start, list and show sessions.")),
    "import": ("capture.cli.importing", N_("Bring recordings or transcripts that exist already.")),
    "transcribe": ("capture.cli.transcribing", N_("Turn the waiting recordings into text.")),
    "models": ("capture.cli.models", N_("Which speech models are on this machine; get one.")),
    "search": ("capture.cli.finding", N_("Search in all that was said.")),
    "vocabulary": (
        "capture.cli.vocabulary",
        N_("The words of this programme that a speech model mishears."),
    ),
    "coverage": ("capture.cli.covering", N_("What is covered, and what to ask next.")),
    "hours": ("capture.cli.hours", N_("The time spent per company, of the expert and of the developer.")),
    "release": ("capture.cli.release", N_("Decide how far what was said may go.")),
    "consent": (
        "capture.cli.consent",
        N_("What each expert permits; take a permission back, with what hangs on it."),
    ),
    "retention": ("capture.cli.retention", N_("Until when recordings and texts are kept.")),
    "pseudonym": ("capture.cli.pseudonyms", N_("Names that leave under another name only.")),
    "case": ("capture.cli.cases", N_("Practice cases: list, add, change, release and remove them.")),
    "photo": ("capture.cli.photos", N_("Photos of answers: what they show, how far they may go.")),
    "topics": ("capture.cli.topics", N_("Suggest topics for sentences in a file.")),
    "quote": ("capture.cli.quoting", N_("Golden quotes: list them, choose them, take them back.")),
    "fold": ("capture.cli.folding", N_("What stands once in a draft though several people said it.")),
    "review": (
        "capture.cli.reviewing",
        N_("The expert reads back in Word, and decides what may be used."),
    ),
    "export": (
        "capture.cli.exporting",
        N_("Make documents: transcripts and module drafts, and what is new in them."),
    ),
    "check": ("capture.cli.checking", N_("Check every file and the database.")),
    "doctor": ("capture.cli.doctoring", N_("What works on this machine, and what does not.")),
}


class LazyGroup(click.Group):
    """A group that imports a command only when it is called, so that ``--help`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name][0])
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        close = nearest(args[0], list(COMMANDS)) if args[0] not in COMMANDS else None
        if close and not args[0].startswith("-"):
            what = _("There is no {kind} {name}.").format(kind=_("command"), name=args[0])
            ctx.fail(what + " " + _("Did you mean {name}?").format(name=close))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(text)) for name, (_module, text) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    options_metavar=_("[OPTIONS]"),
    subcommand_metavar=_("[COMMAND] …"),
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_("Vakborg keeps craft knowledge when its holders retire. Without a command it opens the app."),
)
@click.option(
    "--programme",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar=_("DIR"),
    help=_("The folder of the programme (default: this folder, else the last one opened)."),
)
@click.option("--lang", type=click.Choice(LANGUAGES), help=_("Language of messages and screens."))
@click.version_option(package_name="vakborg", message="%(prog)s %(version)s")
@click.pass_context
def root(context: click.Context, folder: Path | None, lang: str | None) -> None:
    context.obj = Desk(folder)
    if context.invoked_subcommand is None:
        from capture.app import open_app

        open_app(context.obj.programme_or_none())


def run(arguments: list[str]) -> int:
    """Run the command line; gives the exit code: 0 done, 1 refused, 2 wrong usage, 130 interrupted."""
    _readable_output()
    try:
        result = root.main(arguments, prog_name="vakborg", standalone_mode=False)
    except VakborgError as error:
        return _refused(error)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort) as stop:
        say(str(stop.__cause__ or stop) or _("Stopped."))  # click turns the first into the second
        return 130
    except Exception as error:  # noqa: BLE001 - the boundary: a person never sees a traceback
        return _unforeseen(error)
    return result if isinstance(result, int) else 0


def _refused(error: VakborgError) -> int:
    say(error.message)
    if error.advice:
        say(error.advice)
    return 1


def _unforeseen(error: Exception) -> int:
    from capture.faults import write_report

    say(_("Something went wrong that Vakborg did not foresee. Your recordings and texts are safe."))
    if report := write_report(error):
        say(
            _("Send this file to whoever maintains Vakborg (no transcript text is in it): {file}").format(
                file=report
            )
        )
    return 1


def _readable_output() -> None:
    """What goes to a file or a pipe is UTF-8 everywhere; a console that cannot show a character gets
    a substitute in its place instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
