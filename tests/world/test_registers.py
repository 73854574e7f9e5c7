"""What holds for every row of every register."""

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Protocol

import pytest

from sinorus.world import (
    LOCALES,
    Names,
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
from sinorus.world.names import lookup_key


class Row(Protocol):
    """What the rows of all registers but countries share."""

    @property
    def names(self) -> Names: ...
    @property
    def source(self) -> str: ...


REGISTERS: list[tuple[Callable[[], Sequence[Row]], Callable[[str], Row], int]] = [
    (places, place, 150),
    (commodities, commodity, 131),
    (corridors, corridor, 60),
    (organisations, organisation, 130),
]
each_register = pytest.mark.parametrize(
    ("entries", "find", "least"), REGISTERS, ids=["places", "commodities", "corridors", "organisations"]
)


@each_register
def test_register_is_full_and_ordered(entries: Callable[[], Sequence[Row]], find: Callable[[str], Row], least: int) -> None:
    assert len(entries()) >= least
    assert len(set(entries())) == len(entries())
    assert entries() is entries()


@each_register
def test_every_row_has_names_in_three_languages_and_a_source(
    entries: Callable[[], Sequence[Row]], find: Callable[[str], Row], least: int
) -> None:
    for row in entries():
        assert row.source, row
        for locale in LOCALES:
            assert row.names[locale], (row, locale)
            assert len(set(row.names[locale])) == len(row.names[locale]), (row, locale)


@each_register
def test_names_are_surface_forms(entries: Callable[[], Sequence[Row]], find: Callable[[str], Row], least: int) -> None:
    for row in entries():
        for name in row.names.all():
            assert name == name.strip(), name
            assert not set("()（）《》«»“”;\n") & set(name), name


@each_register
def test_every_name_finds_its_own_row(entries: Callable[[], Sequence[Row]], find: Callable[[str], Row], least: int) -> None:
    for row in entries():
        for name in row.names.all():
            assert find(name) == row, name
            assert find(f" {name.upper()} ") == row, name


@each_register
def test_no_two_rows_claim_one_name(entries: Callable[[], Sequence[Row]], find: Callable[[str], Row], least: int) -> None:
    claims = Counter(key for row in entries() for key in {lookup_key(name) for name in row.names.all()})
    assert [key for key, count in claims.items() if count > 1] == []


@pytest.mark.parametrize("locale", ["ru", "zh"])
def test_names_are_written_in_their_script(locale: str) -> None:
    low, high = {"ru": ("а", "ё"), "zh": ("一", "鿿")}[locale]
    native = 0
    first_names = [row.names[locale][0] for find in (places, commodities, corridors) for row in find()]
    for name in first_names:
        in_script = any(low <= char <= high for char in name.casefold())
        assert in_script or name.isascii(), name
        native += in_script
    assert native > 700


def test_parents_exist_and_lines_end() -> None:
    by_id = {row.id: row for row in commodities()}
    for row in commodities():
        line = row.ancestors()
        assert line[:1] == ((row.parent,) if row.parent else ())
        assert row.id not in line
        assert by_id[line[-1]].parent is None if line else row.parent is None


def test_hs_codes_are_chapters_headings_subheadings_or_ranges() -> None:
    for row in commodities():
        for code in row.hs:
            first, dash, last = code.partition("-")
            assert first.isdigit(), (row, code)
            assert len(first) in {2, 4, 6}, (row, code)
            if dash:
                assert len(last) == len(first), (row, code)
                assert first < last, (row, code)
            assert 1 <= int(first[:2]) <= 97, (row, code)


def test_coordinates_lie_on_the_globe_and_in_their_country() -> None:
    boxes = {"CN": (18, 54, 73, 136), "RU": (41, 82, 19, 181), "KZ": (40, 56, 46, 88), "MN": (41, 53, 87, 120)}
    located = [(row, row.latitude, row.longitude) for row in places() if row.latitude is not None and row.longitude is not None]
    assert len(located) >= 150
    for row, latitude, longitude in located:
        for degrees in (latitude, longitude):
            assert isinstance(degrees, Decimal)
            assert degrees == round(degrees, 2), row
        south, north, west, east = boxes.get(row.country or "", (-90, 90, -180, 180))
        assert south <= latitude <= north, row
        assert west <= longitude <= east, row
        assert "coordinates" in row.source, row


def test_corridors_stand_on_known_places_and_countries() -> None:
    for row in corridors():
        assert len(row.sites) == len(row.places)
        assert row.countries, row
        for code in row.countries:
            assert country(code).code == code


def test_corridor_figures_are_exact_and_positive() -> None:
    figures = [figure for row in corridors() for figure in (row.capacity, row.length) if figure is not None]
    assert len(figures) > 30
    for figure in figures:
        assert figure.amount > 0
        assert figure.unit in {"m3/a", "t/a", "km", "m"}


def test_organisations_name_a_known_country_or_none() -> None:
    for row in organisations():
        assert row.country is None or country(row.country).kind == "country", row
        assert row.names.en[0].startswith(row.short_name), row  # it may leave out "Group"


def test_countries_are_those_of_iso_and_the_blocs() -> None:
    codes = [row.code for row in countries()]
    assert len(codes) == len(set(codes))
    assert sum(row.kind == "country" for row in countries()) >= 249
    assert {"EU", "EAEU", "ASEAN", "CIS", "APEC", "BRICS", "SCO", "G7", "OPEC"} == {
        row.code for row in countries() if row.kind == "bloc"
    } - {"G20"}
    for row in countries():
        for locale in LOCALES:
            assert row.names[locale][0] == row.name(locale)
        assert all(country(name) == row for name in row.names.all()), row
