"""Whether those who sign concern China or Russia, and who they are together with those named before."""

from sinorus.parsers.talk import HOME
from sinorus.records.agreement import Party
from sinorus.world import Country, Organisation
from sinorus.world.country import members_of


def strangers(parties: tuple[Party, ...]) -> bool:
    """Whether companies deal with each other of whose countries nothing is known."""
    return len(parties) > 1 and all(isinstance(party, Organisation) and party.country is None for party in parties)


def concerns_home(parties: tuple[Party, ...], countries: frozenset[str]) -> bool:
    """Whether a party is Chinese or Russian: a state, a bloc with one of them or a company."""
    codes = {party.code for party in parties if isinstance(party, Country)} | countries
    codes |= {party.country for party in parties if isinstance(party, Organisation) and party.country is not None}
    return bool(codes & HOME) or any(HOME & set(members_of(code)) for code in codes)


def met(told: tuple[Party, ...], named: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return those named now, with the company named before where they are of both countries: "A won it. The deal was signed with B"."""
    first, other = (each[0] if len(each) == 1 else None for each in (told, named))
    if isinstance(first, Organisation) and isinstance(other, Organisation) and {first.country, other.country} == HOME:
        return (first, other)
    return named
