"""Every stage of every sentence, printed: how a record came about, or why there is none.

The module is not called after its function: importing ``sinorus.explain`` would put a module where users find the function.
"""

import datetime
from collections.abc import Iterable, Iterator
from typing import cast

import attrs
from attrs import field, frozen

from sinorus.languages.meaning import Meaning
from sinorus.parsers.clause import chunks
from sinorus.parsers.context import Context
from sinorus.parsers.dated import dated
from sinorus.parsers.flow.set_apart import without_set_apart
from sinorus.parsers.parsed import Dropped
from sinorus.pipeline import Step, admit, document_of, steps
from sinorus.records import Record
from sinorus.scan.markup import readable
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import candidates
from sinorus.text import Document, Sentence, sentences

__all__ = ["Explanation", "explain"]

_QUOTE = 44


@frozen(kw_only=True)
class Explanation:
    """The stages of a text as values; its ``str`` is the table that one reads."""

    document: Document
    steps: tuple[Step, ...] = field(repr=False)
    records: tuple[Record, ...]
    dropped: tuple[Dropped, ...] = ()
    """What the whole text gave no ground to keep; what a sentence dropped stands in its step."""

    def __str__(self) -> str:
        """A block for the document, one for each sentence, one for the records as they are handed out."""
        return "\n".join(_lines(self)) + "\n"


def explain(source: str | Document, *, date: datetime.date | None = None, language: str | None = None) -> Explanation:
    """Return how the records of a text come about, stage by stage; print it. Arguments and errors are those of `sinorus.extract`.

    >>> print(explain("China imported 2 million tonnes of coal from Russia in 2023."))  # doctest: +ELLIPSIS
    document text: 60 characters, language en, no date
    <BLANKLINE>
    sentence 1 [0:60] en, sentence, paragraph 0
      China imported 2 million tonnes of coal from Russia in 2023.
    ...
    """
    document = document_of(source, date=date, language=language)
    taken = tuple(steps(document))
    admitted = admit(document, [step.parsed for step in taken])
    return Explanation(document=document, steps=taken, records=admitted.records, dropped=admitted.dropped)


def _lines(explanation: Explanation) -> Iterator[str]:
    document = explanation.document
    yield from _document(document)
    taken = {step.sentence.span.end: step for step in explanation.steps}  # what is read may begin behind a dateline
    folded = readable(document.text)
    for number, sentence in enumerate(sentences(document), start=1):
        yield ""
        yield f"sentence {number} {_place(sentence)}"
        yield f"  {_flat(sentence.span.of(document.text))}"
        if sentence.span.end in taken:
            yield from _step(taken[sentence.span.end], folded)
        else:
            yield "  passed over: records are not read from this language"
    yield ""
    yield from _admitted(explanation)


def _document(document: Document) -> Iterator[str]:
    date = f"date {document.date}" if document.date else "no date"
    yield f"document {document.id}: {len(document.text)} characters, language {document.language or 'unknown'}, {date}"
    for name, value in (("title", document.title), ("source", document.source), ("encoding", document.encoding)):
        if value:
            yield f"  {name}: {value}"
    for repair in document.repairs:
        yield f"  repair at {repair.offset} ({repair.rule}): {repair.before!r} became {repair.after!r}"
    for piece in document.furniture:
        yield f"  taken out at {piece.offset} ({piece.kind}): {_short(piece.text)!r}"
    yield from (f"  {note}" for note in document.notes)


def _place(sentence: Sentence) -> str:
    return f"[{sentence.span.start}:{sentence.span.end}] {sentence.language}, {sentence.kind}, paragraph {sentence.paragraph}"


def _step(step: Step, folded: str) -> Iterator[str]:
    scanned, text = step.scanned, step.scanned.text
    yield from _table("takes over", (f"{name} {value}" for name, value in _said(step.before).items()))
    yield from _table("mentions", _aligned(_mention(mention, text) for mention in scanned.mentions))
    language = step.sentence.language
    found = candidates(text, folded, step.sentence, language) if language else []
    lost = sorted({mention for mention in found if mention not in scanned.mentions}, key=lambda each: (each.start, each.end, each.rule))
    yield from _table("overlapped by longer ones", _aligned(_mention(mention, text) for mention in lost))
    yield from _table("periods", _periods(step))
    yield from _table("chunks", _chunks(step))
    yield from _table("records", map(repr, step.parsed.records))
    yield from _table(
        "dropped", (f"[{each.start}:{each.end}] {_short(text[each.start : each.end])!r}: {each.reason}" for each in step.parsed.dropped)
    )
    yield from _table("hands on", _changes(step.before, step.after))


def _table(name: str, rows: Iterable[str]) -> Iterator[str]:
    listed = list(rows)
    if listed:
        yield f"  {name}"
        yield from (f"    {row}" for row in listed)


def _aligned(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    listed = list(rows)
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)]
    return (" ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in listed)


def _mention(mention: Mention, text: str) -> tuple[str, ...]:
    quote = _short(text[mention.start : mention.end])
    return f"[{mention.start}:{mention.end}]", repr(quote), " or ".join(map(_meaning, mention.meanings)), f"by {mention.rule}"


def _meaning(meaning: Meaning) -> str:
    """The class of a meaning and what it says."""
    said = (name if value is True else _words(value) for name, value in _own(meaning) if value is not False)
    return f"{type(meaning).__name__}({', '.join(said)})"


def _own(value: attrs.AttrsInstance) -> Iterator[tuple[str, object]]:
    """The fields of an attrs value that are not as they were born."""
    for attribute in attrs.fields(type(value)):
        own = getattr(value, attribute.name)
        if own != attribute.default:
            yield attribute.name, own


def _words(value: object) -> str:
    """A value in words: what has words of its own in these, else its fields that say something."""
    if isinstance(value, frozenset):
        return "+".join(sorted(map(_words, value)))
    if isinstance(value, tuple):
        return "+".join(map(_words, value))
    if attrs.has(type(value)) and type(value).__str__ is object.__str__:
        return f"({', '.join(f'{name} {_words(own)}' for name, own in _own(cast('attrs.AttrsInstance', value)))})"
    return str(value)


def _periods(step: Step) -> Iterator[str]:
    for mention, period in dated(step.scanned, step.before):
        quote = _short(step.scanned.text[mention.start : mention.end])
        yield f"{quote!r} is {period}" if period is not None else f"{quote!r} cannot be dated"


def _chunks(step: Step) -> Iterator[str]:
    text = step.scanned.text
    found = chunks(without_set_apart(step.scanned))
    if len(found) > 1:
        for chunk in found:
            opener = f"{chunk.opener}: " if chunk.opener else ""
            yield opener + " | ".join(_short(text[item.start : item.end]) for item in chunk.items)


def _said(context: Context) -> dict[str, str]:
    """What a context holds, in words; the anchor is a function and says nothing, what is ahead is the sentence's own."""
    return {name: _words(value) for name, value in _own(context) if name not in {"anchor", "ahead"}}


def _changes(before: Context, after: Context) -> Iterator[str]:
    had, has = _said(before), _said(after)
    for name, value in has.items():
        if had.get(name) != value:
            yield f"{name} {value}"
    yield from (f"{name} let go" for name in had if name not in has)


def _admitted(explanation: Explanation) -> Iterator[str]:
    """The records of the document, with what was joined and what was let go on the way."""
    count = len(explanation.records)
    yield f"{count or 'no'} record{'' if count == 1 else 's'}"
    for number, record in enumerate(explanation.records, start=1):
        yield f"  {number}. {record!r}"
        for piece in record.evidence[1:]:
            yield f"     joined with [{piece.start}:{piece.end}] {_short(piece.quote)!r}"
        reasons = f": {', '.join(record.confidence_reasons)}" if record.confidence_reasons else ""
        yield f"     {record.confidence}{reasons}"
    text = explanation.document.text
    for each in explanation.dropped:
        yield f"  dropped [{each.start}:{each.end}] {_short(text[each.start : each.end])!r}: {each.reason}"
    lost = {each.start for each in explanation.dropped}
    kept = {piece for record in explanation.records for piece in record.evidence}
    for step in explanation.steps:
        for record in step.parsed.records:
            if record.evidence and not kept.intersection(record.evidence) and record.evidence[0].start not in lost:
                yield f"  let go: {record!r} is told elsewhere"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    flat = _flat(text)
    return flat if len(flat) <= _QUOTE else f"{flat[: _QUOTE - 1]}…"
