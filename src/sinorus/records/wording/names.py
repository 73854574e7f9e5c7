"""Countries, goods, bodies, corridors and places by their names in a language, in its grammatical forms."""

from typing import Any

from sinorus.records.agreement import Party
from sinorus.records.wording.template import Forms, Slot, fill
from sinorus.records.wording.voice import Table, Voice
from sinorus.world import Commodity, Corridor, Country, Organisation
from sinorus.world.registry import known_country, known_place

__all__ = ["commodity_forms", "corridor_text", "country_forms", "pair_text", "party_forms", "place_text"]


def country_forms(voice: Voice, entity: Country) -> Forms:
    """Return a country's name in the language's cases, with the prepositions that go with it."""
    rules = voice.table["country"]
    cases = rules.get("name", {}).get(entity.code) or _declined(rules, entity.name(voice.language))
    article = entity.code in rules.get("with_article", ()) or _ends(rules, "with_article_ends", cases["nom"])
    kind = next(
        (kind for kind in rules if entity.code in rules.get(f"in_{kind}", ()) or _ends(rules, f"ends_{kind}", cases["nom"])), "forms"
    )
    name = fill(rules["article"], {"name": cases["nom"]}) if article else cases["nom"]
    return {form: fill(template, {**cases, "name": name}) for form, template in rules[kind].items()}


def _declined(rules: Table, name: str) -> dict[str, str]:
    """Decline a name of one word by the language's table of endings; what no ending fits stays as it is."""
    if " " in name and "unlisted" in rules:
        return {case: fill(template, {"name": name}) for case, template in rules["unlisted"].items()}
    ending = next((row for row in rules.get("ending", ()) if _fits(row, name)), None)
    if ending is None:
        return {"nom": name, **dict.fromkeys(("gen", "acc", "ins"), name)}
    stem = name.removesuffix(ending.get("end", ""))
    return {"nom": name, **{case: stem + ending[case] for case in ("gen", "acc", "ins")}}


def _ends(rules: Table, key: str, name: str) -> bool:
    return name.endswith(tuple(rules.get(key, ())))


def _fits(row: dict[str, Any], name: str) -> bool:
    return name.endswith(row["end"]) if "end" in row else name[-1] in row["letters"]


def pair_text(voice: Voice, first: Country, second: Country) -> str:
    """Return what the language calls the two together; their list where it has no word of its own for them."""
    own = voice.table["country"].get("pair", {}).get(f"{first.code}-{second.code}")
    return own or voice.listed([country_forms(voice, first), country_forms(voice, second)])


def commodity_forms(voice: Voice, good: Commodity) -> Forms:
    """Return a good's name, and the genitive where the language has one."""
    name = good.name(voice.language)
    if good.id in voice.goods:
        return {"nom": name, "gen": voice.goods[good.id]}
    if voice.has("commodity.unlisted"):
        return {"nom": name, "gen": voice.say("commodity.unlisted", {"name": name})}
    return {"nom": name}


def party_forms(voice: Voice, party: Party) -> Slot:
    """Return a party: a country in its forms, a body of the register by its name in the language, another as printed."""
    if isinstance(party, Country):
        return country_forms(voice, party)
    return party.name(voice.language) if isinstance(party, Organisation) else party


def corridor_text(voice: Voice, corridor: Corridor | str) -> str:
    """Return a corridor's name in the language, or as printed."""
    return corridor if isinstance(corridor, str) else corridor.name(voice.language)


def place_text(voice: Voice, name: str) -> str:
    """Return a place (English in the record) by its name in the language, as it stands where the registers do not know it."""
    if (known := known_place(name)) is not None:
        return known.names.display(voice.language)
    land = known_country(name)
    return land.name(voice.language) if land is not None else name
