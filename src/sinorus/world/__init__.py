"""What the texts talk about: countries, places, commodities, corridors and organisations, with codes, names and sources.

Nothing is read at import; each register is read when it is first asked for.
"""

from __future__ import annotations

from sinorus.world.commodity import Commodity
from sinorus.world.corridor import Corridor, CorridorKind, Figure
from sinorus.world.country import Country, CountryKind
from sinorus.world.names import LOCALES, Names
from sinorus.world.organisation import Organisation, OrganisationKind
from sinorus.world.place import Place, PlaceKind
from sinorus.world.registry import (
    commodities,
    commodity,
    corridor,
    corridors,
    countries,
    country,
    organisation,
    organisations,
    place,
    places,
)

__all__ = [
    "LOCALES",
    "Commodity",
    "Corridor",
    "CorridorKind",
    "Country",
    "CountryKind",
    "Figure",
    "Names",
    "Organisation",
    "OrganisationKind",
    "Place",
    "PlaceKind",
    "commodities",
    "commodity",
    "corridor",
    "corridors",
    "countries",
    "country",
    "organisation",
    "organisations",
    "place",
    "places",
]
