"""What an agreement is about: goods, sectors, a corridor."""

from sinorus.languages import meaning as m
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.party import attributed
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue
from sinorus.parsers.sector import Objects, objects, of_goods
from sinorus.records import Sector
from sinorus.records.agreement import Party
from sinorus.scan.sentence import Scanned
from sinorus.world import Corridor, Organisation

_BODY_SECTORS = {
    "energy": Sector.ENERGY, "nuclear": Sector.ENERGY, "bank": Sector.FINANCE, "payment": Sector.FINANCE, "exchange": Sector.FINANCE,
    "fund": Sector.INVESTMENT, "grain": Sector.AGRICULTURE, "agriculture": Sector.AGRICULTURE, "food": Sector.AGRICULTURE,
    "rail": Sector.INFRASTRUCTURE, "port": Sector.INFRASTRUCTURE, "shipping": Sector.INFRASTRUCTURE, "construction": Sector.INFRASTRUCTURE,
    "automotive": Sector.INDUSTRY, "machinery": Sector.INDUSTRY, "metals": Sector.INDUSTRY, "mining": Sector.INDUSTRY,
    "chemicals": Sector.INDUSTRY, "forestry": Sector.INDUSTRY, "aviation": Sector.INDUSTRY, "telecom": Sector.TECHNOLOGY,
    "electronics": Sector.TECHNOLOGY, "ecommerce": Sector.ECOMMERCE, "space": Sector.SPACE,
}  # fmt: skip
"""What a company deals in, where the text does not say what its agreement is about."""


def objects_of(scanned: Scanned, clause: Clause) -> Objects:
    """Return what the agreement is about: what follows its noun, else what stands before it in its phrase."""
    mentions = scanned.mentions
    between = scanned.text[mentions[clause.index - 1].end : mentions[clause.index].start]
    if clause.phrase < clause.index and len(between) <= 1 and not between.isspace():
        led = objects(mentions, clause.phrase, clause.index)  # where no space parts words, what it is about stands before it
        if led.fields or led.goods:
            return led
    found = objects(mentions, clause.index + 1, attributed(mentions, clause.index + 1, clause.end))
    goods = clause.noun.goods if clause.noun is not None else ()
    if not found.goods and goods:
        found.goods += goods
    if not found.sectors() and not goods and clause.phrase < clause.index:
        before = objects(mentions, clause.phrase, clause.index)
        before.routes += found.routes
        return before
    return found


def sectors_of(
    scanned: Scanned, context: Context, about: Objects, clause: Clause, *, noun: m.AgreementNoun, parties: tuple[Party, ...]
) -> tuple[Sector, ...]:
    """Return the sectors of an agreement: told by its words, by its noun, by the one it goes back to, or by what its parties deal in."""
    found = about.sectors()
    if found:
        return found
    for mention in scanned.mentions[clause.index + 1 : clause.end + 1]:
        named = mention.get(m.AgreementNoun)
        if named is not None and named.sectors:
            return named.sectors
    if noun.definite and context.told.agreement is not None:
        return context.told.agreement.subjects
    own = [sector for each in noun.goods for sector in of_goods(each)] + list(noun.sectors)
    if own:
        return tuple(dict.fromkeys(own))
    kinds = [_BODY_SECTORS[party.kind] for party in parties if isinstance(party, Organisation) and party.kind in _BODY_SECTORS]
    return tuple(dict.fromkeys(kinds[:1]))


def route_of(scanned: Scanned, context: Context, about: Objects, clause: Clause) -> Corridor | None:
    """Return the corridor of the registry that an agreement is about."""
    if about.routes:
        return about.corridor()
    told = context.told
    same = told.corridor_paragraph == scanned.sentence.paragraph
    if told.corridor is not None and same and told.corridor.corridor is not None:
        for mention in scanned.mentions[clause.index + 1 : clause.end]:
            noun = mention.get(m.CorridorNoun)
            if is_cue(mention, "corridor", "generic") or (noun is not None and noun.definite and str(noun.kind) == told.corridor.kind):
                return told.corridor.corridor
    return None
