"""Do reports in English, Russian and Chinese give the same record? One story in three languages, and one record in three languages.

python examples/three_languages.py [FOLDER]     (default: examples/story)
"""

import sys
from pathlib import Path

import sinorus
from sinorus.languages import LANGUAGES

STORY = Path(__file__).parent / "story"


def main(folder: Path = STORY) -> None:
    told = {code: sinorus.extract(sinorus.read(folder / f"{code}.txt")).flows for code in LANGUAGES}
    first = told["en"][0]
    for code, flows in told.items():
        same = len(flows) == 1 and flows[0].same_claim(first)
        print(f"{code}: {'the same claim' if same else 'another claim'}: {flows[0].evidence[0].quote}")
    for locale in ("en", "ru", "zh"):
        print(f"described in {locale}: {first.describe(locale)}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
