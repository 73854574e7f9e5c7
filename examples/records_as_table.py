"""How do I get the records into a spreadsheet or into pandas? As CSV always; as a data frame with the extra ``frames``.

python examples/records_as_table.py [FOLDER]     (default: the notes in examples/texts)
"""

import sys
from importlib.util import find_spec
from pathlib import Path

import sinorus
from sinorus.export import to_csv, to_frame
from sinorus.records import Record

TEXTS = Path(__file__).parent / "texts"


def records_of(folder: Path) -> list[Record]:
    return [record for path in sorted(folder.glob("*.txt")) for record in sinorus.extract(sinorus.read(path)).records]


def main(folder: Path = TEXTS) -> None:
    records = records_of(folder)
    lines = to_csv(records).splitlines()
    print(f"{len(lines) - 1} rows of {len(lines[0].split(','))} columns as CSV")
    if find_spec("pandas") is None:
        print('no data frame: pandas is missing; install it with: pip install "sinorus[frames]"')
        return
    flows = to_frame(records, "flows")
    dollars = flows[(flows["value_unit"] == "USD") & (flows["status"] == "reported")]
    print(dollars[["period", "measure", "exporter", "importer", "value", "change_by"]].sort_values("period").to_string(index=False))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
