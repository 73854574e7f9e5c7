"""How did Sino-Russian turnover develop, by the texts? One row a year: the figure, the change told with it, the words that say so.

python examples/turnover_by_year.py [FOLDER]     (default: the notes in examples/texts)
"""

import sys
from pathlib import Path

import sinorus
from sinorus.records import FlowStatus, Measure

TEXTS = Path(__file__).parent / "texts"
PAIR = [sinorus.country("CN"), sinorus.country("RU")]


def is_annual_turnover(flow: sinorus.TradeFlow) -> bool:
    """Whether it is the whole two-way trade of one calendar year, as reported, in dollars."""
    whole = flow.measure is Measure.TURNOVER and [flow.exporter, flow.importer] == PAIR and flow.commodity is None
    annual = flow.period is not None and flow.period.is_year
    return whole and annual and flow.status is FlowStatus.REPORTED and flow.value is not None and flow.value.unit == "USD"


def main(folder: Path = TEXTS) -> None:
    rows: dict[str, str] = {}
    for path in sorted(folder.glob("*.txt")):
        for flow in filter(is_annual_turnover, sinorus.extract(sinorus.read(path)).flows):
            assert flow.value is not None
            change = str(flow.change) if flow.change else ""
            row = f"{flow.period}  {flow.value.amount / 10**9:>7} bn USD  {change:14}  {path.stem}: {flow.evidence[0].quote}"
            rows.setdefault(str(flow.period), row)  # the first text that gives a year keeps it
    for _, row in sorted(rows.items()):
        print(row)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
