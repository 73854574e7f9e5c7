"""Exporter and importer of a flow, as one value."""

from attrs import frozen

from sinorus.values.evolve import evolve

OF_THIRD = "of-third"
"""What `Ends.carried` holds where the trade is told as that of a third country, with one of the two."""
GOES_ON = "goes-on"
"""What it holds where who has just sold or bought goes on to deal: that the text lent him is no slip, whatever is usual."""


@frozen(kw_only=True)
class Ends:
    """Exporter and importer (of a turnover: the two parties, the owner first); None is the world or unnamed.

    `carried` says what came from the context.
    """

    exporter: str | None
    importer: str | None
    carried: tuple[str, ...] = ()

    def reversed(self) -> "Ends":
        """Return the same flow the other way."""
        return evolve(self, exporter=self.importer, importer=self.exporter)


def single(*groups: list[str]) -> str | None:
    """Return the country of the first group that holds exactly one."""
    for group in groups:
        if len(group) == 1:
            return group[0]
    return None
