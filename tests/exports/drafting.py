"""Drafts of what was said in a few talks, and what they are built from."""

from typing import Any

from exports.draft.building import build_draft, lay_out
from exports.draft.model import Draft
from exports.draft.statements import Basis
from sessions.guides.model import Guide, Module
from tests.exports.conftest import GUIDE, LATER, M3, Talk, material_of


def basis_of(
    *talks: Talk, guide: Guide = GUIDE, module: Module = M3, folding: bool = True, **more: Any
) -> Basis:
    """What the parts of the draft of ``module`` are built from; ``more`` is for the material."""
    return lay_out(guide, module, material_of(*talks, **more), folding=folding)


def draft_of(
    *talks: Talk, guide: Guide = GUIDE, module: Module = M3, folding: bool = True, **more: Any
) -> Draft:
    """The draft of ``module``, made of all that may go to partners; ``more`` is for the material."""
    return build_draft(
        guide, module, material_of(*talks, **more), programme="Leerpad", made_at=LATER, folding=folding
    )
