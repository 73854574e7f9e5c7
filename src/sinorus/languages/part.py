"""The parts that words play in a clause: roles, ends of a flow, uses, marks, and what points back."""

from enum import StrEnum


class Role(StrEnum):
    """What a preposition, case or particle says of the word it governs."""

    FROM = "from"
    TO = "to"
    BY = "by"
    OF = "of"
    BETWEEN = "between"
    WITH = "with"
    IN = "in"
    AT = "at"
    FOR = "for"
    AGAINST = "against"
    VIA = "via"
    AMONG = "among"
    EXCEPT = "except"
    POSSESSIVE = "possessive"
    SUBJECT = "subject"
    """The nominative of a language with cases."""


class Side(StrEnum):
    """The end of a flow at which the possessor or subject of a head stands."""

    EXPORTER = "exporter"
    IMPORTER = "importer"
    BOTH = "both"

    @property
    def facing(self) -> "Side":
        """The side seen from the other end."""
        return _FACING.get(self, self)


_FACING = {Side.EXPORTER: Side.IMPORTER, Side.IMPORTER: Side.EXPORTER}


class Use(StrEnum):
    """How a word stands in its clause, where parsers must know."""

    NOUN = "noun"
    VERB = "verb"
    MODIFIER = "modifier"
    BARE = "bare"
    """A name that stands before what it owns without a mark, and alone as a noun does: 中国."""


class Mark(StrEnum):
    """Punctuation and joints that shape a clause."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    COLON = "colon"
    DASH = "dash"
    OPEN = "open"
    CLOSE = "close"
    QUOTE = "quote"
    AND = "and"
    OR = "or"
    CONTRAST = "contrast"
    RELATIVE = "relative"


class Anaphor(StrEnum):
    """What a word without a name of its own points back to."""

    PAIR = "pair"
    PARTNER = "partner"
    FIGURE = "figure"
    OF_WHICH = "of-which"
    GOODS = "goods"
    WARES = "wares"
    THIS = "this"
    REVERSE = "reverse"
    THENCE = "thence"
    """From there: the other way than goods were told to go, or the same where they were told to come from there."""
    REST = "rest"
    TOTAL = "total"
    OVERALL = "overall"
    """All told, at the head of a clause: in all, altogether."""
    JOINT = "joint"
    """Those named before, as one: together, between them."""
    COUNTRY = "country"
    """The country or bloc named last: the bloc, that country."""
    REGION = "region"
    """The part of a country named last: the province, this city."""
    BEARER = "bearer"
    """The only country named so far of which a word tells what it is: the kingdom, the South American country."""
    BLOC = "bloc"
    """The bloc named last: the union."""
    THREE = "three"
    """Three countries named before, and no others: the three presidents."""
    OURS = "ours"
    """The country of who speaks, where the one that is named is the other of the two: our exports to China."""
    BOTH_WAYS = "both-ways"
    """There and back, taken together."""
    THERE = "there"
    FORMER = "former"
    """The first of the two goods or countries named last."""
    LATTER = "latter"
    """The second of them."""
    SORT = "sort"
    """A general word for goods, in a text that has named their sort: the machines, in one on trucks."""
