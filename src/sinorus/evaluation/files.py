"""Gold and predictions from files: one document a file, its id the name, records as JSON or JSON Lines."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from sinorus.errors import DocumentError, Message, ValidationError
from sinorus.evaluation.slots import SLOTS, JsonRecord
from sinorus.records.codec import Json

__all__ = ["folder_of", "read_gold", "read_predicted"]


def read_gold(folder: str | os.PathLike[str]) -> Iterator[tuple[str, list[JsonRecord]]]:
    """Give id and records of every ``*.json`` (an object with ``id`` and ``records``, or a list) and ``*.jsonl`` of a folder.

    DocumentError where there is no such folder or nothing in it, ValidationError for a file that does not hold records.
    """
    place = folder_of(folder, "gold")
    paths = sorted(path for path in place.iterdir() if path.suffix in {".json", ".jsonl"})
    if not paths:
        raise DocumentError(what="no gold here", where=str(place), remedy="put one ID.json or ID.jsonl a document into it")
    for path in paths:
        whole = _load(path)
        name = whole.get("id") if isinstance(whole, dict) else None
        yield (name if isinstance(name, str) else path.stem), _records(whole, path)


def folder_of(folder: str | os.PathLike[str], noun: str) -> Path:
    """Return the folder; DocumentError where there is none."""
    place = Path(folder)
    if not place.is_dir():
        kind = Message(noun)
        what = Message("a file stands where a folder of {noun} should be", noun=kind)
        if not place.exists():
            what = Message("there is no such folder of {noun}", noun=kind)
        raise DocumentError(what=what, where=str(place), remedy="give the folder that holds one file a document")
    return place


def read_predicted(folder: str | os.PathLike[str], name: str) -> list[JsonRecord] | None:
    """Return the records of ``ID.jsonl``, else of ``ID.json`` (a list, or an object with ``records``); None without either."""
    for suffix in (".jsonl", ".json"):
        path = Path(folder) / f"{name}{suffix}"
        if path.is_file():
            return _records(_load(path), path)
    return None


def _load(path: Path) -> Json:
    try:
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix == ".jsonl":
            return [cast("Json", json.loads(line)) for line in text.split("\n") if line.strip()]
        return cast("Json", json.loads(text))
    except (ValueError, RecursionError) as error:
        raise ValidationError(
            what=Message("no JSON: {reason}", reason=str(error)), where=str(path), remedy="write records as the contract shows them"
        ) from None
    except OSError as error:
        raise DocumentError(
            what=Message("the file cannot be read ({reason})", reason=error.strerror), where=str(path), remedy="check its permissions"
        ) from None


def _records(whole: Json, path: Path) -> list[JsonRecord]:
    """The records of known types; ValidationError where there are none to be had, for a silent zero would look like a score."""
    listed = whole.get("records") if isinstance(whole, dict) else whole
    if not isinstance(listed, list) or not all(isinstance(record, dict) for record in listed):
        raise ValidationError(what="no list of records", where=str(path), remedy='write {"id": …, "records": […]} or a list')
    return [record for record in listed if isinstance(record, dict) and record.get("type") in SLOTS]
