"""What do these texts say, as data? Counts by type for each document, then every flow with the words that say so.

python examples/what_the_texts_say.py [FOLDER]     (default: the five seed articles)
"""

import sys
from collections import Counter
from pathlib import Path

import sinorus

SEEDS = Path(__file__).parents[1] / "seeds"


def main(folder: Path = SEEDS) -> None:
    for path in sorted(folder.glob("*.txt")):
        result = sinorus.extract(sinorus.read(path))
        counts = Counter(type(record).__name__ for record in result.records)
        print(f"{result.document.id}: {', '.join(f'{count} {kind}' for kind, count in sorted(counts.items()))}")
        for flow in result.flows:
            place = flow.evidence[0]
            print(f"  {flow.describe()}\n    [{place.start}:{place.end}] {place.quote}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
