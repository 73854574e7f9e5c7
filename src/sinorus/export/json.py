"""One JSON object for a document and its records."""

import json
from collections.abc import Iterable

from sinorus.records import Record, to_dict
from sinorus.text import Document

__all__ = ["document_dict", "to_json"]


def document_dict(document: Document) -> dict[str, str | None]:
    """Return the document as RECORDS.md, section 3, writes it."""
    return {
        "id": document.id,
        "title": document.title,
        "date": document.date.isoformat() if document.date else None,
        "language": document.language,
        "source": document.source,
        "text": document.text,
    }


def to_json(document: Document, records: Iterable[Record]) -> str:
    """Return an object with ``document`` and ``records``, indented by two, with a newline at its end.

    >>> print(to_json(Document(id="note", text="Trade grew.", language="en"), ()), end="")
    {
      "document": {
        "id": "note",
        "title": null,
        "date": null,
        "language": "en",
        "source": null,
        "text": "Trade grew."
      },
      "records": []
    }
    """
    whole = {"document": document_dict(document), "records": [to_dict(record) for record in records]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
