"""How right is extraction on the development corpus? Record and slot figures by type, for each language and part.

    python benchmarks/accuracy.py [--language en] [--part test] [--show]

Every document of tests/corpus is read with the date that its gold says a caller knows. ``--show`` lists what was wrong, missed and
invented; do not read it for the test part, or it stops being one.
"""

import argparse
import datetime
import json
from pathlib import Path

import sinorus
from sinorus.evaluation import Evaluation
from sinorus.languages import LANGUAGES
from sinorus.records import Record

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
PARTS = ("dev", "test")


def evaluated(language: str, part: str) -> tuple[int, Evaluation]:
    """The number of documents of a part, and how the extraction does on them."""
    gold, found = {}, {}
    for path in sorted((CORPUS / language / "gold").glob("*.json")):
        whole = json.loads(path.read_text(encoding="utf-8"))
        if whole.get("part") == part:
            gold[path.stem] = whole["records"]
            found[path.stem] = records_of(CORPUS / language / "texts" / f"{path.stem}.txt", whole.get("date"), language)
    return len(gold), sinorus.evaluate(gold, found)


def records_of(path: Path, date: str | None, language: str) -> tuple[Record, ...]:
    day = datetime.date.fromisoformat(date) if date else None
    return sinorus.extract(sinorus.read(path, date=day, language=language)).records


def main() -> None:
    parser = argparse.ArgumentParser(description="Record and slot figures on the development corpus.")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    for language in [given.language] if given.language else LANGUAGES:
        for part in [given.part] if given.part else PARTS:
            count, evaluation = evaluated(language, part)
            print(f"{language} {part}: {count} documents", *(evaluation.differences if given.show else ()), evaluation, "", sep="\n")


if __name__ == "__main__":
    main()
