"""Several deals in one breath, each partner with a sum of its own: "loan agreements, for $3 billion with A and for $2 billion with B"."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.party import actors
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.records import Agreement
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import Organisation


def dealt(scanned: Scanned, context: Context, clause: Clause, whole: Agreement) -> list[Agreement]:
    """Return one record for each partner and its sum, where a plural noun is followed by as many of the one as of the other, in turn."""
    if clause.noun is None:
        return []
    shared = _respectively(scanned, clause, whole)
    if shared or not clause.noun.plural:
        return shared
    colon = next((at for at in range(clause.index + 1, clause.end) if mark_of(scanned.mentions[at]) is Mark.COLON), None)
    partners = [
        each
        for each in actors(scanned, context, clause.index + 1, clause.end)
        if each.body is not None and (each.role is Role.WITH or (colon is not None and each.index > colon and each.role is None))
    ]
    sums = [
        (mention.start, figure.quantity)
        for mention in scanned.mentions[clause.index + 1 : clause.end]
        if (figure := mention.get(m.Figure)) is not None and figure.quantity.is_money
    ]
    if len(partners) > 1 and len(sums) < 2 and _each(scanned, clause):
        bodies = [each.body for each in partners]
        common = tuple(party for party in whole.parties if party not in bodies)
        return [evolve(whole, parties=(*common, body), count=None) for body in bodies if body is not None] if common else []
    if len(partners) < 2 or len(partners) != len(sums):
        return []
    order = sorted([(each.start, True) for each in partners] + [(start, False) for start, _ in sums])
    if any(left[1] is right[1] for left, right in pairwise(order)):
        return []
    bodies = [each.body for each in partners]
    common = tuple(party for party in whole.parties if party not in bodies)
    return [
        evolve(whole, parties=(*common, partner.body), value=amount, count=None)
        for partner, (_, amount) in zip(partners, sums, strict=True)
        if partner.body is not None
    ]


def _each(scanned: Scanned, clause: Clause) -> bool:
    """Whether what is told holds for each partner: "contracts for 2 Mt each with A and B"."""
    near = scanned.mentions[clause.index + 1 : clause.end]
    figures = [at for at, mention in enumerate(near) if mention.mask & m.Figure.bit]
    return len(figures) == 1 and any(is_cue(each, "agreement", "apiece") for each in near)


def _respectively(scanned: Scanned, clause: Clause, whole: Agreement) -> list[Agreement]:
    """Return one record for each partner, where as many sums are dealt out: "loans to A and B of $3bn and $2bn, respectively"."""
    near = scanned.mentions[clause.start : clause.end]
    if not any(mention.mask & m.Respectively.bit for mention in near):
        return []
    sums = [figure.quantity for mention in near if (figure := mention.get(m.Figure)) is not None and figure.quantity.is_money]
    firms = [party for party in whole.parties if isinstance(party, Organisation)]
    for land in {firm.country for firm in firms}:
        partners = [firm for firm in firms if firm.country == land]
        if len(partners) == len(sums) > 1:
            common = tuple(party for party in whole.parties if party not in partners)
            return [evolve(whole, parties=(*common, firm), value=amount, count=None) for firm, amount in zip(partners, sums, strict=True)]
    return []
