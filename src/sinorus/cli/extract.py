"""``sinorus extract``: documents in, records out."""

import datetime
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click
from attrs import define

from sinorus.cli.app import UNREADABLE, complain, day, language_code
from sinorus.cli.messages import said_in
from sinorus.cli.output import FORMATS, Sink, format_of, opened
from sinorus.cli.sources import Source, find
from sinorus.cli.speech import Command
from sinorus.errors import DocumentError, Message, OutputError, SinorusError
from sinorus.languages import LANGUAGES
from sinorus.pipeline import extract
from sinorus.text import read

__all__ = ["command"]


@define
class _Tally:
    documents: int = 0
    records: int = 0
    unread: int = 0

    def __str__(self) -> str:
        words = said_in()
        parts = [
            words.count("{count} document", "{count} documents", self.documents),
            words.count("{count} record", "{count} records", self.records),
        ]
        if self.unread:
            parts.append(words.count("{count} not read", "{count} not read", self.unread))
        return ", ".join(parts)


@click.command("extract", cls=Command, short_help="Extract the records of files and folders.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--date", metavar="YYYY-MM-DD", callback=day, help="The day the documents are of; wins over what they say.")
@click.option(
    "--language",
    metavar="|".join(LANGUAGES),
    callback=language_code,
    help="The language they are in; otherwise told from the text.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="Default: by the suffix of a FILE, jsonl in a DIR, else a table with the quote of each record.",
)
@click.option("--output", "-o", metavar="FILE|DIR", help="One file for all, or a folder that gets one STEM.jsonl a document.")
def command(paths: tuple[str, ...], date: datetime.date | None, language: str | None, form: str | None, output: str | None) -> None:
    """Extract the records of documents: text or HTML files, folders of them, - for standard input.

    Folders are searched to their ends for .txt, .text, .md, .html, .htm and .xhtml files. Documents that share a stem keep their whole
    file name (a.txt.jsonl, a.html.jsonl). A DIR is a folder that exists, ends with a slash or has no suffix. Files are written whole or
    not at all, as UTF-8.

    Exit code 0: all read. 1: some document could not be read, the others are done. 2: wrong usage, or an output that cannot be written.

    \b
    Examples:
      sinorus extract seeds/
      sinorus extract seeds/ --format jsonl --output out/
      sinorus extract brief.txt --date 2023-11-07 --output brief.csv
      curl -s https://example.org/article | sinorus extract - --format json
    """
    sources, errors = find(paths)
    name = form or format_of(output)
    tally = _Tally()
    kept = frozenset(os.path.realpath(source.path) for source in sources)
    with opened(output, name, kept) as sink:
        for error in errors:
            complain(error)
            tally.unread += 1
        with _progress(sources, shown=output is not None or not sys.stdout.isatty()) as waiting:
            for source in waiting:
                _one(source, date, language, sink, tally)
        if name == "table" and output is None:
            click.echo(str(tally))
    if output is not None and output != "-":
        place = Message("written to {output}", output=output) if tally.documents else Message("nothing written")
        click.echo(f"{tally}; {said_in().text(place)}", err=True)
    if tally.unread:
        sys.exit(UNREADABLE)


def _one(source: Source, date: datetime.date | None, language: str | None, sink: Sink, tally: _Tally) -> None:
    """Read and write one document; a document that cannot be read stops no other."""
    try:
        found = extract(read(source.content(), date=date, language=language, id=source.name), date=date, language=language)
    except OutputError:
        raise
    except SinorusError as error:
        complain(_placed(error, source))
        tally.unread += 1
        return
    except MemoryError:
        complain(DocumentError(what="too little memory to read it", where=str(source.path), remedy="split it into its articles"))
        tally.unread += 1
        return
    except Exception as error:  # a fault of ours in one document must not cost the user the others, nor show a traceback
        what = Message("a fault in sinorus ({fault})", fault=f"{type(error).__name__}: {error}")
        complain(DocumentError(what=what, where=str(source.path), remedy="please report it with this document"))
        tally.unread += 1
        return
    sink(source.name, found)
    tally.documents += 1
    tally.records += len(found.records)


def _placed(error: SinorusError, source: Source) -> SinorusError:
    """The error at the path that the user gave, not at the document's id or at nameless bytes."""
    error.where = "standard input" if source.is_stdin else str(source.path)
    return error


@contextmanager
def _progress(sources: list[Source], *, shown: bool) -> Iterator[Iterable[Source]]:
    """Give the documents, with a bar on standard error where that is a terminal, the work is long and the table does not scroll by."""
    if not shown or len(sources) < 2 or not sys.stderr.isatty():
        yield sources
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        yield bar.track(sources, description=said_in().text("reading"))
