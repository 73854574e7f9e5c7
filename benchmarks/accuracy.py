"""How right is extraction on the development corpus? Record and slot figures by type, for each language and part.

    python benchmarks/accuracy.py [--language en] [--part test] [--causes] [--show]
    python benchmarks/accuracy.py --write

Every document of tests/corpus is read with the date that its gold says a caller knows. ``--causes`` counts, for each type, what was missed
and invented and in which core fields the others differ, without showing one; ``--show`` lists what was wrong, missed and invented: do not
read it for the test part, or it stops being one. ``--write`` puts the figures into README.md and docs/accuracy.md.
"""

import argparse
import datetime
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

import sinorus
from sinorus.evaluation import Count, Difference, Evaluation
from sinorus.evaluation.pairing import is_right
from sinorus.evaluation.slots import CORE
from sinorus.languages import LANGUAGES
from sinorus.records import Confidence, Record, TradeFlow

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "tests" / "corpus"
PARTS = ("dev", "test")
BEGIN, END = "<!-- accuracy -->", "<!-- end of accuracy -->"
STEPS = [str(step) for step in Confidence]
NAMES = {"en": "English", "ru": "Russian", "zh": "Chinese"}


@frozen
class Part:
    """What came of one part of the corpus in one language."""

    language: str
    name: str
    documents: int
    evaluation: Evaluation
    sure: Counter[str]
    """How many flows were found, by confidence."""

    def lines(self, *, causes: bool = False, show: bool = False) -> list[str]:
        """The figures as a table, and what else is asked for."""
        shown = [str(difference) for difference in self.evaluation.differences] if show else []
        return [
            f"{self.language} {self.name}: {self.documents} documents",
            str(self.evaluation),
            *(counted(self) if causes else ()),
            *shown,
        ]


def measured(language: str, name: str) -> Part:
    gold, found = {}, {}
    sure: Counter[str] = Counter()
    for path in sorted((CORPUS / language / "gold").glob("*.json")):
        whole = json.loads(path.read_text(encoding="utf-8"))
        if whole.get("part") == name:
            gold[path.stem] = whole["records"]
            found[path.stem] = records_of(CORPUS / language / "texts" / f"{path.stem}.txt", whole.get("date"), language)
            sure.update(str(record.confidence) for record in found[path.stem] if isinstance(record, TradeFlow))
    return Part(language, name, len(gold), sinorus.evaluate(gold, found), sure)


def records_of(path: Path, date: str | None, language: str) -> tuple[Record, ...]:
    day = datetime.date.fromisoformat(date) if date else None
    return sinorus.extract(sinorus.read(path, date=day, language=language)).records


def counted(part: Part) -> list[str]:
    """A line a type: how many records were missed and invented, and how many of the others differ in each core field."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in CORE}
    for difference in part.evaluation.differences:
        known = difference.gold or difference.predicted or {}
        counts[str(known["type"])].update(_fields(difference))
    return [f"{kind}: {', '.join(f'{name} {count}' for name, count in found.most_common())}" for kind, found in counts.items() if found]


def _fields(difference: Difference) -> list[str]:
    gold, found = difference.gold, difference.predicted
    if gold is None or found is None:
        return [difference.kind]
    kind = gold["type"]
    return [name for name in CORE[str(kind)] if not is_right({"type": kind, name: gold.get(name)}, {"type": kind, name: found.get(name)})]


def worth(parts: Sequence[Part]) -> str:
    """How many of the flows found are right, by confidence, as Markdown."""
    head = "| confidence | part | flows found | right |\n|---|---|--:|--:|\n"
    rows = []
    for name in PARTS:
        found, wrong = Counter[str](), Counter[str]()
        for part in (each for each in parts if each.name == name):
            found += part.sure
            wrong.update(
                str(each.predicted["confidence"])
                for each in part.evaluation.differences
                if each.predicted is not None and each.predicted["type"] == "TradeFlow"
            )
        rows += [f"| {step} | {name} | {found[step]} | {100 - 100 * wrong[step] / found[step]:.1f} % |\n" for step in STEPS if found[step]]
    return head + "".join(rows)


def table(parts: Sequence[Part]) -> str:
    """The record figures of flows and of all types, as Markdown."""
    head = "| | part | documents | flows: P | R | F1 | all types: P | R | F1 |\n|---|---|--:|--:|--:|--:|--:|--:|--:|\n"
    rows = (
        f"| {NAMES[part.language]} | {part.name} | {part.documents} | {_rates(part.evaluation.records['TradeFlow'])} "
        f"| {_rates(part.evaluation.total)} |\n"
        for part in parts
    )
    return head + "".join(rows)


def _rates(count: Count) -> str:
    rates = count.rates
    return " | ".join(f"{100 * rate:.1f}" for rate in (rates.precision, rates.recall, rates.f1))


def write(parts: Sequence[Part]) -> None:
    day = datetime.datetime.now(tz=datetime.UTC).date()
    short = f"Measured on {day}:\n\n{table(parts)}"
    full = "".join("```text\n" + "\n".join(part.lines(causes=True)) + "\n```\n\n" for part in parts)
    for path, text in ((ROOT / "README.md", short), (ROOT / "docs" / "accuracy.md", f"{short}\n{worth(parts)}\n{full}")):
        before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
        path.write_text(f"{before}{BEGIN}\n\n{text.rstrip()}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Record and slot figures on the development corpus.")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--causes", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    if given.write and (given.language or given.part):
        parser.error("--write takes all languages and parts")
    languages = [given.language] if given.language else LANGUAGES
    parts = [measured(language, name) for language in languages for name in ([given.part] if given.part else PARTS)]
    for part in parts:
        print(*part.lines(causes=given.causes, show=given.show), "", sep="\n")
    if not (given.language or given.part):
        print(worth(parts))
    if given.write:
        write(parts)


if __name__ == "__main__":
    main()
