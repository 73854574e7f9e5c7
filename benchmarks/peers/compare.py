"""Figures and periods in English news: sinorus beside quantulum3, Recognizers-Text and dateparser, in one run (see the README here).

    python benchmarks/peers/compare.py
    python benchmarks/peers/compare.py --show dateparser

The texts are documents of tests/corpus/en that sinorus was developed on. A figure is right where amount and unit are, a period where
its first and last day are. ``--show`` lists what one reader missed (-) and made up (+). Speed is that of the fastest of the rounds,
in seconds of the processor; a text that comes first and is not counted has every reader load its tables.
"""

import argparse
import datetime
import json
import time
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen
from gold import Mention, Score, mentions, score
from ours import READER
from reading import KINDS, Found, Reader
from theirs import READERS

from sinorus.text import read

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "tests" / "corpus" / "en"


@frozen
class Document:
    name: str
    text: str
    date: datetime.date | None
    gold: dict[str, list[Mention]]


def documents() -> list[Document]:
    found = []
    for path in sorted((HERE / "gold").glob("*.json")):
        known = json.loads((CORPUS / "gold" / path.name).read_text(encoding="utf-8"))["date"]
        date = datetime.date.fromisoformat(known) if known else None
        document = read(CORPUS / "texts" / f"{path.stem}.txt", date=date, language="en")
        found.append(Document(path.stem, document.text, document.date, mentions(path, document.date)))
    return found


def timed(reader: Reader, kind: str, texts: Sequence[Document], rounds: int) -> tuple[list[list[Found]], float]:
    """Return what a reader finds in each text, and in how many seconds it read them all in its fastest round."""
    look = reader.reads[kind]
    found = [look(document.text, document.date) for document in texts]
    spent = []
    for _ in range(rounds):
        began = time.process_time()
        for document in texts:
            look(document.text, document.date)
        spent.append(time.process_time() - began)
    return found, min(spent)


def line(reader: Reader, kind: str, total: Score, speed: float) -> str:
    precision = 100 * total.right / total.found if total.found else 0
    recall = 100 * total.right / total.gold if total.gold else 0
    both = 200 * total.right / (total.found + total.gold) if total.found + total.gold else 0
    return f"{reader.name:18}{kind:8}{total.gold:6}{total.found:7}{precision:8.1f}{recall:7.1f}{both:7.1f}{speed:9.3f}"


def shown(document: Document, got: Score) -> str:
    signed = [("-", each) for each in got.missed] + [("+", each) for each in got.invented]
    return "".join(f"{document.name} {sign} {each}\n" for sign, each in signed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", metavar="READER", help="list what this reader missed (-) and made up (+)")
    parser.add_argument("--rounds", type=int, default=3, help="how often the texts are read for the clock (3)")
    arguments = parser.parse_args()
    texts = documents()
    size = sum(len(document.text.encode()) for document in texts)
    print(f"{len(texts)} documents, {size / 1000:.1f} kB")
    print(f"{'':18}{'':8}{'gold':>6}{'found':>7}{'P':>8}{'R':>7}{'F1':>7}{'MB/s':>9}")
    for kind in KINDS:
        for reader in (READER, *READERS):
            if kind not in reader.reads:
                continue
            found, spent = timed(reader, kind, texts, arguments.rounds)
            scores = [score(document.gold[kind], these) for document, these in zip(texts, found, strict=True)]
            if reader.name == arguments.show:
                print(*map(shown, texts, scores), sep="", end="")
            print(line(reader, kind, sum(scores, Score()), size / 1e6 / spent))


if __name__ == "__main__":
    main()
