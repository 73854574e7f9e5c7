"""The organisation that a name stands for: one of the register, or a company that only the text knows."""

from sinorus.languages import meaning as m
from sinorus.world import Organisation, organisation
from sinorus.world.names import Names


def firm_of(body: m.Body) -> Organisation:
    """Return the organisation; one that no register knows is known by its name as printed."""
    if not body.name:
        return organisation(body.id)
    names = Names(en=(body.name,), ru=(body.name,), zh=(body.name,))
    return Organisation(id=body.id, short_name=body.name, country=body.country, kind="company", names=names, source="the text")
