"""``vakborg models``, ``vakborg models get`` and ``vakborg models use``."""

import click

from capture.cli.context import json_option, say, show, show_json, show_table
from capture.cli.progress import share_bar
from capture.naming import file_size
from capture.settings import remember
from sessions.finding import find_named
from sessions.i18n import gettext as _
from transcripts import converted, models
from transcripts.downloading import download
from transcripts.engines import chosen

AUTO = "auto"


@click.group(
    "models",
    invoke_without_command=True,
    help=_("Which speech models there are, and which are on this machine."),
)
@json_option
@click.pass_context
def models_command(context: click.Context, as_json: bool) -> None:
    if context.invoked_subcommand:
        return
    here = {model.name: model for model in models.present()}
    if as_json:
        show_json([_record(kind, here.get(kind.name)) for kind in models.KINDS.values()])
        return
    headings = [_("model"), _("here"), _("size"), _("memory"), _("good for")]
    rows = [_row(kind, here.get(kind.name)) for kind in models.KINDS.values()]
    show_table(headings, [*rows, _demo_row()])
    say(_("Kept in {folder}. Get one with: vakborg models get NAME").format(folder=models.folder()))
    if ready := [_told(one) for one in converted.present()]:
        say(
            _("Made ready for the fast engine: {models}, in {folder}.").format(
                models=", ".join(ready), folder=converted.folder()
            )
        )


def _told(one: converted.Converted) -> str:
    return f"{one.contents.name} ({one.contents.weights}, {file_size(one.size)})"


def _row(kind: models.ModelKind, model: models.Model | None) -> list[str]:
    size = file_size(model.path.stat().st_size) if model else "± " + file_size(kind.download)
    return [kind.name, _("yes") if model else _("no"), size, "± " + file_size(kind.memory), _(kind.good_for)]


def _demo_row() -> list[str]:
    size = file_size(models.DEMO_FILE.stat().st_size)
    return [models.DEMO, _("yes"), size, "", _(models.DEMO_WARNING)]


def _record(kind: models.ModelKind, model: models.Model | None) -> dict[str, object]:
    return {
        "name": kind.name,
        "here": model is not None,
        "path": str(models.file_of(kind.name)),
        "download_bytes": kind.download,
        "memory_bytes": kind.memory,
        "converted": [
            {"weights": one.contents.weights, "path": str(one.folder), "bytes": one.size}
            for one in converted.present()
            if one.contents.name == models.file_of(kind.name).stem
        ],
    }


@models_command.command("get", help=_("Download a model; interrupted, it goes on where it was."))
@click.argument("name", metavar=_("NAME"))
def get_model(name: str) -> None:
    kind = find_named(name, models.KINDS, _("model"))
    if models.file_of(kind.name).is_file():
        say(_("The model {name} is here already.").format(name=kind.name))
    else:
        with share_bar(kind.name) as bar:
            download(kind.name, lambda done, total: bar(done / total if total else 0.0))
    show(str(models.file_of(kind.name)))


@models_command.command(
    "use", help=_("Choose the model for conversations that go on; “auto” leaves it to Vakborg.")
)
@click.argument("name", metavar=_("NAME"))
def use_model(name: str) -> None:
    chosen = "" if name == AUTO else models.resolve(name).name
    remember(model=chosen)
    if chosen:
        say(_("While a conversation goes on it is transcribed with {name}.").format(name=chosen))
        if chosen == models.DEMO:
            say(_(models.DEMO_WARNING))
    else:
        say(_("Vakborg chooses the model: small where it is there, else the lightest one."))
    say(
        _(
            "“vakborg transcribe” does not go by this: it takes {gpu} with a GPU, else {cpu}, or --model NAME."
        ).format(gpu=models.DEFAULT_GPU, cpu=models.DEFAULT_CPU)
    )


@models_command.command(
    "engine",
    help=_("Choose what turns speech into text: fast, exact or openai; “auto” leaves it to Vakborg."),
)
@click.argument("name", metavar=_("NAME"))
def use_engine(name: str) -> None:
    engine = "" if name == AUTO else chosen(name).value
    remember(engine=engine)
    if engine:
        say(_("Recordings become text with the engine “{name}”.").format(name=engine))
    else:
        say(_("Vakborg chooses the engine: exact on the processor for models of up to 1 GB, else openai."))
