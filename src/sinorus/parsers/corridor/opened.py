"""When a corridor was opened, or is to be."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark
from sinorus.languages.period_expr import PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.corridor.figure import Measures
from sinorus.parsers.marks import mark_of
from sinorus.records import CorridorStatus
from sinorus.values.evolve import evolve


class Opening(Measures):
    """Reads when one corridor was opened."""

    def _opened(self, index: int, state: m.CorridorState) -> None:
        """Take the period of the opening: the nearest one behind the word, else before it."""
        best: tuple[int, PeriodExpr] | None = None
        for at in range(self.low, self.high):
            expr = self.mentions[at].get(PeriodExpr)
            if expr is None or expr.kind in {PeriodKind.VAGUE, PeriodKind.YEAR_BEFORE} or self._counts(at):
                continue
            low, high = sorted((at, index))
            apart = at > index and any(mark_of(each) is Mark.COMMA for each in self.mentions[index + 1 : at])
            gap = self.mentions[high].start - self.mentions[low].end + (0 if at > index and not apart else 30)
            if gap <= 80 and (best is None or gap < best[0]):
                best = gap, expr
        if best is None:
            return
        expr = best[1]
        relation = PeriodRelation.BY if state.status is CorridorStatus.PLANNED else PeriodRelation.PLAIN
        told = self.context.told
        heading = told.heading if told.paragraph == self.scanned.sentence.paragraph else None
        opening = self.mentions[0].get(PeriodExpr)
        current = opening.period if opening is not None and opening.period is not None and opening is not expr else heading
        self.said.opened = self.context.anchor(evolve(expr, relation=relation), current)

    def _counts(self, at: int) -> bool:
        """Whether the period says when a quantity moved."""
        before = self.mentions[at - 1] if at else None
        return before is not None and bool(before.mask & m.Figure.bit)
