"""Where the records of a command go, and in which form: standard output, one file, or a folder with a file a document."""

import os
import sys
import tempfile
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from attrs import frozen

from sinorus.errors import Message, OutputError
from sinorus.export import is_folder, make_folder, to_csv, to_json, write, writing
from sinorus.extraction import Extraction
from sinorus.records import to_jsonl

__all__ = ["FORMATS", "Form", "Sink", "format_of", "means_folder", "opened"]

Sink = Callable[[str, Extraction], None]
"""Takes one document, with the name that its file gets."""


@frozen(kw_only=True)
class Form:
    """How documents are written one after the other, and how a file that holds one of them alone differs."""

    suffix: str
    one: Callable[[Extraction], str]
    alone: Callable[[Extraction], str]
    head: str = ""
    between: str = ""
    tail: str = ""


def _table(extraction: Extraction) -> str:
    from sinorus.cli.table import render, width

    return render(extraction, columns=width(), color=False)


def _json(extraction: Extraction) -> str:
    return to_json(extraction.document, extraction.records)


def _csv(extraction: Extraction) -> str:
    return to_csv(extraction.records, header=False)


def _jsonl(extraction: Extraction) -> str:
    return to_jsonl(extraction.records)


FORMATS = {
    "table": Form(suffix=".table", one=_table, alone=_table),
    "jsonl": Form(suffix=".jsonl", one=_jsonl, alone=_jsonl),
    "json": Form(suffix=".json", one=lambda found: _json(found).rstrip("\n"), alone=_json, head="[\n", between=",\n", tail="\n]\n"),
    "csv": Form(suffix=".csv", one=_csv, alone=lambda found: to_csv(found.records), head=to_csv(())),
}


def means_folder(output: str) -> bool:
    """Whether an output is a folder: it is one, it ends with a slash, or its name has no suffix and no file bears it."""
    path = Path(output)
    return is_folder(path) or output.endswith(("/", "\\")) or (not path.suffix and not path.exists())


def format_of(output: str | None) -> str:
    """Return the format of an output for which none is asked: by its suffix; JSON Lines in a folder; a table on standard output.

    >>> format_of("records.csv"), format_of("records.unknown"), format_of(None)
    ('csv', 'jsonl', 'table')
    """
    if output is None or output == "-":
        return "table"
    suffix = Path(output).suffix.lower()
    named = {".txt": "table", **{form.suffix: name for name, form in FORMATS.items()}}
    return "jsonl" if means_folder(output) else named.get(suffix, "jsonl")


@contextmanager
def opened(output: str | None, name: str, kept: Container[str] = ()) -> Iterator[Sink]:
    """Give the sink of an output in a format; OutputError, before anything is read, where it cannot be written.

    A file takes its place when the block ends, and only if a document came; the files of a folder one by one.
    What stands in ``kept`` (real paths) is never written over.
    """
    form = FORMATS[name]
    if output is None or output == "-":
        with _stream(form, sys.stdout, color=name == "table" and sys.stdout.isatty()) as sink:
            yield sink
    elif means_folder(output):
        yield _folder(form, Path(output), kept)
    else:
        _spare(Path(output), kept)
        with _file(form, Path(output)) as sink:
            yield sink


@contextmanager
def _stream(form: Form, handle: TextIO, *, color: bool) -> Iterator[Sink]:
    count = 0

    def put(_: str, extraction: Extraction) -> None:
        nonlocal count
        handle.write(form.between if count else form.head)
        handle.write(_colored(extraction) if color else form.one(extraction))
        count += 1

    yield put
    handle.write(form.tail if count else form.head + form.tail)


def _colored(extraction: Extraction) -> str:
    from sinorus.cli.table import render, width

    return render(extraction, columns=width(), color=True)


class _NothingCameError(Exception):
    """Leaves a file as it was."""


@contextmanager
def _file(form: Form, path: Path) -> Iterator[Sink]:
    came = False
    with suppress(_NothingCameError), writing(path) as handle, _stream(form, handle, color=False) as put:

        def noted(name: str, extraction: Extraction) -> None:
            nonlocal came
            came = True
            put(name, extraction)

        yield noted
        if not came:
            raise _NothingCameError


def _folder(form: Form, folder: Path, kept: Container[str]) -> Sink:
    make_folder(folder)
    try:
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise OutputError(
            what=Message("nothing can be written into this folder ({reason})", reason=error.strerror),
            where=str(folder),
            remedy="give another",
        ) from None

    def put(name: str, extraction: Extraction) -> None:
        target = folder / f"{name}{form.suffix}"
        _spare(target, kept)
        write(target, form.alone(extraction))

    return put


def _spare(target: Path, kept: Container[str]) -> None:
    """Refuse to write over a document that is being read."""
    if os.path.realpath(target) in kept:
        raise OutputError(what="this is one of the documents, and stays as it is", where=str(target), remedy="give another output")
