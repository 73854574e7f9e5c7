"""Which claims contradict the published annual totals? Each annual figure beside the one that China's customs gave.

python examples/check_against_customs.py [FOLDER]     (default: the notes in examples/texts, one of which has a misprint)

The totals stand in china-customs-annual.csv, each row with where it was read. They are facts to check against, not truth: levels are
revised later, and outlets round. A claim is called a contradiction where the total lies outside what the claim allows by more than
half a percent.
"""

import csv
import sys
from decimal import Decimal
from pathlib import Path

import sinorus
from sinorus.records import FlowStatus

HERE = Path(__file__).parent
SLACK = Decimal("0.005")

Key = tuple[str, str, str, str]
"""Year, measure, exporter, importer."""


def published() -> dict[Key, tuple[Decimal, str]]:
    """The totals in dollars with their sources."""
    with (HERE / "china-customs-annual.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["year"], row["measure"], row["exporter"], row["importer"]): (Decimal(row["usd_bn"]) * 10**9, row["source"])
            for row in csv.DictReader(file)
        }


def main(folder: Path = HERE / "texts") -> None:
    totals = published()
    for path in sorted(folder.glob("*.txt")):
        for flow in sinorus.extract(sinorus.read(path)).flows:
            if flow.commodity is not None or flow.status is not FlowStatus.REPORTED or flow.value is None or flow.value.unit != "USD":
                continue
            total, source = totals.get((str(flow.period), str(flow.measure), str(flow.exporter), str(flow.importer)), (None, ""))
            if total is None:
                continue
            low, high = flow.value.range
            verdict = "agrees" if low * (1 - SLACK) <= total <= high * (1 + SLACK) else "CONTRADICTS"
            print(f"{verdict:11}  {flow.describe()}; customs: {total / 10**9} bn ({source})")
            if verdict == "CONTRADICTS":
                print(f"{'':13}{path.stem} [{flow.evidence[0].start}:{flow.evidence[0].end}] {flow.evidence[0].quote}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
