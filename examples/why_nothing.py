"""Why did a sentence give no flow? What looked like one, why it is none, and what was found on the way.

python examples/why_nothing.py [TEXT]     (default: a price, a flow between others, a growth without a size)
"""

import datetime
import sys

import sinorus
from sinorus.languages.meaning import Figure

TEXT = (
    "China's imports of Russian coal came at an average price of $90 in 2023. "
    "Exports of coal from Australia to Japan fell by 12 percent. "
    "China's trade with Russia grew."
)


def main(text: str = TEXT) -> None:
    explanation = sinorus.explain(text, date=datetime.date(2025, 1, 14))
    for step in explanation.steps:
        flows = sum(isinstance(record, sinorus.TradeFlow) for record in step.parsed.records)
        print(f"{step.scanned.quote().strip()}\n  {flows or 'no'} flow{'' if flows == 1 else 's'}")
        for dropped in step.parsed.dropped:
            print(f"  {text[dropped.start : dropped.end]!r}: {dropped.reason}")
        if not step.parsed.dropped:
            figures = sum(mention.mask & Figure.bit != 0 for mention in step.scanned.mentions)
            print(f"  nothing was dropped; {figures or 'no'} figure{'' if figures == 1 else 's'} in it to make a flow of")
    print("\nEvery stage of the first sentence:\n")
    print(str(explanation).partition("\nsentence 2")[0])


if __name__ == "__main__":
    main(*sys.argv[1:])
