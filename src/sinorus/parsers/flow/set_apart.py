"""What a writer sets apart by commas that tells no flow: who says so, what the one who acts is: "Peru, which joins the pact, sold 9 Mt"."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Side
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.clause.cause import without_causes
from sinorus.parsers.marks import is_cue, is_verb, mark_of, role_of
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned

_QUIET = m.Speech.bit | m.Opinion.bit | m.Relation.bit | m.Level.bit | m.Cue.bit | m.Negation.bit
"""What may stand in words that only say where a writer has it from."""
_FORESEEN = m.Certainty.bit | m.Punctuation.bit
_SAID = m.Speech.bit | m.Opinion.bit
_OPEN = m.Party.bit | m.Goods.bit | m.Head.bit | m.Movement.bit | m.Level.bit | m.Relation.bit
"""After these a clause is not yet at its end: its verb or its figure is still to come."""
_SUBJECT = m.Party.bit | m.Head.bit | m.Goods.bit
_ACTS = m.Head.bit | m.Party.bit | m.Movement.bit | m.Goods.bit
_TELLS = m.Figure.bit | m.Head.bit | m.Goods.bit | PeriodExpr.bit | m.World.bit | m.Route.bit | m.Share.bit
_DONE = m.Figure.bit | PeriodExpr.bit
_LEADS = m.Movement.bit | m.Relation.bit | m.Figure.bit
"""What goes on with a clause, beside its verb."""
_OF_FLOW = m.Figure.bit | m.Goods.bit | m.Head.bit | m.Movement.bit | m.Share.bit | m.World.bit | m.Body.bit | m.Route.bit
_OF_FLOW |= m.Currency.bit | m.Denomination.bit
"""What belongs to a flow even where it is set apart."""


def without_set_apart(scanned: Scanned) -> Scanned:
    """Return a sentence without its causes, what only leads in to it, what two commas set apart, and single words that reach into none."""
    items = _without_loose(without_causes(scanned).mentions)
    items = _without_parted(items[_end_of_saying(items) or _end_of_circumstance(items) or _end_of_topic(items) :])
    return scanned if len(items) == len(scanned.mentions) else scanned.with_mentions(items)


def without_frame(scanned: Scanned) -> Scanned:
    """Return a sentence without its causes and the circumstances that it leads in with, for what is read of more than flows.

    Who says so stays: it may be who pledges. So does what is set apart by commas: who signs may be named there.
    """
    items = _without_loose(without_causes(scanned).mentions)
    items = items[_end_of_circumstance(items) :]
    if len(items) == len(scanned.mentions):
        return scanned
    kept = {item.start for item in items}
    return scanned.with_mentions([item if item.start in kept else _aside(item) for item in scanned.mentions])


def _aside(item: Mention) -> Mention:
    """Return a mention that says nothing where another one was: what stands there is not taken for a name that no register knows."""
    return Mention(item.start, item.end, (m.Cue("idiom", "aside"),), m.Cue.bit, item.rule)


def _without_loose(items: Sequence[Mention]) -> Sequence[Mention]:
    """Return the mentions without those whose ties are told of, and without "after" what is not known."""
    left_out: set[int] = set()
    for at in range(1, len(items)):
        if role_of(items[at]) is Role.BETWEEN and _is_last(items, at) and _are_ties(items[at - 1]):
            left_out.update(range(at, len(items)))
    if len(items) > 1 and role_of(items[0]) is Role.AGAINST and items[1].mask & _ACTS and items[1].start > items[0].end + 1:
        left_out.add(0)
    return [item for at, item in enumerate(items) if at not in left_out] if left_out else items


def _are_ties(item: Mention) -> bool:
    """Whether a word means what two have with each other, and no trade."""
    field = item.get(m.Field)
    return field is not None and field.broad and not item.mask & (m.Head.bit | m.Goods.bit | m.Route.bit | m.Pointer.bit)


def _is_last(items: Sequence[Mention], at: int) -> bool:
    """Whether only names follow, behind a figure: "… rose to 9 Mt, a sign of closer ties between Lima and Quito"."""
    named = all(item.mask & (m.Party.bit | m.Relation.bit | m.Punctuation.bit) for item in items[at:])
    comma = next((each for each in reversed(range(at)) if mark_of(items[each]) is Mark.COMMA), 0)
    added = any(_is_deed(item) for item in items[:comma]) and not any(_is_deed(item) for item in items[comma:at])
    return named and (added or any(item.mask & m.Figure.bit for item in items[:at]))


def _is_deed(item: Mention) -> bool:
    """Whether a word is the verb of what is told, of trade or not: "rose", "signed", "will expand"."""
    deeds = (item.get(m.AgreementVerb), item.get(m.Action))
    return is_verb(item) or bool(item.mask & m.CorridorState.bit) or any(deed is not None and deed.use is m.Use.VERB for deed in deeds)


def _without_parted(items: Sequence[Mention]) -> Sequence[Mention]:
    """Return the mentions without the stretches between two commas, or before the first, that tell no flow.

    A comma stays where the clause before it is complete: "… rose to $5bn, the ministry said, 9% more than in May". What is dealt out over
    a list ("respectively") is counted with all that is named.
    """
    if any(item.mask & m.Respectively.bit for item in items):
        return items
    commas = [at for at, item in enumerate(items) if mark_of(item) is Mark.COMMA and not item.mask & m.Relation.bit]
    left_out: set[int] = set()
    for opens, closes in zip((-1, *commas), commas, strict=False):
        if opens in left_out or not (_is_saying(items, opens, closes) or _tells_of_subject(items, opens, closes)):
            continue
        left_out.update(range(max(opens, 0), closes))
        if opens < 0 or not items[opens - 1].mask & _DONE:
            left_out.add(closes)
    return [item for at, item in enumerate(items) if at not in left_out] if left_out else items


def _end_of_saying(items: Sequence[Mention]) -> int:
    """Return where a sentence begins behind "that": "In Lima he said that …"; 0 where it does not begin so."""
    end = _end_of_quiet(items)
    that = next((at for at in range(end) if mark_of(items[at]) is Mark.RELATIVE), end)
    return that + 1 if 0 < that < end and _says(items[:that]) and not _names(items[:that]) else 0


def _end_of_circumstance(items: Sequence[Mention]) -> int:
    """Return where a sentence begins behind what else went on: "With output falling, …"; 0 where it does not begin so."""
    end = _end_of_quiet(items)
    comma = next((at for at in range(end) if mark_of(items[at]) is Mark.COMMA), end)
    if comma == end:
        return 0
    framed = comma > 0 and is_cue(items[comma - 1], "flow", "affecting")  # 在需求疲软的情况下，
    goes_along = _leads_in(items) and any(item.mask & m.OtherMeasure.bit for item in items[:comma])
    return comma + 1 if framed or goes_along else 0


def _end_of_topic(items: Sequence[Mention]) -> int:
    """Return where a sentence begins behind a field that it says it turns to, where it names its flow itself: "As for trade, exports …"."""
    comma = next((at for at, item in enumerate(items[: _TOPIC + 1]) if mark_of(item) is Mark.COMMA), 0)
    turning = [item for item in items[:comma] if not item.mask & m.Head.bit]
    turns = any(role_of(item) is Role.AGAINST or mark_of(item) is Mark.RELATIVE or is_cue(item, "pledge", "topic") for item in turning)
    if not turns or any(item.mask & (_TELLS | m.Party.bit) for item in turning):
        return 0
    heads = [head for item in items[:comma] if item.mask & m.Field.bit and (head := item.get(m.Head)) is not None]
    broad = len(heads) == 1 and heads[0].side is Side.BOTH and comma - len(turning) == 1
    return comma + 1 if broad and any(item.mask & m.Head.bit for item in items[comma:]) else 0


_TOPIC = 3
"""Mentions with which a sentence turns to a field, at most."""


def _end_of_quiet(items: Sequence[Mention]) -> int:
    """Return where the first word stands that tells of a flow."""
    return next((at for at, item in enumerate(items) if item.mask & _TELLS), len(items))


def _says(items: Sequence[Mention]) -> bool:
    """Whether what stands before "that" says that somebody says so, or nothing that is read: "remarkably, …"."""
    said = any(item.mask & _SAID or is_cue(item, "idiom", "aside") for item in items)
    return said or all(mark_of(item) is Mark.COMMA for item in items)


def _names(items: Sequence[Mention]) -> bool:
    """Whether somebody is named who may count or trade; not so where something is only said to have been said there."""
    named = [at for at, item in enumerate(items) if item.mask & m.Party.bit or (item.mask & m.Body.bit and not _reports(item))]
    return any(role_of(items[at - 1]) not in {Role.IN, Role.AT, Role.TO} if at else True for at in named)


def _reports(item: Mention) -> bool:
    """Whether a body only tells what others count: a newspaper, analysts."""
    body = item.get(m.Body)
    return body is not None and body.kind in {"news", "research"}


def _leads_in(items: Sequence[Mention]) -> bool:
    """Whether a sentence begins with what only goes along: "with output falling", "boosted by demand", "although prices fell"."""
    first = items[0]
    if mark_of(first) is Mark.CONTRAST or role_of(first) is Role.WITH:
        return True
    return bool(first.mask & m.Movement.bit) and len(items) > 1 and role_of(items[1]) is Role.BY


def _is_saying(items: Sequence[Mention], opens: int, closes: int) -> bool:
    """Whether what stands between two commas only says who says so, or says nothing that is read where a clause goes on behind it."""
    between = items[opens + 1 : closes]
    expected = opens >= 0 and any(is_cue(item, "flow", "yardstick") for item in between)  # "rose, as analysts had expected, by 5%"
    if any(item.mask & ~(_QUIET | (_FORESEEN if expected else 0)) for item in between):
        return False
    if expected or any(item.mask & _SAID for item in between):
        return True
    if between or opens < 1 or closes + 1 >= len(items):
        return False
    return bool(items[opens - 1].mask & _OPEN) and (bool(items[closes + 1].mask & _LEADS) or is_verb(items[closes + 1]))


def _tells_of_subject(items: Sequence[Mention], opens: int, closes: int) -> bool:
    """Whether what stands between a country and its verb only tells what it is: neither another name nor the flow itself."""
    between = items[opens + 1 : closes]
    if opens < 1 or closes + 1 >= len(items) or not between or not items[opens - 1].mask & _SUBJECT or not is_verb(items[closes + 1]):
        return False
    dated = 0 if mark_of(between[0]) is Mark.RELATIVE else PeriodExpr.bit
    party = items[opens - 1].get(m.Party)
    faced = m.Party.bit if party is not None and party.region else 0  # "Heihe, across the river from Blagoveshchensk, handled 9 Mt"
    if any(item.mask & (_OF_FLOW | dated | faced) for item in between):
        return False
    return not (len(between) == 1 and between[0].mask & m.Party.bit and between[0].start <= items[opens].end + 1)
