"""``sinorus evaluate``: predictions held against gold."""

import json

import click

from sinorus.cli.app import complain
from sinorus.cli.messages import said_in
from sinorus.cli.speech import Command
from sinorus.errors import Message

__all__ = ["command"]


@click.command("evaluate", cls=Command, short_help="Score records against gold.")
@click.argument("gold")
@click.argument("pred")
@click.option("--show", is_flag=True, help="Print what was wrong, missed and invented, and the figures by slot.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def command(gold: str, pred: str, show: bool, as_json: bool) -> None:
    """Score the records in the folder PRED against those in the folder GOLD.

    GOLD holds one ID.json a document ({"id": ..., "records": [...]}) or ID.jsonl, PRED one ID.jsonl or ID.json. Record F1 counts records
    whose core fields all agree; slot F1 counts fields. A document without a prediction counts as missed.

    \b
    Examples:
      sinorus extract texts/ --output out/ && sinorus evaluate gold/ out/
      sinorus evaluate gold/ out/ --show
    """
    from sinorus.evaluation import evaluate

    result = evaluate(gold, pred)
    if result.unanswered:
        names = ", ".join(result.unanswered[:3]) + (", ..." if len(result.unanswered) > 3 else "")
        documents = said_in().count("{count} document", "{count} documents", len(result.unanswered))
        where = {"pred": pred, "gold": gold, "documents": documents, "names": names}
        complain(Message("no prediction in {pred} for {documents} of {gold}, counted as missed: {names}", **where))
    if as_json:
        click.echo(json.dumps(result.to_dict()))
        return
    if show:
        for difference in result.differences:
            click.echo(str(difference))
    click.echo(str(result))
    if show:
        click.echo(f"\n{result.by_slot()}")
