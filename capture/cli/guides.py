"""``vakborg guide list | show | check | copy``."""

from pathlib import Path

import click

from capture.cli.context import json_option, say, show, show_json, show_table, wrapped
from sessions.facets import label
from sessions.guides import library
from sessions.guides.loading import read
from sessions.guides.model import Guide, Module
from sessions.i18n import gettext as _
from sessions.text import clean_line


@click.group("guide", help=_("List, show, check and copy question guides."))
def guide_command() -> None:
    pass


@guide_command.command("list", help=_("The guides that come with Vakborg."))
@json_option
def list_guides(as_json: bool) -> None:
    guides = library.bundled()
    if as_json:
        show_json(
            [{"id": g.id, "title": g.title, "version": g.version, "language": g.language} for g in guides]
        )
        return
    headings = [_("id"), _("version"), _("language"), _("modules"), _("title")]
    show_table(headings, [[g.id, g.version, g.language, str(g.module_count), g.title] for g in guides])


@guide_command.command(
    "show", help=_("A guide: its modules, questions and probes. ID is a guide, or a file.")
)
@click.argument("guide_id", metavar=_("[ID]"), default=library.default_id)
def show_guide(guide_id: str) -> None:
    guide, _toml = library.find(guide_id)
    show(_("{title} ({id}, version {version})").format(title=guide.title, id=guide.id, version=guide.version))
    for text in (guide.note, guide.script.opening, *guide.script.first_questions):
        show("\n" + wrapped(clean_line(text)))
    for module in guide.modules:
        _show_module(module, guide)
    for text in (*guide.script.last_questions, guide.script.closing):
        show("\n" + wrapped(clean_line(text)))
    _show_follow_ups(guide)
    _show_glossary(guide)


def _show_module(module: Module, guide: Guide) -> None:
    show(f"\n{module.id}  {module.title}")
    for goal in module.goals:
        show(wrapped(f"  - {goal}", 4))
    for question in module.questions:
        topics = ", ".join(guide.topics[slug].title for slug in question.topics)
        show("\n" + wrapped(f"  {question.id}  {question.text}", 9))
        show(wrapped(f"         [{topics}]", 10))
        for number, probe in enumerate(question.probes, start=1):
            show(wrapped(f"         {number}. {probe.text} ({label(probe.facet)})", 12))
    show("\n" + wrapped("  " + _("Practice assignment: {title}").format(title=module.assignment.title), 4))
    for criterion in module.assignment.criteria:
        show(wrapped(f"  - {criterion}", 4))


def _show_follow_ups(guide: Guide) -> None:
    show("\n" + _("When this is said, ask on:"))
    for rule in guide.follow_ups:
        heard = ", ".join(f"“{said}”" for said in rule.said) or rule.title
        show(wrapped(f"  - {heard}: {rule.probe}", 4))


def _show_glossary(guide: Guide) -> None:
    show("\n" + _("Terms (? = an expert still has to confirm it):"))
    for term in guide.glossary:
        names = ", ".join((term.term, *term.variants))
        show(wrapped(f"  {'' if term.confirmed else '? '}{names} = {term.english}", 4))


@guide_command.command("check", help=_("Read a guide of your own and name every mistake in it."))
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
def check_guide(file: Path) -> None:
    guide = read(file)
    show(
        _(
            "{file} is right: {modules} modules, {topics} topics, {questions} questions, {terms} terms."
        ).format(
            file=file.name,
            modules=len(guide.modules),
            topics=len(guide.topics),
            questions=len(guide.questions),
            terms=len(guide.glossary),
        )
    )


@guide_command.command("copy", help=_("Copy a guide to a file of your own, to adapt it."))
@click.argument("guide_id", metavar="ID")
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
def copy_guide(guide_id: str, file: Path) -> None:
    library.copy(guide_id, file)
    show(str(file))
    say(_("Next: change it in any text editor, then: vakborg guide check {file}").format(file=file))
