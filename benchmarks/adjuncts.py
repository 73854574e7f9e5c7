"""How much does extraction hang on a text's turns? The share of right flows that are lost where words are added that change nothing.

    python benchmarks/adjuncts.py [--language en] [--every 4]

To each sentence with a figure of every fourth development document the words of tests/property/adjuncts.toml are added, one at a
time: at its end, or between a name and the verb right behind it. Words ahead of a sentence are left to the tests, for its first letter
would have to change. A sentence of the background ("The two countries established relations in 1991.") is added once, in the middle of
the document, between two sentences of one paragraph. A flow counts as lost that is right in the document as it stands and not in the
other one.
"""

import argparse
import datetime
import json
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from attrs import evolve, frozen

from sinorus import Document, TradeFlow, extract, read
from sinorus.evaluation.pairing import is_right, pairs
from sinorus.evaluation.slots import JsonRecord
from sinorus.languages import LANGUAGES
from sinorus.languages import meaning as m
from sinorus.languages.meaning import Use
from sinorus.pipeline import steps
from sinorus.records.jsonl import to_dict
from sinorus.scan.mention import Mention

TESTS = Path(__file__).parents[1] / "tests"
NAMED = m.Party.bit | m.Goods.bit | m.Head.bit


@frozen
class Marked:
    """A document, the flows of its gold, and where words may be added."""

    document: Document
    gold: list[JsonRecord]
    tails: list[int]
    betweens: list[int]
    backgrounds: list[int]

    def places(self, where: str) -> list[int]:
        """Where words of this kind are added."""
        return {"tail": self.tails, "between": self.betweens, "background": self.backgrounds}[where]

    def right(self, text: str) -> set[int]:
        """Which flows of the gold are right in a text."""
        records = extract(evolve(self.document, text=text, furniture=(), repairs=())).records
        found = [to_dict(record) for record in records if isinstance(record, TradeFlow)]
        return {one for one, other in pairs(self.gold, found) if is_right(self.gold[one], found[other])}


def marked(path: Path, language: str) -> Marked | None:
    gold = json.loads(path.read_text("utf-8"))
    if gold["part"] != "dev":
        return None
    date = datetime.date.fromisoformat(gold["date"]) if gold["date"] else None
    document = read(path.parents[1] / "texts" / f"{path.stem}.txt", date=date, language=language)
    tails, betweens, inner = [], [], []
    last = None
    for step in steps(document):
        span, mentions = step.sentence.span, step.scanned.mentions
        if last is not None and (last.kind, last.paragraph) == (step.sentence.kind, step.sentence.paragraph) == (
            "sentence",
            last.paragraph,
        ):
            inner.append(step.sentence.span.start)
        last = step.sentence
        if step.sentence.kind != "sentence" or not step.scanned.mask & m.Figure.bit:
            continue
        if document.text[span.end - 1] in ".。":
            tails.append(span.end - 1)
        betweens += list(before_verbs(mentions))[:1]
    flows = [record for record in gold["records"] if record["type"] == "TradeFlow"]
    return Marked(document, flows, tails, betweens, inner[len(inner) // 2 :][:1])


def before_verbs(mentions: tuple[Mention, ...]) -> Iterator[int]:
    """Where a name ends that its verb follows."""
    for before, mention in pairwise(mentions):
        moved = mention.get(m.Movement)
        if moved is not None and moved.use is Use.VERB and before.mask & NAMED and before.end == mention.start - 1:
            yield before.end


def added(text: str, places: list[int], words: str) -> str:
    parts, start = [], 0
    for place in places:
        parts += [text[start:place], words]
        start = place
    return "".join(parts) + text[start:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--every", type=int, default=4)
    asked = parser.parse_args()
    adjuncts = tomllib.loads((TESTS / "property" / "adjuncts.toml").read_text("utf-8"))
    for language in asked.language or LANGUAGES:
        paths = sorted((TESTS / "corpus" / language / "gold").glob("*.json"))[:: asked.every]
        documents = [each for path in paths if (each := marked(path, language)) is not None]
        right = [each.right(each.document.text) for each in documents]
        whole = sum(map(len, right))
        print(f"{language}: {len(documents)} documents, {whole} flows right")
        for where in ("tail", "between", "background"):
            for words in adjuncts[language][where]:
                texts = [added(each.document.text, each.places(where), words) for each in documents]
                lost = sum(len(kept - each.right(text)) for each, kept, text in zip(documents, right, texts, strict=True))
                print(f"  {lost / whole:6.1%}  {where:10} {words}")


if __name__ == "__main__":
    main()
