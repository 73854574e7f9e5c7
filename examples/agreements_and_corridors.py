"""Which agreements and corridors does a folder mention? Agreements as they stand, corridors once each with every document on them.

python examples/agreements_and_corridors.py [FOLDER ...]     (default: the notes in examples/texts and the seed articles)
"""

import sys
from collections import defaultdict
from pathlib import Path

import sinorus

HERE = Path(__file__).parent


def main(*folders: Path) -> None:
    agreements: list[str] = []
    corridors: dict[str, list[str]] = defaultdict(list)
    for folder in folders or (HERE / "texts", HERE.parent / "seeds"):
        for path in sorted(folder.glob("*.txt")):
            result = sinorus.extract(sinorus.read(path))
            agreements += (f"{path.stem}: {agreement.describe()}" for agreement in result.agreements)
            for report in result.corridors:
                # a corridor of the register has one id, whatever a text calls it
                name = report.corridor.name() if report.corridor else report.name
                corridors[name].append(f"{path.stem}: {report.describe()}")
    print("Agreements", *agreements, sep="\n  ")
    print("Corridors")
    for name, reports in sorted(corridors.items()):
        print(f"  {name}", *reports, sep="\n    ")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
