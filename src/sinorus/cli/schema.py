"""``sinorus schema``: the JSON Schema of the records."""

import json

import click

from sinorus.cli.speech import Command

__all__ = ["command"]


@click.command("schema", cls=Command, short_help="Print the JSON Schema of the records.")
def command() -> None:
    """Print the JSON Schema (draft 2020-12) that every record fits.

    \b
    Example:
      sinorus schema > record.schema.json
    """
    from sinorus.records import schema

    click.echo(json.dumps(schema(), ensure_ascii=False, indent=2))
