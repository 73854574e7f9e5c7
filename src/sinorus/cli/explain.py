"""``sinorus explain``: every stage of a sentence."""

import datetime
import sys

import click

from sinorus.cli.app import day, language_code
from sinorus.cli.speech import Command
from sinorus.languages import LANGUAGES

__all__ = ["command"]


@click.command("explain", cls=Command, short_help="Show every stage of a text.")
@click.argument("text")
@click.option("--date", metavar="YYYY-MM-DD", callback=day, help='The day that "last year" is told from.')
@click.option("--language", metavar="|".join(LANGUAGES), callback=language_code, help="The language of the text; otherwise told from it.")
def command(text: str, date: datetime.date | None, language: str | None) -> None:
    """Show how the records of a TEXT come about, stage by stage, and why others were dropped; - reads standard input.

    \b
    Examples:
      sinorus explain "Russian coal exports to China rose 12% last year." --date 2024-02-01
      sinorus explain - < article.txt
    """
    from sinorus.explanation import explain
    from sinorus.text import read

    source = read(sys.stdin.buffer.read(), date=date, language=language, id="stdin") if text == "-" else text
    click.echo(str(explain(source, date=date, language=language)), nl=False)
