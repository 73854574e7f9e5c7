"""By which words a language tells that a name is a company's: its ``firms.toml``."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from attrs import field, frozen


@frozen
class FirmWords:
    """The words of one language."""

    kinds: frozenset[str]
    legal: frozenset[str]
    trades: frozenset[str]
    inside: tuple[str, ...]
    openers: frozenset[str]
    leads: re.Pattern[str]
    """A noun that leads to a name, at the end of what stands before it."""
    told: re.Pattern[str]
    """What tells behind a comma that the name before it is a company's: ", a Russian grain trader,"."""
    quotes: re.Pattern[str] | None
    joints: frozenset[str]
    governing: frozenset[str]
    """Those of them that give a name in quotes an ending."""
    endings: dict[str, str]
    """Such endings, longest first, and what the name has in their place."""
    home: str | None
    """The country of a company of which nothing but a name in the language's own letters is told."""
    latin: dict[int, str]
    ends: frozenset[str] = field(init=False)
    """The words that end a name whatever follows."""
    common: frozenset[str] = field(init=False)
    """Those, and words for a trade: a name is more than these."""

    @ends.default
    def _ends(self) -> frozenset[str]:
        return self.kinds | self.legal

    @common.default
    def _common(self) -> frozenset[str]:
        return self.ends | self.trades


@cache
def firm_words(language: str) -> FirmWords | None:
    """Return what a language tells companies by, or None where it has no such file.

    >>> "Holding" in firm_words("en").kinds, firm_words("ru").leads.search("китайская корпорация ") is not None
    (True, True)
    """
    file = files("sinorus.languages").joinpath(language, "firms.toml")
    if not file.is_file():
        return None
    data = tomllib.loads(file.read_text("utf-8"))
    nouns = map(re.escape, (*data["leads"], *data.get("forms", ())))
    words = "|".join([*nouns, *(f"{stem}\\w*" for stem in data.get("stems", ()))])
    behind = "|".join(data["behind"])
    pairs = "|".join(f"{re.escape(pair[0])}([^{re.escape(pair)}]{{2,48}}){re.escape(pair[1])}" for pair in data["quotes"])
    letters = data.get("latin", {})
    return FirmWords(
        kinds=frozenset(data["kinds"]),
        legal=frozenset(data["legal"]),
        trades=frozenset(data["trades"]),
        inside=tuple(data["inside"]),
        openers=frozenset(data["openers"]),
        leads=re.compile(rf"(?<!\w)(?:{words}) $"),
        told=re.compile(rf", (?:{'|'.join(data['articles'])})(?:(?!(?:{behind}) )[\w-]+ ){{0,3}}(?:{words})(?=[,.]| (?:{behind}) )"),
        quotes=re.compile(pairs) if pairs else None,
        joints=frozenset(data.get("joints", ())),
        governing=frozenset(data.get("governing", ())),
        endings=data.get("endings", {}),
        home=data.get("home"),
        latin=str.maketrans({**letters, **{key.upper(): value.capitalize() for key, value in letters.items()}}),
    )
