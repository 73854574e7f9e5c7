"""One language's wording: its table of templates and its locale."""

import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, cast

from attrs import frozen
from babel import Locale
from babel.lists import format_list

from sinorus.records.wording.template import Forms, Slot, fill, form_of
from sinorus.world.names import checked_locale

__all__ = ["Voice", "voice"]

Table = Mapping[str, Any]


@frozen(kw_only=True, eq=False)
class Voice:
    """A language (``en``, ``ru``, ``zh``), its CLDR locale, and its table of wording."""

    language: str
    locale: Locale
    table: Table
    goods: Table

    def say(self, path: str, slots: Mapping[str, Slot] | None = None) -> str:
        """Return the template at a dotted path, filled, in its plain form."""
        return form_of(self.forms(path, slots))

    def forms(self, path: str, slots: Mapping[str, Slot] | None = None) -> Slot:
        """Return the template at a dotted path, filled, in all its forms."""
        entry = self.entry(path)
        if isinstance(entry, str):
            return fill(entry, slots or {})
        return {form: fill(text, slots or {}) for form, text in cast("Forms", entry).items()}

    def entry(self, path: str) -> object:
        """Return what stands at a dotted path; LookupError where nothing does."""
        node: Any = self.table
        for part in path.split(".") if path.count('"') == 0 else _parts(path):
            node = node[part]
        return node

    def has(self, path: str) -> bool:
        """Whether something stands at a dotted path."""
        try:
            self.entry(path)
        except LookupError:
            return False
        return True

    def plural(self, forms: Mapping[str, str], number: Decimal | int, *, hedged: bool = False) -> str:
        """Return the form that goes with a number; ``hedged`` where a hedge governs the noun."""
        return forms.get(self.category(number, hedged=hedged)) or forms["other"]

    def category(self, number: Decimal | int, *, hedged: bool = False) -> str:
        """Return CLDR's plural category of a number: one, few, many, other."""
        category = self.locale.plural_form(number)
        return str(self.table.get("hedged", {}).get(category, category)) if hedged else category

    def listed(self, items: Iterable[Slot], form: str = "nom") -> str:
        """Return the items as the language lists them: "a, b and c"."""
        return format_list([form_of(item, form) for item in items], style="standard", locale=self.locale)

    def listed_forms(self, items: Iterable[Slot]) -> Slot:
        """Return the items as a list in every form that any of them has."""
        known = list(items)
        if not known:
            return ""
        forms = {form for item in known if not isinstance(item, str) for form in item} | {"nom"}
        return {form: self.listed(known, form) for form in sorted(forms)}

    def sentence(self, text: str) -> str:
        """Return the text with a capital first letter, where the language has capitals."""
        return text[:1].upper() + text[1:] if self.table["capitalise"] else text


@cache
def voice(language: str) -> Voice:
    """Return the voice of ``en``, ``ru`` or ``zh``; LanguageError for any other."""
    checked_locale(language)
    table = _toml(language)
    goods = _toml(f"commodities_{language}")
    return Voice(language=language, locale=Locale.parse(cast("str", table["locale"])), table=table, goods=goods)


def _toml(name: str) -> Table:
    file = resources.files("sinorus.records.wording").joinpath(f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def _parts(path: str) -> list[str]:
    """Split a path one of whose parts is quoted for the dot in it: ``units."kW.h"``."""
    before, quoted, _ = path.split('"')
    return [*filter(None, before.split(".")), quoted]
