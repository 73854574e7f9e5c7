"""The names of the world as rows: places, goods, corridors and organisations under the names that their data give them."""

import re
from collections.abc import Iterator, Mapping

from sinorus import world
from sinorus.languages import meaning as m
from sinorus.languages.declension import Declension, declension
from sinorus.languages.rows import Row, inflected


def _names(entity: world.Commodity | world.Corridor | world.Organisation | world.Place, language: str) -> tuple[str, ...]:
    return tuple(entity.names.get(language, ()))


def _upper(name: str) -> bool:
    """An acronym or short all-capital name means its owner only where it is written so."""
    return name.isupper() and name.isascii() and len(name) < 6


_JOINED = re.compile(r"(?<=[a-z])-(?=[A-Z])")
"""A hyphen between two names."""
_NUMBERED = re.compile(r"(?<=\w)-(?=\d+$)")
"""A hyphen before the number of a second line or plant."""
_HAN_JOINED = re.compile(r"(?<=[\u3400-\u9fff])-(?=[\u3400-\u9fff])")
"""A hyphen between two names in Chinese, which writes a long dash or 至 as well."""

_ENDS = 2
"""Ends of a crossing."""
_AREAS = frozenset({"continent", "subregion"})
"""Kinds of places that trade as many countries at once."""
_SEATS = frozenset({"Beijing", "Moscow"})
"""Places that mostly stand for the government that sits there."""


def name_rows(language: str) -> Iterator[Row]:
    """Yield a row for every name that the world knows in this language, in all its cases where the language has cases."""
    known = declension(language)
    homes = {name: place.country for place in world.places() for name in _names(place, language)}
    for place in world.places():
        codes = () if place.country is None else (place.country,)  # seas and continents belong to no one
        part = place.kind != "country" and place.name not in _SEATS
        area = place.name if place.kind in _AREAS else None
        yield from _rows(f"place:{place.name}", _names(place, language), m.Party(codes, place=place.name, region=part, area=area), known)
    for commodity in world.commodities():
        yield from _rows(f"goods:{commodity.id}", _names(commodity, language), m.Goods(commodity.id), known)
    for corridor in world.corridors():
        names = _names(corridor, language)
        if len(corridor.countries) == _ENDS and known.glosses:
            names += tuple(each for name in names for each in _glossed(name, corridor.countries, homes, known.glosses))
        yield from _rows(f"route:{corridor.id}", names, m.Route(corridor.id), known)
    for body in world.organisations():
        yield from _rows(f"body:{body.id}", _names_in(body, language), m.Body(body.id, body.country, body.kind), known)


def _glossed(name: str, countries: tuple[str, ...], homes: Mapping[str, str | None], glosses: Mapping[str, str]) -> tuple[str, ...]:
    """Return the name of a crossing with the country of each end in brackets: «Гродеково (РФ) — Суйфэньхэ (КНР)»."""
    ends = name.split(" — ")
    if len(ends) != len(countries) or not set(countries) <= glosses.keys():
        return ()
    first = next(
        (
            homes[end] if at == 0 else next(each for each in countries if each != homes[end])
            for at, end in enumerate(ends)
            if homes.get(end) in countries
        ),
        None,
    )
    order = countries if first == countries[0] else countries[::-1]
    return () if first is None else (" — ".join(f"{end} ({glosses[code]})" for end, code in zip(ends, order, strict=True)),)


def _names_in(body: world.Organisation, language: str) -> tuple[str, ...]:
    """Return the names of a body in the language, with its Latin proper names, which other languages print as well: 俄企Transneft."""
    if language == "en":
        return _names(body, language)
    latin = (name for name in (body.short_name, *body.names.get("en", ())) if name.isascii() and "'" not in name)
    return tuple(dict.fromkeys((*_names(body, language), *latin)))


def _rows(rule: str, names: tuple[str, ...], meaning: m.Meaning, known: Declension) -> Iterator[Row]:
    proper = isinstance(meaning, m.Body)  # Total, Visa, Mir: a company of one word is told from the word by its capital alone
    cased = tuple(name for name in names if _upper(name) or name in known.capitals or (proper and name.isascii() and " " not in name))
    plain = tuple(form for name in names if name not in cased for form in _dashes(name))
    if plain:
        yield from inflected(Row(rule, (), meaning), plain, known)
    for name in cased:
        yield from inflected(Row(rule, (), meaning, case=True), (name,), known)


def _dashes(name: str) -> tuple[str, ...]:
    """A pair of ends, or a number, is written with any dash: "Heihe — Blagoveshchensk", "Power of Siberia – 2"."""
    if " — " in name:
        return tuple(name.replace(" — ", dash) for dash in (" — ", " – ", "-", " - "))
    if _HAN_JOINED.search(name):
        return name, *(_HAN_JOINED.sub(dash, name) for dash in ("—", "–", "至"))
    if _NUMBERED.search(name):
        return name, *(_NUMBERED.sub(dash, name) for dash in ("–", " — ", " – ", " - "))
    joined = _JOINED.sub("–", name)
    return (name,) if joined == name else (name, joined)
