"""What a chunk says of a flow: its heads, the parties with the roles they play, goods, periods and words of certainty.

Roles come from the relation before a party, from possession, or from the place of a party before a head, a verb or goods.
"""

from attrs import define, field

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.marks import mark_of
from sinorus.parsers.placing import Slot
from sinorus.scan.mention import Mention


@define
class Placed:
    """A party (None: the world) at an index of its chunk, in a role."""

    index: int
    codes: tuple[str, ...]
    slot: Slot
    loose: bool = False
    """Of something unnamed ("Russian statistics, …", "Russian cathode: …"): it owns no flow that a later chunk names."""
    body: bool = False
    """Told by a company of it alone."""
    speaks: bool = False
    """Named as whose words follow."""


@define
class Phrase:
    """The reading of one chunk."""

    chunk: Chunk
    heads: list[tuple[int, m.Head]] = field(factory=list)
    others: list[tuple[int, m.OtherMeasure]] = field(factory=list)
    figures: list[int] = field(factory=list)
    movements: list[tuple[int, m.Movement]] = field(factory=list)
    parties: list[Placed] = field(factory=list)
    unnamed: list[Placed] = field(factory=list)
    """Countries that are only pointed at ("that country"), in their roles."""
    bodies: list[Placed] = field(factory=list)
    """Trading companies, which speak for their country where no country is named in their role."""
    goods: list[tuple[int, str]] = field(factory=list)
    periods: list[tuple[int, PeriodExpr]] = field(factory=list)
    bases: list[tuple[int, PeriodExpr]] = field(factory=list)
    late: list[tuple[int, PeriodExpr]] = field(factory=list)
    """Times since which something is so: when goods moved only where that is the year in which the text is told."""
    pointers: set[Anaphor] = field(factory=set)
    route: str | None = None
    status: m.Certainty | None = None
    status_at: int = -1
    basis: m.Comparison | None = None
    share: bool = False
    share_noun: int | None = None
    standing: bool = False
    """Whether a share is told as standing, of no period."""
    record: bool = False
    record_before: int | None = None
    """Where the record stands with which something is compared: "9% less than the record of 2022"."""
    level: m.Level | None = None
    world: bool = False
    world_as: Role | None = None
    """Whether that is told as where goods come from, or go to."""
    each: bool = False
    """Whether one figure is that of every member of a list."""

    def told(self) -> list[m.Figure]:
        """Return the figures of the chunk, in their order."""
        return [figure for at in self.figures if (figure := self.chunk.items[at].get(m.Figure)) is not None]

    @property
    def relative(self) -> bool:
        """Whether the chunk is a clause about what was named right before it: "which had led", "for which a line is being laid"."""
        items = self.chunk.items
        return self.chunk.opener is Mark.RELATIVE or (
            len(items) > 1 and bool(items[0].mask & m.Relation.bit) and mark_of(items[1]) is Mark.RELATIVE
        )

    def name(self, code: str) -> None:
        """Let the countries that are only pointed at be this one."""
        told = self.of(Slot.TO)
        self.parties += [Placed(each.index, (code,), each.slot) for each in self.unnamed if not (told and each.slot is Slot.TO)]
        self.parties.sort(key=lambda placed: placed.index)
        self.unnamed = []

    def cut(self, index: int) -> None:
        """Forget the heads, parties and goods named behind `index`: they are those of the whole of which a share is told there."""
        self.heads = [pair for pair in self.heads if pair[0] < index]
        self.parties = [placed for placed in self.parties if placed.index < index]
        self.goods = [pair for pair in self.goods if pair[0] < index]
        self.world = False

    def item(self, index: int) -> Mention | None:
        """Return the mention at an index of the chunk; None where there is none, as for a party lent from another chunk."""
        return self.chunk.items[index] if 0 <= index < len(self.chunk.items) else None

    def of(self, slot: Slot) -> list[str]:
        """Return the codes of all parties in this role, in order, once each."""
        found: list[str] = []
        for placed in self.parties:
            if placed.slot is slot:
                found += placed.codes
        return list(dict.fromkeys(found)) if len(found) > 1 else found
