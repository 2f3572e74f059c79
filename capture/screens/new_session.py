"""A new session in a few keystrokes: who, for which company, at which machine, about what."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Footer, Input, Label, OptionList, Select, Static

from capture.screens.choices import Choices, Wanted, keep_session, read_choices
from capture.screens.interviewing.confirm import Confirm
from capture.screens.steps import StepScreen, forward
from sessions.guides.model import Guide, Module
from sessions.i18n import LANGUAGES, N_
from sessions.i18n import gettext as _
from sessions.text import clean_line

if TYPE_CHECKING:
    from sessions.programme import Programme

_LANGUAGE_NAMES = {"nl": N_("Dutch"), "en": N_("English")}
_TYPED = {
    "expert": (N_("Expert"), N_("who you are going to interview")),
    "company": (N_("Company"), N_("for which company")),
    "machine": (N_("Machine"), N_("may be left empty")),
}
_MISSING = {
    "expert": N_("Who are you going to interview? Type a name."),
    "company": N_("Which company is it for? Type its name."),
}
_LONGEST_NAME = 100


class ModuleList(OptionList):
    """The modules, to tick; Space or a click ticks one, Enter goes on with the session."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", _("Tick"), id="tick", tooltip=_("Choose this module, or not after all")),
        Binding("enter", "screen.go_on", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="modules", compact=True, markup=False)
        self._modules: tuple[Module, ...] = ()
        self.ticked: set[str] = set()

    def offer(self, modules: tuple[Module, ...]) -> None:
        """Show these modules, none of them ticked."""
        self._modules = modules
        self.ticked.clear()
        self.clear_options()
        self.add_options([self._line(module) for module in modules])
        self.highlighted = 0

    def tick(self, index: int) -> None:
        """Tick this one, or no longer."""
        module = self._modules[index]
        self.ticked ^= {module.id}
        self.replace_option_prompt_at_index(index, self._line(module))

    def _line(self, module: Module) -> Content:
        mark = "☑" if module.id in self.ticked else "☐"
        return Content(clean_line(f"{mark} {module.id}  {module.title}"))


class NewSessionScreen(StepScreen[str]):
    """The form of a new session; its result is the session's code. Nothing is stored before it goes on."""

    class Loaded(Message):
        """The choices are read."""

        def __init__(self, choices: Choices) -> None:
            super().__init__()
            self.choices = choices

    class Kept(Message):
        """The session is stored."""

        def __init__(self, code: str) -> None:
            super().__init__()
            self.code = code

    def __init__(self, programme: "Programme") -> None:
        super().__init__(classes="new-session")
        self.programme = programme
        self.choices = Choices()
        self._filled: dict[str, str] = {}
        self._keeping = False

    @property
    def about(self) -> str:
        return _(
            "A new session. Type who you are going to interview; for somebody who was here before, the "
            "company and the machine are filled in. Enter goes to the next empty field, and on when there "
            "is none left. Tab goes to the modules, Space ticks one; without a tick the conversation "
            "is about the whole guide. Nothing is stored before you go on."
        )

    def compose(self) -> ComposeResult:
        yield Static(_("New session"), classes="title", markup=False)
        with VerticalScroll(classes="form", can_focus=False):
            for name, (label, hint) in _TYPED.items():
                field = Input(placeholder=_(hint), id=name, max_length=_LONGEST_NAME, compact=True)
                yield _row(_(label), field)
            yield _row(_("Modules"), ModuleList(), classes="apart")
            yield _row("", Static(_("none ticked: the whole guide"), classes="hint", markup=False))
            languages = [(_(name), code) for code, name in _LANGUAGE_NAMES.items()]
            yield _row(
                _("Language"),
                Select(languages, id="language", allow_blank=False, compact=True),
                classes="apart",
            )
            yield _row(_("Guide"), Select[str]([], id="guide", prompt="", compact=True), classes="guides")
        yield Static("", classes="missing", markup=False)
        yield forward(_("Go on"))
        yield Footer()

    def on_mount(self) -> None:
        self.query_one(".guides").display = False
        self.field("expert").focus()
        self.load()

    def field(self, name: str) -> Input:
        """One of the three fields that are typed."""
        return self.query_one(f"#{name}", Input)

    def typed(self, name: str) -> str:
        """What stands in a field, as it would be stored."""
        return clean_line(self.field(name).value)

    @property
    def guide(self) -> Guide | None:
        """The guide that is chosen."""
        chosen = self.query_one("#guide", Select).value
        return next((g for g in self.choices.guides if g.id == chosen), None)

    def load(self) -> None:
        """Read who was here before, and which guides there are."""
        self.in_background(lambda: self.Loaded(read_choices(self.programme)))

    def not_loaded(self) -> None:
        self._keeping = False
        self.say(_("That did not work; nothing was stored. Enter tries again."))

    @on(Loaded)
    def _offer(self, loaded: Loaded) -> None:
        self.choices = loaded.choices
        for name in _TYPED:
            names = dict.fromkeys(clean_line(getattr(known, name)) for known in self.choices.known)
            self.field(name).suggester = SuggestFromList([n for n in names if n], case_sensitive=False)
        guides = self.query_one("#guide", Select)
        guides.set_options([(clean_line(g.title), g.id) for g in self.choices.guides])
        guides.value = self.choices.guides[0].id
        self.query_one(".guides").display = len(self.choices.guides) > 1

    @on(Select.Changed, "#guide")
    def _show_modules(self) -> None:
        if guide := self.guide:
            self.query_one(ModuleList).offer(guide.modules)
            self.query_one("#language", Select).value = (
                guide.language if guide.language in LANGUAGES else "en"
            )

    @on(OptionList.OptionSelected, "#modules")
    def _tick(self, event: OptionList.OptionSelected) -> None:
        modules = self.query_one(ModuleList)
        modules.tick(event.option_index)
        self.query_one(".hint", Static).update("" if modules.ticked else _("none ticked: the whole guide"))

    @on(Input.Changed, "#expert")
    def _recognise(self, event: Input.Changed) -> None:
        """Fill in what is known of this expert; take it back when it turns out to be another."""
        known = self.choices.named(event.value)
        for name in ("company", "machine"):
            field, value = self.field(name), clean_line(getattr(known, name)) if known else ""
            if field.value in ("", self._filled.get(name, "")):
                field.value = self._filled[name] = value

    @on(Input.Submitted)
    def _to_the_next(self, event: Input.Submitted) -> None:
        """To the first empty field below this one; where there is none, on."""
        names = list(_TYPED)
        below = names[names.index(event.input.id or "") + 1 :]
        empty = next((name for name in below if not self.typed(name)), "")
        if empty and self.typed(event.input.id or ""):
            self.field(empty).focus()
        else:
            self.action_go_on()

    def action_go_on(self) -> None:
        """Store the session, if it is complete; otherwise say what is missing."""
        missing = next((name for name in _MISSING if not self.typed(name)), "")
        if missing:
            self.say(_(_MISSING[missing]))
            self.field(missing).focus()
        elif self.guide is None:
            self.load()
        elif not self._keeping:
            self._keeping = True
            wanted = self._wanted(self.guide)
            self.in_background(lambda: self.Kept(keep_session(self.programme, wanted)))

    def _wanted(self, guide: Guide) -> Wanted:
        ticked = self.query_one(ModuleList).ticked
        return Wanted(
            expert=self.typed("expert"),
            company=self.typed("company"),
            machine=self.typed("machine"),
            guide=guide.id,
            modules=tuple(m.id for m in guide.modules if m.id in ticked),
            language=str(self.query_one("#language", Select).value),
        )

    @on(Kept)
    def _done(self, kept: Kept) -> None:
        self.finish(kept.code)

    def action_back(self) -> None:
        """Leave; asks first where something was typed."""
        if any(self.typed(name) for name in _TYPED):
            question = _("Leave this form? What you typed is not kept.")
            self.app.push_screen(Confirm(question, "", _("Leave"), _("Stay here")), self._left)
        else:
            self.dismiss()

    def _left(self, leave: bool | None) -> None:
        if leave:
            self.dismiss()


def _row(label: str, widget: Widget, *, classes: str = "") -> Horizontal:
    return Horizontal(Label(label, markup=False), widget, classes=f"row {classes}")
