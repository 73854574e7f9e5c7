"""What goods go which way? Every good that has a flow of its own, under its direction, with its HS codes and its figures.

python examples/goods_by_direction.py [FOLDER ...]     (default: the notes in examples/texts and the seed articles)
"""

import sys
from collections import defaultdict
from pathlib import Path

import sinorus
from sinorus.records import Measure

HERE = Path(__file__).parent


def main(*folders: Path) -> None:
    ways: dict[tuple[str, str], list[str]] = defaultdict(list)
    for folder in folders or (HERE / "texts", HERE.parent / "seeds"):
        for path in sorted(folder.glob("*.txt")):
            for flow in sinorus.extract(sinorus.read(path)).flows:
                if flow.measure is Measure.EXPORTS and flow.commodity is not None and flow.exporter and flow.importer:
                    figure = flow.volume or flow.value or flow.share or flow.change
                    good = f"{flow.commodity.name()} (HS {', '.join(flow.commodity.hs)})"
                    row = f"{good}, {flow.period or 'no period'}: {figure}  [{path.stem}]"
                    ways[flow.exporter.name(), flow.importer.name()].append(row)
    for (exporter, importer), rows in sorted(ways.items()):
        print(f"{exporter} to {importer}")
        for row in sorted(rows):
            print(f"  {row}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
