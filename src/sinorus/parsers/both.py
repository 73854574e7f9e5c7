"""Whom a text means by "the two countries", "both sides" and "bilateral", where the sentence itself does not name them."""

from sinorus.parsers.context import Context
from sinorus.parsers.talk import HOME, HOME_PAIR
from sinorus.world.country import members_of

_LATELY = 1
"""Sentences for which two who were named together are those whom the next one means."""


def the_two(context: Context) -> tuple[str, str] | None:
    """Return the two countries spoken of, in alphabetical order; None where the text has several, none of which stand out.

    They are the two of the last flow, unless others have been named together since; else those whom the text has on its stage.
    In a text that began with China and Russia these stay the two, whoever else is named on the way; and so do two others of whose trade
    it tells.
    """
    told = context.pair()
    if context.theme >= HOME or (told is not None and context.theme == {*told}):
        return told or HOME_PAIR
    lately = _of_two(context.together) if context.together_ago <= _LATELY else None
    if told is not None and (lately is None or context.together_ago in {0, context.distance}):
        return told
    return lately or told or staged(context) or _at_home(context)


def staged(context: Context) -> tuple[str, str] | None:
    """Return the two countries that a text has on its stage before it speaks of a flow: the only ones, or the last named together."""
    both = context.cast if context.mentioned & HOME and context.cast == HOME else frozenset[str]()
    return _of_two(context.mentioned) or _of_two(context.together) or _of_two(both)


def _at_home(context: Context) -> tuple[str, str] | None:
    """Return China and Russia where the text names both, or nobody else; else the only two whom it names at all."""
    if context.cast >= HOME or context.cast <= HOME:
        return HOME_PAIR
    return _of_two(context.cast)


def _of_two(named: frozenset[str]) -> tuple[str, str] | None:
    """Return two countries in alphabetical order, one of which is China or Russia; a bloc beside one of its members is only its place."""
    named = frozenset(code for code in named if not named & set(members_of(code)))
    if len(named) != len(HOME) or not named & HOME:
        return None
    first, second = sorted(named)
    return first, second
