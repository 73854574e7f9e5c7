"""Click's own words in the language of the user: headings of the help, and what is said of wrong usage.

Click looks its words up in one catalogue of the whole process, which a library has no business to set; so they are said anew here.
"""

from collections.abc import Iterable
from gettext import NullTranslations
from typing import IO, Any

import click
from click.utils import echo

from sinorus.cli.messages import LANGUAGES, Catalog, chosen, said_in
from sinorus.errors import Message

__all__ = ["Command", "Context", "language_option", "said_again"]


class Formatter(click.HelpFormatter):
    """Writes help in the language of a catalogue; what is not in it stays as it is."""

    catalog: Catalog = Catalog("en", NullTranslations())

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is called."""
        super().write_usage(prog, " ".join(map(self.catalog.text, args.split())), prefix or f"{self.catalog.text('Usage:')} ")

    def write_heading(self, heading: str) -> None:
        """Write the title of a section."""
        super().write_heading(self.catalog.text(heading))

    def write_text(self, text: str) -> None:
        """Write a paragraph."""
        super().write_text(self.catalog.text(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write options or commands, each with what it does."""
        super().write_dl([(name, self.catalog.text(text)) for name, text in rows], col_max, col_spacing)


class Context(click.Context):
    """A context whose help speaks the user's language."""

    def make_formatter(self) -> click.HelpFormatter:
        """Return a formatter with the catalogue that is asked for."""
        formatter = Formatter(width=self.terminal_width, max_width=self.max_content_width)
        formatter.catalog = said_in(self)
        return formatter


class Command(click.Command):
    """A command that takes --lang and speaks the user's language."""

    context_class = Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what click takes."""
        super().__init__(*args, **kwargs)
        self.params.append(language_option())


def language_option() -> click.Option:
    """Return the option that sets the language of what is said, not of what is read."""
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        is_eager=True,
        expose_value=False,
        callback=chosen,
        help="The language of messages and descriptions; otherwise that of LANG.",
    )


class _SaidError(click.UsageError):
    """Wrong usage, told with the words of a catalogue."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the usage of the command, where to find more, and what was wrong."""
        words = said_in(self.ctx)
        if self.ctx is not None:
            echo(self.ctx.get_usage(), file=file, err=file is None)
            hint = Message("Try '{command} {option}' for help.", command=self.ctx.command_path, option=self.ctx.help_option_names[0])
            echo(f"{words.text(hint)}\n", file=file, err=file is None)
        echo(words.text(Message("Error: {reason}", reason=self.format_message())), file=file, err=file is None)


def said_again(error: click.UsageError) -> click.UsageError:
    """Return the same error in the user's language; a kind of error that we do not know keeps click's words."""
    message = _message(error)
    return error if message is None else _SaidError(said_in(error.ctx).text(message), error.ctx)


def _message(error: click.UsageError) -> Message | None:
    match error:
        case click.NoSuchOption():
            return Message("No such option {name!r}.", name=error.option_name)
        case click.MissingParameter() if error.param is not None:
            return Message("Missing {name}.", name=_hint(error))
        case click.BadParameter() if error.param is not None:
            if isinstance(error.param.type, click.Choice) and not isinstance(error.message, Message):
                return Message(
                    "Invalid value for {name}: give one of {known}.", name=_hint(error), known=", ".join(map(str, error.param.type.choices))
                )
            return Message("Invalid value for {name}: {reason}", name=_hint(error), reason=error.message)
        case _:
            return error.message if isinstance(error.message, Message) else None


def _hint(error: click.BadParameter) -> str:
    """The option or argument as a user writes it."""
    return error.param.get_error_hint(error.ctx) if error.param is not None and error.ctx is not None else ""
