"""Countries by ISO 3166-1 code and the blocs that trade statistics treat like one.

Country names come from CLDR through Babel, which is imported when a name is first asked for; blocs stand in ``data/blocs.csv``.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, cast

from attrs import Factory, field, frozen

from sinorus.errors import ValidationError
from sinorus.world.names import LOCALES, Names, checked_locale
from sinorus.world.tables import names_of, parts, table

__all__ = ["Country", "CountryKind", "bloc_codes", "country_codes", "is_coded", "members_of", "territory_name"]

CountryKind = Literal["country", "bloc"]

_CLDR_LOCALE: Final = {"en": "en", "ru": "ru", "zh": "zh_Hans"}


@cache
def country_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes, with Kosovo's user-assigned ``XK``."""
    return frozenset(row["code"] for row in table("countries"))


@cache
def bloc_codes() -> frozenset[str]:
    """The codes of the blocs: ``EU``, ``EAEU``, ``ASEAN`` …"""
    return frozenset(_blocs())


def is_coded(name: str | None) -> bool:
    """Whether this is the code of a country or bloc; parts of the world (Europe, Africa) have none.

    >>> is_coded("RU"), is_coded("EU"), is_coded("Europe")
    (True, True, False)
    """
    return name in country_codes() or name in bloc_codes()


def members_of(code: str | None) -> tuple[str, ...]:
    """The codes of a bloc's member states; empty for anyone else.

    >>> members_of("EAEU"), members_of("RU"), members_of("Europe")
    (('AM', 'BY', 'KG', 'KZ', 'RU'), (), ())
    """
    return _blocs()[code][1] if code is not None and code in bloc_codes() else ()


@cache
def _blocs() -> dict[str, tuple[Names, tuple[str, ...]]]:
    return {row["code"]: (names_of(row), parts(row["members"])) for row in table("blocs")}


@cache
def territory_name(code: str, locale: str) -> str:
    """What CLDR calls the territory in ``locale`` (``en``, ``ru`` or ``zh``, which is simplified Chinese)."""
    from babel import Locale  # heavy: a describe() needs it, an import must not

    return cast("str", Locale.parse(_CLDR_LOCALE[checked_locale(locale)]).territories[code])


@cache
def _country_names(code: str) -> Names:
    usual = names_of(next(row for row in table("countries") if row["code"] == code))
    with_cldr = {locale: tuple(dict.fromkeys((territory_name(code, locale), *usual[locale]))) for locale in LOCALES}
    return Names(**with_cldr)


def _kind_of(country: Country) -> CountryKind:
    return "bloc" if country.code in bloc_codes() else "country"


def _known(_: object, __: object, code: str) -> None:
    if code not in country_codes() and code not in bloc_codes():
        raise ValidationError(
            what=f"{code!r} is no country or bloc code",
            where="Country.code",
            remedy="use ISO 3166-1 alpha-2, as 'CN', or a bloc, as 'EAEU'",
        )


@frozen(slots=True, kw_only=True, order=True)
class Country:
    """A country, or a bloc of them, known by its code; equal, ordered and hashed by that code alone.

    >>> Country(code="RU").name("ru"), Country(code="EAEU").kind
    ('Россия', 'bloc')
    """

    code: str = field(validator=_known)
    kind: CountryKind = field(default=Factory(_kind_of, takes_self=True), eq=False, order=False)

    def __str__(self) -> str:
        return self.code

    def name(self, locale: str = "en") -> str:
        """The usual name in ``en``, ``ru`` or ``zh``; :class:`~sinorus.errors.LanguageError` for another locale."""
        if self.kind == "bloc":
            return _blocs()[self.code][0].display(locale)
        return territory_name(self.code, locale)

    @property
    def names(self) -> Names:
        """All names by language: CLDR's first, then the usual ones beside it ("PRC", «КНР»)."""
        return _blocs()[self.code][0] if self.kind == "bloc" else _country_names(self.code)

    @property
    def members(self) -> tuple[str, ...]:
        """The codes of a bloc's member states (see the table's source for the year); empty for a country."""
        return members_of(self.code)
