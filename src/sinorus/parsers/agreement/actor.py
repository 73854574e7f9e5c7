"""Possible parties, and the preposition that governs each."""

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.office import office
from sinorus.records.agreement import Party
from sinorus.scan.mention import Mention

GAP = 24
"""Room for a description."""
WORD = 5
"""Room for an article."""
LEADING = frozenset({Role.BETWEEN, Role.WITH, Role.BY})
"""Roles that hold over a description: "with the gas company A", not "of talks A"."""
_TRADE = m.Field.bit | m.Goods.bit | m.OtherMeasure.bit
_WHERE = frozenset({Role.IN, Role.AT, Role.TO})


@frozen
class Actor:
    """A possible party: `codes` for countries, else `body`; `role` is that of the word before it, `index` the mention's (or the next)."""

    index: int
    start: int
    end: int
    codes: tuple[str, ...] = ()
    body: Party | None = None
    role: Role | None = None
    possessor: bool = False
    modifier: bool = False
    known: str | None = None
    """The country of a body."""
    hinted: bool = False
    """Whether a country stands for companies of its own that nobody names: "with Chinese buyers"."""
    rules: bool = False
    """Whether a country is named by its government or head."""


def governing_role(mentions: tuple[Mention, ...], index: int, floor: int) -> Role | None:
    """Return the role of the preposition that governs the mention, seen through the earlier members of a list, in quotes or not."""
    if any(mark_of(each) is Mark.QUOTE for each in mentions[floor:index]):
        mentions = (*(mentions[at] for at in range(floor, index) if not _transparent(mentions, at)), mentions[index])
        index, floor = len(mentions) - 1, 0
    if any(mark_of(each) is Mark.OPEN for each in mentions[floor:index]):
        kept = [at for at in range(floor, index) if not _alias(mentions, at, index)]
        mentions = (*(mentions[at] for at in kept), *mentions[index:])
        index, floor = len(kept), 0
    at, apart = index, False
    if at - 1 > floor and _short_form(mentions, at):
        led = max((each for each in range(max(at - 5, floor), at - 1) if mentions[each].mask & m.Relation.bit), default=-1)
        return preposition(mentions, led)  # the short name in brackets stands for the long one before them
    while at > floor:
        at = _description(mentions, at, floor)
        before = mentions[at - 1]
        gap = mentions[at].start - before.end
        if gap > GAP:
            return None
        relation = before.get(m.Relation)
        if relation is not None and relation.role is not Role.POSSESSIVE:
            return relation.role if (gap <= WORD and not apart) or relation.role in LEADING else None
        apart = apart or (relation is not None and gap > WORD)  # "during X's visit A and B signed …"
        if _place_named(mentions, at - 1, floor):
            return None
        pointer = before.get(m.Pointer)
        if pointer is not None and pointer.use is Use.MODIFIER and gap <= 1:
            at -= 1  # "with its Chinese partners"
            continue
        if before.mask & (m.Party.bit | m.Leader.bit) or office(before) or relation is not None or is_firm(before):
            at -= 1
        elif (
            mark_of(before) in {Mark.AND, Mark.COMMA}
            and at - 1 > floor
            and (mentions[at - 2].mask & (m.Party.bit | m.Body.bit | m.Leader.bit) or is_firm(mentions[at - 2]))
        ):
            at -= 2
            if _home_of(mentions, at, floor):
                at -= 2  # "A of Russia and B"
                continue
            owned = preposition(mentions, at - 1) is Role.OF and mentions[at].start - mentions[at - 1].end <= WORD
            if owned and mark_of(before) is Mark.AND:  # "A, a daughter of B, and C"
                return _opened(mentions, at - 1, floor) or Role.OF
        else:
            return _opened(mentions, at, floor) if mark_of(before) is Mark.AND else None
    return None


def _description(mentions: tuple[Mention, ...], at: int, floor: int) -> int:
    """Return where the trades begin that describe a company right behind them: "with Russian mining and energy giant Such-and-such"."""
    begins = at
    while begins - 1 > floor and mentions[begins].start - mentions[begins - 1].end <= 1:
        before = mentions[begins - 1]
        if not (is_firm(before) if begins == at else before.mask & _TRADE or mark_of(before) is Mark.AND):
            break
        begins -= 1
    return begins if begins < at - 1 and mark_of(mentions[begins]) is not Mark.AND else at


def _home_of(mentions: tuple[Mention, ...], index: int, floor: int) -> bool:
    """Whether a country belongs to the name of the body right before it: "the Such Corporation of China"."""
    if index - 2 < floor or not mentions[index].mask & m.Party.bit or preposition(mentions, index - 1) is not Role.OF:
        return False
    return bool(mentions[index - 2].mask & m.Body.bit) and mentions[index - 1].start - mentions[index - 2].end <= 1


def _place_named(mentions: tuple[Mention, ...], index: int, floor: int) -> bool:
    """Whether a place stands there where something happens, so that its preposition governs nothing behind it: "in Harbin, A and B"."""
    if mark_of(mentions[index]) is Mark.COMMA:
        index -= 1
    party = mentions[index].get(m.Party) if index > floor else None
    return party is not None and party.place is not None and not party.owns and preposition(mentions, index - 1) in _WHERE


def _short_form(mentions: tuple[Mention, ...], at: int) -> bool:
    """Whether a known body stands in brackets, or behind a dash and a word for a company: "the Such Corporation - SC"."""
    mark = mark_of(mentions[at - 1])
    return bool(mentions[at].mask & m.Body.bit) and (mark is Mark.OPEN or (mark is Mark.DASH and at > 1 and is_firm(mentions[at - 2])))


def _alias(mentions: tuple[Mention, ...], at: int, before: int) -> bool:
    """Whether the mention belongs to a short name in brackets behind a long one, both before the index: "A (B) and C (D)"."""
    opens = next((each for each in (at, at - 1, at - 2) if each > 0 and mark_of(mentions[each]) is Mark.OPEN), -1)
    inside = opens > 0 and opens + 2 < before and bool(mentions[opens + 1].mask & m.Body.bit)
    return inside and mark_of(mentions[opens + 2]) is Mark.CLOSE


def _transparent(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a mark is a quote that parts nothing: in "in Paris "Total" signed" it parts the place from the company."""
    before = mentions[index - 1].get(m.Party) if index else None
    return mark_of(mentions[index]) is Mark.QUOTE and (before is None or before.use is not m.Use.NOUN)


def preposition(mentions: tuple[Mention, ...], index: int) -> Role | None:
    """Return the role of the mention at `index`, if there is one and it is a preposition or a case."""
    return role_of(mentions[index]) if index >= 0 else None


def _opened(mentions: tuple[Mention, ...], index: int, floor: int) -> Role | None:
    """Return the role of the "between" or "by" that opened a pair which an "and" closes."""
    for at in range(index - 1, max(floor, index - 9) - 1, -1):
        role = preposition(mentions, at)
        if role in {Role.BETWEEN, Role.BY}:
            return role
        if mentions[at].mask & (m.AgreementVerb.bit | m.AgreementNoun.bit) or mark_of(mentions[at]) in {Mark.SEMICOLON, Mark.RELATIVE}:
            return None
    return None


def is_firm(mention: Mention) -> bool:
    """Whether the mention is "company", "bank" or the like, with or without a name."""
    return bool(mention.mask & m.Cue.bit) and (is_cue(mention, "agreement", "firm") or is_cue(mention, "agreement", "unnamed"))
