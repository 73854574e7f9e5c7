"""Files that appear whole or not at all: written beside their place under another name, then moved there."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from sinorus.errors import Message, OutputError

__all__ = ["is_folder", "make_folder", "write", "writing"]

_MODE = 0o666


def is_folder(path: Path) -> bool:
    """Whether there is a folder of that name; a name that no file can bear is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


@contextmanager
def writing(target: str | os.PathLike[str]) -> Iterator[TextIO]:
    """Give a handle for the new contents of ``target``, which takes its place when the block ends without an error.

    UTF-8 with ``\\n``. The folders above are made. OutputError where the target cannot be written; then, and on any error in the block,
    what stood there before stands there still.
    """
    path = Path(target)
    if is_folder(path):
        raise OutputError(what="a folder stands where the file should be written", where=str(path), remedy="give the name of a file")
    # a link stays a link: what it points to is replaced
    path = Path(os.path.realpath(path))
    if _is_device(path):
        with _device(path) as handle:
            yield handle
        return
    make_folder(path.parent)
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".part", dir=path.parent)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as handle:
            yield handle
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException as error:
        with suppress(OSError):
            Path(name).unlink()
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise _refused(path, error) from None
        raise


def write(target: str | os.PathLike[str], text: str) -> None:
    """Write ``text`` as the whole contents of ``target``: see `writing`."""
    with writing(target) as handle:
        handle.write(text)


def _is_device(path: Path) -> bool:
    try:
        return path.exists() and not path.is_file()
    except OSError:
        return False


@contextmanager
def _device(path: Path) -> Iterator[TextIO]:
    """A pipe or device has no contents to keep and cannot be replaced."""
    try:
        with path.open("w", encoding="utf-8", newline="\n") as handle:
            yield handle
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _refused(path, error) from None


def make_folder(folder: Path) -> None:
    """Make a folder and those above it where they are missing; OutputError where a file stands in the way or it is not allowed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(what="a file stands where a folder should be", where=str(folder), remedy="give another folder") from None
    except (OSError, ValueError) as error:
        raise _refused(folder, error) from None


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets; a temporary file is its owner's alone."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return _MODE & ~mask


def _refused(path: Path, error: Exception) -> OutputError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return OutputError(
        what=Message("cannot be written ({reason})", reason=reason), where=str(path), remedy="give a place that can be written to"
    )
