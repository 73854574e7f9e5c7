"""Look-ups by id, code and name, and what an unknown name says."""

import subprocess
import sys

import pytest

from sinorus.errors import LanguageError, UnknownNameError, ValidationError
from sinorus.world import Country, commodity, corridor, country, organisation, place
from sinorus.world.registry import known_country, known_place
from sinorus.world.tables import table
from sinorus.world.usual import usual_side


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("soybeans", "soybeans"),
        ("Soy-Beans", "soybeans"),
        ("соя", "soybeans"),
        ("大豆", "soybeans"),
        ("LNG", "lng"),
        ("СПГ", "lng"),
        ("原油", "crude-oil"),
        ("2709", "crude-oil"),
        ("2709.00", "crude-oil"),
        ("270900", "crude-oil"),
        ("2709009000", "crude-oil"),
        ("27", "energy"),
        ("2710", "oil-products"),
        ("2701", "coal"),
        ("84", "machinery"),
        ("1201", "soybeans"),
        ("100199", "wheat"),
        ("0303", "fish"),
        ("1515", "vegetable-oil"),
    ],
)
def test_commodity(name: str, expected: str) -> None:
    assert commodity(name).id == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Power of Siberia", "power-of-siberia"),
        ("power of  siberia", "power-of-siberia"),
        ("«Сила Сибири»", "power-of-siberia"),
        ("中俄东线", "power-of-siberia"),
        ("Сила Сибири – 2", "power-of-siberia-2"),
        ("the Northern Sea Route", "northern-sea-route"),
        ("Севморпуть", "northern-sea-route"),
        ("一带一路", "belt-and-road"),
        ("满洲里口岸", "manzhouli"),
        ("Забайкальск–Маньчжурия", "zabaikalsk-manzhouli"),
    ],
)
def test_corridor(name: str, expected: str) -> None:
    assert corridor(name).id == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("GACC", "General Administration of Customs"),
        ("ФТС", "Federal Customs Service"),
        ("中石油", "CNPC"),
        ("роснефть", "Rosneft"),
        ("НСПК", "National Card Payment System"),
        ("银联", "UnionPay"),
        ("Россети", "Rosseti"),
        ("国家电网", "State Grid"),
        ("новатэк", "Novatek"),
    ],
)
def test_organisation(name: str, expected: str) -> None:
    assert organisation(name).short_name == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Heihe", "Heihe"), ("海兰泡", "Blagoveshchensk"), ("Зарубино", "Zarubino"), ("Tayshet", "Taishet"), ("Primorsky Krai", "Primorye")],
)
def test_place(name: str, expected: str) -> None:
    assert place(name).name == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("CN", "CN"),
        ("cn", "CN"),
        ("КНР", "CN"),
        ("Russia", "RU"),
        ("俄罗斯", "RU"),
        ("Бразилия", "BR"),
        ("Евросоюз", "EU"),
        ("Turkey", "TR"),
    ],
)
def test_country(name: str, expected: str) -> None:
    assert country(name).code == expected


@pytest.mark.parametrize(
    ("find", "name", "near"),
    [
        (commodity, "soybeens", "soybeans"),
        (commodity, "crude oyl", "crude oil"),
        (corridor, "Power of Sibiria", "Power of Siberia"),
        (organisation, "Gazpron", "Gazprom"),
        (place, "Vladivostock", "Vladivostok"),
        (country, "Kazakstan", "Kazakhstan"),
        (commodity, "пшенеца", "пшеница"),
    ],
)
def test_unknown_name_raises_with_near_misses(find: object, name: str, near: str) -> None:
    assert callable(find)
    with pytest.raises(UnknownNameError) as caught:
        find(name)
    assert caught.value.near[0] == near
    assert len(caught.value.near) <= 3
    assert repr(name) in str(caught.value)
    assert repr(near) in str(caught.value)


@pytest.mark.parametrize("find", [commodity, corridor, organisation, place, country])
def test_nothing_near_still_says_what_to_do(find: object) -> None:
    assert callable(find)
    for name in ("qqqqzzzz", "", "00"):
        with pytest.raises(UnknownNameError) as caught:
            find(name)
        assert caught.value.remedy


def test_the_message_reads_as_one_sentence() -> None:
    with pytest.raises(UnknownNameError, match=r"^unknown commodity 'soybeens'; did you mean 'soybeans'"):
        commodity("soybeens")


def test_commodity_lines() -> None:
    assert commodity("coking-coal").ancestors() == ("coal", "energy")
    assert commodity("coking-coal").within(commodity("energy"))
    assert commodity("coking-coal").within("coking-coal")
    assert not commodity("energy").within("coal")
    assert commodity("wheat").name("ru") == "пшеница"


def test_country_is_its_code() -> None:
    china = Country(code="CN")
    assert str(china) == "CN"
    assert china == country("china")
    assert hash(china) == hash(country("china"))
    assert sorted([Country(code="RU"), china]) == [china, Country(code="RU")]
    assert (china.name("en"), china.name("ru"), china.name("zh")) == ("China", "Китай", "中国")
    assert Country(code="EAEU").kind == "bloc"
    assert Country(code="EAEU").name("ru") == "Евразийский экономический союз"
    assert "RU" in Country(code="EAEU").members
    assert china.members == ()


@pytest.mark.parametrize("code", ["XX", "cn", "", "CHN", "EURASIA"])
def test_a_country_needs_a_known_code(code: str) -> None:
    with pytest.raises(ValidationError, match="no country or bloc"):
        Country(code=code)


def test_an_unknown_locale_is_named() -> None:
    with pytest.raises(LanguageError, match="'de'"):
        Country(code="CN").name("de")
    with pytest.raises(LanguageError, match="'de'"):
        commodity("wheat").name("de")


def test_import_reads_nothing_and_pulls_no_babel() -> None:
    script = (
        "import sys, sinorus.world.registry as registry\n"
        "from sinorus.world.tables import table\n"
        "assert 'babel' not in sys.modules, 'babel at import'\n"
        "assert table.cache_info().currsize == 0, 'a table read at import'\n"
        "registry.country('CN'); registry.organisations(); registry.corridors(); registry.commodities()\n"
        "assert 'babel' not in sys.modules, 'babel for a code'\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("good", "country_code", "year", "side"),
    [
        ("crude-oil", "RU", None, "exporter"),
        ("crude-oil", "CN", 1999, "importer"),
        ("coking-coal", "CN", None, "importer"),
        ("cars", "RU", 2023, "importer"),
        ("cars", "RU", 1993, None),
        ("crude-oil", "US", None, None),
        ("cement", "CN", None, None),
    ],
)
def test_usual_sides(good: str, country_code: str, year: int | None, side: str | None) -> None:
    assert usual_side(good, country_code, year) == side


def test_usual_sides_name_known_goods_and_countries_and_no_country_twice() -> None:
    for row in table("usual_sides"):
        sellers, buyers = row["exporters"].split(), row["importers"].split()
        assert commodity(row["commodity"]).id == row["commodity"]
        assert not set(sellers) & set(buyers), row["commodity"]
        assert [country(code).code for code in sellers + buyers] == sellers + buyers
        assert row["source"]


def test_a_look_up_that_may_fail_answers_with_nothing() -> None:
    assert known_place("满洲里") is place("Manzhouli")
    assert known_country("Китай") == country("CN")
    assert known_country("Czechia") == country("CZ")  # a name of CLDR's
    assert known_place("Nowheretown") is None
    assert known_country("Nowhereland") is None
