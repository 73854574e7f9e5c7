"""What can go wrong, each kind saying what it was, where it was met and what to do about it.

>>> str(DocumentError(what="the file is empty", where="notes.txt", remedy="give a file with text in it"))
'notes.txt: the file is empty; give a file with text in it'
>>> str(UnknownNameError(what="unknown commodity 'soybeens'", near=("soybeans", "soybean oil")))
"unknown commodity 'soybeens'; did you mean 'soybeans', 'soybean oil'?"
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

__all__ = [
    "DateError",
    "DocumentError",
    "LanguageError",
    "Message",
    "MissingExtraError",
    "OutputError",
    "SinorusError",
    "UnknownNameError",
    "ValidationError",
]


class Message(str):
    """A sentence in English that remembers its template and what stands in it, so that it can be said in another language, too.

    >>> message = Message("unknown language {code!r}", code="tlh")
    >>> message
    "unknown language 'tlh'"
    >>> message.told(lambda template: {"unknown language {code!r}": "неизвестный язык {code!r}"}[template])
    "неизвестный язык 'tlh'"
    """

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, **values: object) -> Message:
        """Fill the template, as `str.format` does."""
        message = super().__new__(cls, template.format(**values))
        message.template, message.values = template, values
        return message

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        """What makes it again, in another process for one."""
        return (self.template,), self.values

    def told(self, translate: Callable[[str], str]) -> str:
        """Return it by the template that ``translate`` gives for its own; messages that stand in it are told the same way."""
        values = {name: value.told(translate) if isinstance(value, Message) else value for name, value in self.values.items()}
        return translate(self.template).format(**values)


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
        return self.told(str)

    def told(self, translate: Callable[[str], str]) -> str:
        """Return the message in another language: ``translate`` takes the English templates of its parts."""
        what, remedy = (
            part.told(translate) if isinstance(part, Message) else part and translate(part) for part in (self.what, self.remedy)
        )
        place = f"{self.where}: " if self.where else ""
        return f"{place}{what}; {remedy}" if self.remedy else f"{place}{what}"

    # Exception pickles through positional arguments; ours are keywords, and errors cross process borders.
    def __reduce__(self) -> tuple[Callable[..., SinorusError], tuple[type[SinorusError], dict[str, object]]]:
        return _rebuild, (type(self), dict(self.__dict__))


class UnknownNameError(SinorusError, LookupError):
    """A name or code that no register knows; ``near`` holds the known names closest to it, best first."""

    def __init__(self, *, what: str, where: str = "", remedy: str = "", near: tuple[str, ...] = ()) -> None:
        if near and not remedy:
            remedy = Message("did you mean {names}?", names=", ".join(map(repr, near)))
        super().__init__(what=what, where=where, remedy=remedy)
        self.near = near


class DocumentError(SinorusError):
    """A document that cannot be read: missing, empty, binary, or in no encoding that can be told."""


class LanguageError(SinorusError):
    """A language or locale that sinorus does not speak."""

    @classmethod
    def unknown(cls, language: str, known: Iterable[str]) -> LanguageError:
        """Return the error for a code that a caller gave and that is none of the known ones."""
        remedy = Message("give one of {known}, or none", known=", ".join(known))
        return cls(what=Message("unknown language {language!r}", language=language), where="language", remedy=remedy)


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
