"""Records in the forms that other tools read (JSON, CSV, data frames), and files written whole or not at all.

JSON Lines is the records' own form: `sinorus.to_jsonl`.

Nothing here knows how records come about, so the result of an extraction can offer these forms itself.
"""

from sinorus.export.atomic import is_folder, make_folder, write, writing
from sinorus.export.csv import COLUMNS, to_csv
from sinorus.export.frames import to_frame
from sinorus.export.json import to_json

__all__ = ["COLUMNS", "is_folder", "make_folder", "to_csv", "to_frame", "to_json", "write", "writing"]
