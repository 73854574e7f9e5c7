"""From the paths of a command to documents, each with a name of its own."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from attrs import evolve, frozen

from sinorus.cli.app import printable
from sinorus.errors import DocumentError, Message
from sinorus.export import is_folder

__all__ = ["STDIN", "SUFFIXES", "Source", "find"]

STDIN = "-"
SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml")
"""What a folder is searched for; a file that is named itself may be called anything."""


@frozen(kw_only=True)
class Source:
    """One document to be read; ``name`` is its id and the stem of its output."""

    path: Path
    name: str

    @property
    def is_stdin(self) -> bool:
        """Whether it comes through standard input."""
        return str(self.path) == STDIN

    def content(self) -> Path | bytes:
        """Return what `sinorus.read` takes."""
        if not self.is_stdin:
            return self.path
        if sys.stdin is None:
            raise DocumentError(what="standard input is closed", where=STDIN, remedy="give a file, or pipe a text in")
        return sys.stdin.buffer.read()


def find(paths: Iterable[str]) -> tuple[list[Source], list[DocumentError]]:
    """Return the documents that the paths lead to, each once, folders searched to their ends, and the folders that hold none.

    A document is called by its stem; those that share one by their file names, and those that share these by their paths.
    """
    found: dict[str, Path] = {}
    errors: list[DocumentError] = []
    for path in map(Path, paths):
        files = [path]
        if is_folder(path):
            files = _inside(path, errors)
            if not files:
                remedy = Message("put {suffixes} files into it, or name the files", suffixes=", ".join(SUFFIXES))
                errors.append(DocumentError(what="no documents in this folder", where=str(path), remedy=remedy))
        for file in files:
            found.setdefault(os.path.realpath(file) if str(file) != STDIN else STDIN, file)
    return _named(list(found.values())), errors


def _inside(folder: Path, errors: list[DocumentError]) -> list[Path]:
    def refused(error: OSError) -> None:
        where = str(error.filename or folder)
        errors.append(
            DocumentError(
                what=Message("the folder cannot be read ({reason})", reason=error.strerror), where=where, remedy="check its permissions"
            )
        )

    files: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += (Path(place, name) for name in sorted(names) if not name.startswith(".") and name.lower().endswith(SUFFIXES))
    return files


def _named(paths: Sequence[Path]) -> list[Source]:
    """Give each path the shortest of its names that it shares with no other, whatever the case of its letters."""
    steps: tuple[Callable[[Path], str], ...] = (lambda path: path.stem, lambda path: path.name, _long_name)
    sources = [Source(path=path, name="stdin" if str(path) == STDIN else "") for path in paths]
    taken = {source.name for source in sources if source.name}
    for step in steps:
        names = [source.name or printable(step(source.path)) for source in sources]
        times = Counter(name.casefold() for name in names)
        sources = [
            source if source.name or times[name.casefold()] > 1 or name.casefold() in taken - {source.name} else evolve(source, name=name)
            for source, name in zip(sources, names, strict=True)
        ]
        taken = {source.name.casefold() for source in sources if source.name}
    return [source if source.name else evolve(source, name=_numbered(source.path, taken)) for source in sources]


def _long_name(path: Path) -> str:
    return "_".join(part for part in path.parts if part not in {os.sep, "..", "."})


def _numbered(path: Path, taken: set[str]) -> str:
    number = 2
    while (name := f"{printable(_long_name(path))}-{number}").casefold() in taken:
        number += 1
    taken.add(name.casefold())
    return name
