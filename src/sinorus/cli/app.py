"""The command and what all its parts share: messages, exit codes, dates and languages.

Exit codes: 0 all done; 1 a document could not be read (the others are done); 2 the command itself cannot be carried out.
"""

import datetime
import sys

import click

from sinorus import __version__
from sinorus.errors import SinorusError

__all__ = ["UNREADABLE", "USAGE", "Sinorus", "complain", "counted", "day", "language_code", "main", "printable"]

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
        except SinorusError as error:
            complain(error)
            ctx.exit(USAGE)
        except BrokenPipeError:
            raise  # whoever reads our output has seen enough: click ends quietly
        except OSError as error:
            where = f"{error.filename}: " if error.filename else "standard output: "
            complain(f"{where}reading or writing failed ({error.strerror or error}); check the path and the space on the disk")
            _drop_output()
            ctx.exit(USAGE)
        return result


@click.group(cls=Sinorus, context_settings=_CONTEXT)
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
    raise click.BadParameter(f"{value!r} is no date; give a day as YYYY-MM-DD, as 2023-11-07")


def language_code(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Return the code of a language that records are read from."""
    if value is None:
        return None
    from sinorus.languages import LANGUAGES

    if value.lower() not in LANGUAGES:
        raise click.BadParameter(f"unknown language {value!r}; give one of {', '.join(LANGUAGES)}, or leave it to the text")
    return value.lower()


def complain(error: SinorusError | str) -> None:
    """Say on standard error what went wrong, on one line whatever is in it."""
    click.echo(f"sinorus: {printable(str(error))}", err=True)


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: ``1 record``, ``2 records``."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


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
