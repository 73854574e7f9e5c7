"""In what a text counts, told apart from its figures.

Either for all that follows ("all figures in US dollars"), which is kept as the unit told last in the text; or from here to the end of the
sentence ("in dollars, trade fell to 4.57 trillion, in yuan it rose to 30 trillion"), which is kept as the unit told last in the sentence.
So `units` need not know whether a level or a word told the unit.
"""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role
from sinorus.parsers.context import Context
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.values.unit import unit

_PAID = m.SettlementWord.bit | m.Share.bit
_WITHIN = frozenset({Role.IN, Role.TO})


def denominated(scanned: Scanned, context: Context) -> Context:
    """Return the context of a sentence that says in what the text counts."""
    if not scanned.mask & m.Denomination.bit:
        return context
    code = next(told.code for _, told in scanned.of(m.Denomination))
    if not unit(code).is_money:  # "in tonnes that is 22 million", behind 415,000 containers
        return evolve(context, unit=code, power=0, levels=tuple(each for each in context.levels if each.is_money))
    return evolve(context, unit=code, money=code, power=0)


def counted_in(scanned: Scanned) -> dict[int, str]:
    """Return the currencies named alone behind "in", by where they stand; none where no figure lacks one, or payments are told of."""
    if not scanned.mask & m.Currency.bit or scanned.mask & _PAID or not any(map(_is_bare, scanned.mentions)):
        return {}
    found: dict[int, str] = {}
    for index, currency in scanned.of(m.Currency):
        if len(currency.codes) == 1 and index and role_of(scanned.mentions[index - 1]) in _WITHIN:
            found[scanned.mentions[index].start] = currency.codes[0]
    return found


def _is_bare(mention: Mention) -> bool:
    figure = mention.get(m.Figure) if mention.mask & m.Figure.bit else None
    return figure is not None and figure.scaled and figure.quantity.unit == "1"


def take_currency(state: State, phrase: Phrase) -> None:
    """Count the bare figures of a chunk in the currency named before them; a change told in another one is a claim of its own."""
    end = phrase.chunk.items[-1].end
    start = max((at for at in state.counted if at < end), default=None) if state.counted else None
    if start is None:
        return
    code, draft = state.counted[start], state.draft
    if draft is not None and draft.by is not None and draft.value is not None and draft.value.unit != code and _moves(state.scanned, start):
        state.close()
    state.money = state.unit = code


def _moves(scanned: Scanned, start: int) -> bool:
    """Whether a percentage is told behind a place."""
    return any(figure.quantity.unit == "%" and scanned.mentions[at].start > start for at, figure in scanned.of(m.Figure))
