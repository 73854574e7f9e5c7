"""How fast a page becomes records: MB/s of `extract` on one core, beside `re` finding all numbers in the same text in the same run.

    python benchmarks/speed.py
    python benchmarks/speed.py --rounds 15 --kilobytes 1000

The seed articles are read one after the other, again and again, as news comes. Then a text as dense with figures as a customs bulletin,
which `dense_text` makes up; then the corpus, joined to one document a language. Counted is everything from a `str` to the finished
`Extraction`: cleaning, language, sentences, scanning, parsing, merging; the tables are loaded before. A figure is the median of the
rounds, in seconds of the processor and not of the clock on the wall. Machines differ; the ratio to `re` hardly does.
"""

import argparse
import os
import re
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dense_text import dense

from sinorus import extract
from sinorus.languages import LANGUAGES

ROOT = Path(__file__).parents[1]
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def samples(kilobytes: int) -> dict[str, tuple[str, list[str]]]:
    """Texts by name, with their language; the first two of about so many kilobytes."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    times = max(1, round(kilobytes * 1000 / sum(map(len, seeds))))
    found = {"seed articles": ("en", seeds * times), "made-up figures": ("en", dense(kilobytes * 1000))}
    for language in LANGUAGES:
        paths = sorted((ROOT / "tests" / "corpus" / language / "texts").glob("*.txt"))
        if paths:
            found[f"corpus, {language}"] = language, ["\n\n".join(path.read_text(encoding="utf-8") for path in paths)]
    return found


def seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return what the processor spends on the texts."""
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def measure(name: str, language: str, texts: Sequence[str], rounds: int) -> None:
    """Print a line for these texts."""

    def records(text: str) -> object:
        return extract(text, language=language)

    size = sum(len(text.encode()) for text in texts) / 1e6
    figures = sum(len(NUMBER.findall(text)) for text in texts)
    records(texts[0])
    pairs = [(seconds(records, texts), seconds(NUMBER.findall, texts)) for _ in range(rounds)]
    speed, beside = (size / statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{name:16}{size * 1000:>6.0f}{figures / size / 1000:>15.1f}{speed:>16.2f}{beside:>12.0f}{beside / speed:>8.0f}")


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description="Measure sinorus.extract.")
    parser.add_argument("--rounds", type=int, default=7, help="rounds of which the median counts (7)")
    parser.add_argument("--kilobytes", type=int, default=100, help="about as much of the seeds and of the made-up text a round (100)")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):  # one core, and the same one throughout
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(f"{'':16}{'kB':>6}{'numbers a kB':>15}{'extract, MB/s':>16}{'re, MB/s':>12}{'ratio':>8}")
    for name, (language, texts) in samples(options.kilobytes).items():
        measure(name, language, texts, options.rounds)


if __name__ == "__main__":
    main()
