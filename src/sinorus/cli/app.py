"""The command and what all its parts share: messages, exit codes, dates and languages.

Exit codes: 0 all done; 1 a document could not be read (the others are done); 2 the command itself cannot be carried out.
"""

import datetime
import sys
from difflib import get_close_matches
from typing import Any

import click

from sinorus import __version__
from sinorus.cli.messages import said_in
from sinorus.cli.speech import Context, language_option, said_again
from sinorus.errors import Message, SinorusError

__all__ = ["UNREADABLE", "USAGE", "Sinorus", "complain", "day", "language_code", "main", "printable"]

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
UNREADABLE = 1
USAGE = 2

_COMMANDS = {
    "evaluate": "sinorus.cli.evaluate",
    "explain": "sinorus.cli.explain",
    "extract": "sinorus.cli.extract",
    "schema": "sinorus.cli.schema",
    "world": "sinorus.cli.world",
}


class Sinorus(click.Group):
    """Loads a command when it is called, and turns every error of ours into one message."""

    context_class = Context

    def make_context(self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any) -> click.Context:
        """Read the options before the command's name."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            raise said_again(error) from None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called; UsageError where there is none of that name."""
        if args[0] not in _COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], _COMMANDS, n=1)
            names = ", ".join(map(repr, near or sorted(_COMMANDS)))
            raise click.UsageError(Message("No such command {name!r}; did you mean {names}?", name=args[0], names=names), ctx)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name not in _COMMANDS:
            return None
        from importlib import import_module

        command: object = import_module(_COMMANDS[cmd_name]).command
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> object:
        """Carry out the command; what goes wrong is said once, on standard error."""
        _plain_streams()
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except click.UsageError as error:
            raise said_again(error) from None
        except SinorusError as error:
            complain(error)
            ctx.exit(USAGE)
        except BrokenPipeError:
            raise  # whoever reads our output has seen enough: click ends quietly
        except OSError as error:
            what = Message("reading or writing failed ({reason})", reason=error.strerror or str(error))
            where = str(error.filename) if error.filename else said_in(ctx).text("standard output")
            complain(SinorusError(what=what, where=where, remedy="check the path and the space on the disk"))
            _drop_output()
            ctx.exit(USAGE)
        return result


@click.group(cls=Sinorus, context_settings=_CONTEXT, params=[language_option()])
@click.version_option(__version__, prog_name="sinorus")
def main() -> None:
    """Read what was said about Sino-Russian trade and print it as records that can be cited.

    \b
    Examples:
      sinorus extract seeds/
      sinorus extract news/ --format jsonl --output out/
      sinorus explain "Russian coal exports to China rose 12% in 2023."
      sinorus world corridors siberia
    """


def day(_: click.Context, __: click.Parameter, value: str | None) -> datetime.date | None:
    """Return the day that an option gives as YYYY-MM-DD."""
    if value is None:
        return None
    try:
        if len(value) == len("YYYY-MM-DD"):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    raise click.BadParameter(Message("{value!r} is no date; give a day as YYYY-MM-DD, as 2023-11-07", value=value))


def language_code(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Return the code of a language that records are read from."""
    if value is None:
        return None
    from sinorus.languages import LANGUAGES

    if value.lower() not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise click.BadParameter(
            Message("unknown language {value!r}; give one of {known}, or leave it to the text", value=value, known=known)
        )
    return value.lower()


def complain(error: SinorusError | str) -> None:
    """Say on standard error what went wrong, on one line whatever is in it."""
    words = said_in()
    said = words.error(error) if isinstance(error, SinorusError) else words.text(error)
    click.echo(f"sinorus: {printable(said)}", err=True)


def printable(text: str) -> str:
    """Return a text on one line, whatever is in it: what cannot be printed (halves of characters, too) is written out.

    >>> print(printable("a\\nb\\udcff"))
    a\\nb\\udcff
    """
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)


def _plain_streams() -> None:
    """Records hold every script: what is piped is UTF-8, and a terminal that lacks a character gets its number instead."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            if not stream.isatty():
                reconfigure(encoding="utf-8")
            reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Forget what could not be written, or Python tries again at its end and says so."""
    import os

    descriptor = os.open(os.devnull, os.O_WRONLY)
    os.dup2(descriptor, sys.stdout.fileno())
