"""What a word or figure can mean to a parser: the typed vocabulary that all languages share.

A language's data says which forms carry which meaning; a parser sees meanings alone. Each class owns one bit, so that
the bits of a sentence tell in one comparison whether a parser has anything to do there.
"""

from sinorus.languages.meaning.base import Meaning
from sinorus.languages.meaning.corridors import CorridorNoun, CorridorState, Measured
from sinorus.languages.meaning.deals import Action, AgreementNoun, AgreementVerb, Currency, Intent, SettlementWord
from sinorus.languages.meaning.figures import Denomination, Duration, Figure, Respectively
from sinorus.languages.meaning.flows import Certainty, Comparison, Head, Level, Movement, OtherMeasure, RecordHigh, Share
from sinorus.languages.meaning.joints import Cue, Negation, Opinion, Punctuation, Relation, Speech
from sinorus.languages.meaning.named import Body, Field, Goods, Leader, Party, Pointer, Route, ShortName, World
from sinorus.languages.part import Anaphor, Mark, Role, Side, Use

__all__ = [
    "Action",
    "AgreementNoun",
    "AgreementVerb",
    "Anaphor",
    "Body",
    "Certainty",
    "Comparison",
    "CorridorNoun",
    "CorridorState",
    "Cue",
    "Currency",
    "Denomination",
    "Duration",
    "Field",
    "Figure",
    "Goods",
    "Head",
    "Intent",
    "Leader",
    "Level",
    "Mark",
    "Meaning",
    "Measured",
    "Movement",
    "Negation",
    "Opinion",
    "OtherMeasure",
    "Party",
    "Pointer",
    "Punctuation",
    "RecordHigh",
    "Relation",
    "Respectively",
    "Role",
    "Route",
    "SettlementWord",
    "Share",
    "ShortName",
    "Side",
    "Speech",
    "Use",
    "World",
]
