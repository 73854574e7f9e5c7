"""What a sentence takes from the ones before it, as a value that one can print."""

import datetime
from collections.abc import Callable

from attrs import frozen

from sinorus.languages.meaning import Side
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.talk import Talk
from sinorus.parsers.told import Told
from sinorus.records import FlowStatus, Measure, TradeFlow
from sinorus.values import Direction, Period, Quantity
from sinorus.world.country import is_coded

Anchor = Callable[[PeriodExpr, "Period | None"], "Period | None"]
"""Resolves a period expression, given the period that is being spoken of."""


@frozen(kw_only=True, slots=False)  # copied as often as the context: see values/evolve.py
class Topic:
    """A flow that has been spoken of: the country whose trade it is, its partner (None: none named, or the world), and what is measured.

    `side` tells at which end of the flow the owner stands.
    """

    owner: str
    partner: str | None = None
    measure: Measure = Measure.TURNOVER
    side: Side = Side.BOTH
    goods: str | None = None
    route: str | None = None
    """By which corridor it was told to go."""
    share: bool = False
    """Whether shares of it are being told."""
    dealt: str | None = None
    """Which end the members of a list told just before filled."""
    noted: bool = False
    """Whether only goods and their origin were named ("Russian electricity"): figures without a word of trade are not its."""
    entitled: bool = False
    """Whether the title tells of it: its parts do not take the stage, even where they are named in full."""

    def way(self) -> tuple[str | None, str | None]:
        """Return who sells and who buys, of a flow that goes one way."""
        return (self.partner, self.owner) if self.side is Side.IMPORTER else (self.owner, self.partner)

    def pair(self) -> tuple[str, str] | None:
        """Return both countries in alphabetical order, where there are two; a part of the world is none."""
        owner, partner = self.owner, self.partner
        if partner is None or not (is_coded(partner) and is_coded(owner)):
            return None
        return (owner, partner) if owner < partner else (partner, owner)


@frozen(kw_only=True, slots=False)  # copied at every sentence: see values/evolve.py
class Context:
    """The state of a document between two sentences; every sentence gets one and returns the next.

    `flow` is the last flow spoken of, `topic` the one that the text is about (a total keeps the stage while its parts are told).
    """

    anchor: Anchor
    date: datetime.date | None = None
    flow: Topic | None = None
    topic: Topic | None = None
    trade: Topic | None = None
    """The last turnover spoken of."""
    beside: Topic | None = None
    """The flow of China and Russia beside which another partner's part was told last, in one sentence."""
    period: Period | None = None
    """The period spoken of."""
    main: Period | None = None
    """The period to which a new paragraph goes back."""
    latest: Period | None = None
    """The time of the last flow told, be it one that the text only looked back to: "of this" is of that time."""
    dated: Period | None = None
    """The time named last, of whatever it was told: that of "that year"."""
    day: Period | None = None
    """The day named last, of whatever it was told: "that day"."""
    span: Period | None = None
    """The stretch of years at whose ends the last sentence with figures told two levels: "from $5bn in 2013 to $9bn in 2018"."""
    headlined: bool = False
    """Whether the period is the title's, which the text itself may overrule."""
    unit: str | None = None
    """The unit of the last level, for a bare "73.9 billion" after it."""
    power: int = 0
    """The power of ten of the scale word of the last level, for a bare "73.9" after it."""
    money: str | None = None
    """The currency of the last value."""
    levels: tuple[Quantity, ...] = ()
    """The last levels told, the last one of each unit."""
    summed: Topic | None = None
    """The flow whose level was told last: "the total" is its, whatever goods were named since."""
    table: Quantity | None = None
    """One of the unit that the head of a table gives to its bare numbers."""
    noted: str | None = None
    """The last commodity named."""
    rivals: str | None = None
    """At which end of the last flow those stand who are ranked beside the one it told of: "Peruvian tin went to Chile; Cuba is second"."""
    sole: tuple[str | None, int] = (None, 0)
    """The only goods of which the text has told flows so far, and of how many; none where it has told of several, or of all goods."""
    series: tuple[TradeFlow, ...] = ()
    """The flows of one time that the sentence before told one by one: "tin 9 kt and zinc 4 kt"; figures in their order may follow."""
    levelled: TradeFlow | None = None
    """The last flow told with a level, with its value and its volume where both were told: a change of one of them may follow."""
    crossed: bool = False
    """Whether these have gone both ways."""
    mentioned: frozenset[str] = frozenset()
    """Countries that the text has named so far."""
    ahead: frozenset[str] = frozenset()
    """Countries that the sentence is the first to name, with a part of what is being read there: that itself is not theirs."""
    cast: frozenset[str] = frozenset()
    """Countries that the text names anywhere, here or further on."""
    couple: tuple[str, str] | None = None
    """The two goods or countries that the sentence before named as a pair: the former and the latter."""
    viewpoint: str | None = None
    """The country from whose side the text tells of trade, where that is neither China nor Russia."""
    sharers: frozenset[str] = frozenset()
    """Countries whose share of something the text tells, here or further on: what it begins with is the whole."""
    together: frozenset[str] = frozenset()
    """The countries that the last sentence with more than one has named together."""
    together_ago: int = 0
    """How many sentences ago that was."""
    theme: frozenset[str] = frozenset()
    """The countries that the first such sentence named: those of whom the text is about to speak."""
    regions: tuple[str, ...] = ()
    """The countries of which a part was named, the last one first: whose "the province" is."""
    bloc: str | None = None
    """The bloc named last."""
    subject: str | None = None
    """The country that the sentence before was about."""
    turned: str | None = None
    """The country to which a short sentence has turned from those of the flow told before it: "China is another matter"."""
    listing: Topic | None = None
    """The flow that the heading of a list names: its items are told of it."""
    heading: str | None = None
    """The crossing that a line alone names: what is told below it passes there."""
    worldwide: bool = False
    """Whether the last flow was a country's with all others."""
    home: str | None = None
    """The country in which the language of the sentence is at home: exports of no one named are its own."""
    whole: str | None = None
    """The country whose trade with all others the text began with."""
    counter: str | None = None
    """The country whose customs or statisticians the text has named last."""
    counting: str | None = None
    """The country whose customs the sentence cites: what they count is a trade of that country."""
    suppliers: bool = False
    """Whether the text has spoken of suppliers, and not of buyers since: a list of countries names exporters then."""
    buyers: bool = False
    """Whether it has spoken of buyers, and not of suppliers since."""
    monthly: bool = False
    """Whether the last change that said so was one against the month before."""
    ways: bool = False
    """Whether the last two flows were the two ways of one trade."""
    both_ways: bool = False
    """Whether the last two flows were a country's exports to all and its imports from all: "its shipments to Peru" may be either's."""
    whole_of: str | None = None
    """Whose partners the sentence before has listed, others than China and Russia among them: what is told in all is its own."""
    asked: Direction | None = None
    """Whether the sentence before has asked if something rose or fell: "Has trade fallen? – Yes, by 3%"."""
    question: bool = False
    """Whether the sentence before was a question that named the flow: what follows is the answer."""
    several: bool = False
    """Whether the sentence before has told what several partners of one country have."""
    titled: bool = False
    """Whether the flow was named in the title alone."""
    strayed: bool = False
    """Whether the sentence before told of something that is no flow: what points back points there."""
    about_money: bool = False
    """Whether the text has turned to money that is no trade: "Investment came up too": sums that went there are no goods."""
    aim: FlowStatus | None = None
    """How sure the last flow was: plans that follow a plan are plans."""
    aimed: Period | None = None
    """The time of the last flow, where it was planned or expected: plans without one that follow are of that time."""
    detailed: Period | None = None
    """The time of which the last flow told a part; the next partner goes back to it: "9 Mt in 2023; 1 Mt in May"."""
    before_sum: Period | None = None
    """The month told right before the period spoken of, which sums it up: "5 Mt in May; 22 Mt since January"."""
    by_month: bool = False
    """Whether the text tells both of one partner after the other: what names no time is of the month."""
    settling: bool = False
    """Whether the text is speaking of currencies of payment, whose shares are no flows."""
    paragraph: int = -1
    leads: bool = True
    """Whether the sentence is the first of its paragraph."""
    distance: int = 0
    """Sentences since the last flow."""
    talk: Talk = Talk()
    """Who speaks and pledges, and in which currencies."""
    told: Told = Told()
    """The agreements and corridors told of."""

    @property
    def owner(self) -> str | None:
        """The country whose trade is spoken of."""
        return self.flow.owner if self.flow is not None else None

    @property
    def partner(self) -> str | None:
        """The other country spoken of."""
        return self.flow.partner if self.flow is not None else None

    @property
    def goods(self) -> str | None:
        """The commodity of the last flow."""
        return self.flow.goods if self.flow is not None else None

    def pair(self) -> tuple[str, str] | None:
        """Return the two countries spoken of, in alphabetical order, where there are two."""
        return self.flow.pair() if self.flow is not None else None

    def back_to_all(self) -> bool:
        """Whether a paragraph goes back from the goods of a list to those of all kinds that the text is about."""
        flow, topic = self.flow, self.topic
        if not self.leads or flow is None or topic is None or flow.goods is None:
            return False
        return topic.goods is None and flow.pair() == topic.pair()
