"""What a document says of one corridor: the fields that its words fill."""

from attrs import define, field

from sinorus.records import CorridorStatus
from sinorus.scan.mention import Mention
from sinorus.values import Period, Quantity


@define
class Statement:
    """The filled fields, and the stretch of text that says so.

    `inferred` where goods passing alone tell that it works, `supposed` where nothing does but that it is spoken of as standing there.
    """

    status: CorridorStatus | None = None
    capacity: Quantity | None = None
    length: Quantity | None = None
    carries: list[str] = field(factory=list)
    places: tuple[str, ...] = ()
    opened: Period | None = None
    inferred: bool = False
    supposed: bool = False
    start: int = 1 << 60
    end: int = -1

    @property
    def vague(self) -> bool:
        """Whether neither a size nor a word on its state is told."""
        return self.capacity is None and self.length is None and (self.status is None or self.inferred or self.supposed)

    def reach(self, mention: Mention) -> None:
        """Let the evidence cover the mention."""
        self.start = min(self.start, mention.start)
        self.end = max(self.end, mention.end)
