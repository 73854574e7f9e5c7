"""What can go wrong, each kind saying what it was, where it was met and what to do about it.

>>> str(DocumentError(what="the file is empty", where="notes.txt", remedy="give a file with text in it"))
'notes.txt: the file is empty; give a file with text in it'
>>> str(UnknownNameError(what="unknown commodity 'soybeens'", near=("soybeans", "soybean oil")))
"unknown commodity 'soybeens'; did you mean 'soybeans', 'soybean oil'?"
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = [
    "DateError",
    "DocumentError",
    "LanguageError",
    "MissingExtraError",
    "OutputError",
    "SinorusError",
    "UnknownNameError",
    "ValidationError",
]


class SinorusError(Exception):
    """The base of every error that sinorus raises on purpose.

    ``what`` went wrong, ``where`` (a path, a field, a position; may be empty), and the ``remedy`` (may be empty).
    """

    def __init__(self, *, what: str, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(what, where, remedy)

    def __str__(self) -> str:
        """The one message a user reads: ``where: what; remedy``."""
        place = f"{self.where}: " if self.where else ""
        cure = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{cure}"

    # Exception pickles through positional arguments; ours are keywords, and errors cross process borders.
    def __reduce__(self) -> tuple[Callable[..., SinorusError], tuple[type[SinorusError], dict[str, object]]]:
        return _rebuild, (type(self), dict(self.__dict__))


class UnknownNameError(SinorusError, LookupError):
    """A name or code that no register knows; ``near`` holds the known names closest to it, best first."""

    def __init__(self, *, what: str, where: str = "", remedy: str = "", near: tuple[str, ...] = ()) -> None:
        if near and not remedy:
            remedy = f"did you mean {', '.join(repr(name) for name in near)}?"
        super().__init__(what=what, where=where, remedy=remedy)
        self.near = near


class DocumentError(SinorusError):
    """A document that cannot be read: missing, empty, binary, or in no encoding that can be told."""


class LanguageError(SinorusError):
    """A language or locale that sinorus does not speak."""


class DateError(SinorusError, ValueError):
    """A text that should be a date and is none."""


class ValidationError(SinorusError, ValueError):
    """A value, entity or record that contradicts the contract."""


class OutputError(SinorusError):
    """A target that cannot be written."""


class MissingExtraError(SinorusError, ImportError):
    """Something that needs an optional package which is not installed."""


def _rebuild(kind: type[SinorusError], state: dict[str, object]) -> SinorusError:
    error = kind.__new__(kind)
    Exception.__init__(error, state.get("what"), state.get("where"), state.get("remedy"))
    error.__dict__.update(state)
    return error
