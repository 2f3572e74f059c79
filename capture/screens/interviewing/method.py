"""How each kind of question draws knowledge out, in one plain sentence for whoever asks it.

The methods: applied cognitive task analysis (Militello & Hutton 1998) for task diagram, knowledge audit
and simulation; the critical decision method (Klein, Calderwood & MacGregor 1989); teach-back.
"""

from sessions.guides.model import QuestionKind
from sessions.i18n import N_
from sessions.i18n import gettext as _

_NAMES = {
    QuestionKind.OPEN: N_("open question"),
    QuestionKind.CRITICAL_INCIDENT: N_("incident"),
    QuestionKind.TASK_DIAGRAM: N_("task diagram"),
    QuestionKind.KNOWLEDGE_AUDIT: N_("knowledge audit"),
    QuestionKind.SIMULATION: N_("simulation"),
    QuestionKind.TEACH_BACK: N_("teach-back"),
}
_WHY = {
    QuestionKind.OPEN: N_("Let them tell it their own way; you hear what matters to them."),
    QuestionKind.CRITICAL_INCIDENT: N_(
        "One real event from start to end; first listen, then go back over it."
    ),
    QuestionKind.TASK_DIAGRAM: N_("Three to six steps at most; you dig on where they have to think."),
    QuestionKind.KNOWLEDGE_AUDIT: N_("What does a master see that others miss? Ask how they noticed."),
    QuestionKind.SIMULATION: N_("The same case for every expert: their answers can be compared."),
    QuestionKind.TEACH_BACK: N_("You say it back, they correct you; each correction is worth keeping."),
}


def kind_name(kind: QuestionKind) -> str:
    """What people call a kind of question."""
    return _(_NAMES[kind])


def why(kind: QuestionKind) -> str:
    """Why it is asked like this."""
    return _(_WHY[kind])
