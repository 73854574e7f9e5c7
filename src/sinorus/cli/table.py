"""Records as a table for the terminal."""

import io
import shutil

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sinorus.cli.messages import Catalog, said_in
from sinorus.extraction import Extraction
from sinorus.records import Evidence

__all__ = ["render", "table_of", "width"]

_WIDTH = 120
_STYLES = {
    "TradeFlow": "cyan",
    "Agreement": "magenta",
    "CorridorReport": "green",
    "CommodityMention": "dim",
    "Settlement": "yellow",
    "Pledge": "blue",
}


def width() -> int:
    """Return the width of the terminal, or of COLUMNS where that is set; 120 where output goes elsewhere."""
    return shutil.get_terminal_size((_WIDTH, 24)).columns


def table_of(extraction: Extraction, words: Catalog) -> Table:
    """Return a row for each record: its type, what it says in a language, and the quote that says so (and how many more do)."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column(words.text("record"), no_wrap=True)
    table.add_column(words.text("what it says"), ratio=1)
    table.add_column(words.text("where it says so"), ratio=1)
    for record in extraction.records:
        kind = type(record).__name__
        table.add_row(Text(kind, style=_STYLES.get(kind, "")), Text(record.describe(words.language)), _quotes(record.evidence, words))
    return table


def _quotes(evidence: tuple[Evidence, ...], words: Catalog) -> Text:
    if not evidence:
        return Text()
    first, *more = evidence
    cell = Text(f"“{_flat(first.quote)}” ")
    cell.append(f"[{first.start}:{first.end}]", style="dim")
    if more:
        cell.append(f" {words.count('and {count} more', 'and {count} more', len(more))}", style="dim")
    return cell


def _flat(text: str) -> str:
    return " ".join(text.split())


def render(extraction: Extraction, *, columns: int, color: bool) -> str:
    """Return the document's line and its table as text, with the codes for color where the terminal knows them."""
    document = extraction.document
    count = len(extraction.records)
    words = said_in()
    records = words.count("{count} record", "{count} records", count) if count else words.text("no records")
    known = (document.date.isoformat() if document.date else None, document.source, document.title)
    heading = Text(document.id, style="bold")
    heading.append("".join(f"  {_flat(part)}" for part in known if part), style="default")
    heading.append(f"  {records}", style="dim")
    out = io.StringIO()
    console = Console(file=out, width=columns, force_terminal=color, no_color=not color, highlight=False, emoji=False, legacy_windows=False)
    console.print(heading)
    if count:
        console.print(table_of(extraction, words))
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return "\n".join(lines).strip("\n") + "\n\n"
