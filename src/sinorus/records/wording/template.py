"""Sentences with holes: ``{slot}``, ``{slot:form}``, and ``[...]`` that falls away when a slot in it is empty.

>>> fill("Exports[ of {good}] to {place:to}", {"good": "", "place": {"nom": "Китай", "to": "в Китай"}})
'Exports to в Китай'
"""

import re
from collections.abc import Mapping

__all__ = ["Forms", "Slot", "fill", "form_of"]

Forms = Mapping[str, str]
"""One word or phrase in its grammatical forms; ``nom`` is the plain one and always there."""

Slot = str | Forms

_HOLE = re.compile(r"\{(\w+)(?::(\w+))?\}")
_GROUP = re.compile(r"\[([^\[\]]*)\]")


def form_of(slot: Slot, form: str = "nom") -> str:
    """Return a slot in a form; the plain form where the word does not have it."""
    if isinstance(slot, str):
        return slot
    return slot.get(form) or slot["nom"]


def fill(template: str, slots: Mapping[str, Slot]) -> str:
    """Return the template with its slots filled; a slot that is not given counts as empty. Filled text is never read as template."""

    def hole(found: re.Match[str]) -> str:
        slot = slots.get(found[1], "")
        return form_of(slot, found[2] or "nom") if slot else ""

    def group(found: re.Match[str]) -> str:
        return found[1] if all(slots.get(each[1]) for each in _HOLE.finditer(found[1])) else ""

    return _HOLE.sub(hole, _GROUP.sub(group, template))
