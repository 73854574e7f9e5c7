"""The stages, composed: a text or document goes in, its records come out."""

import datetime
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from attrs import frozen

from sinorus.errors import LanguageError, Message
from sinorus.extraction import Extraction
from sinorus.languages import LANGUAGES
from sinorus.languages.meaning import Body, Figure, Movement, Party
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.agreement.reader import agreements
from sinorus.parsers.commodity import commodities
from sinorus.parsers.context import Context
from sinorus.parsers.corridor.reader import corridors
from sinorus.parsers.flow import flows
from sinorus.parsers.flow.set_apart import without_frame
from sinorus.parsers.flow.sharers import sharers
from sinorus.parsers.flow.viewpoint import viewpoint
from sinorus.parsers.follow import follow
from sinorus.parsers.parsed import Parsed
from sinorus.parsers.pledge.reader import pledges
from sinorus.parsers.pointed import pointed
from sinorus.parsers.settlement.reader import settlements
from sinorus.parsers.short_name import with_short_names
from sinorus.parsers.tell import tell
from sinorus.records import Agreement, CommodityMention, CorridorReport, Pledge, Record, Settlement, TradeFlow
from sinorus.resolve.anchor import anchor
from sinorus.resolve.contradicted import consistent
from sinorus.resolve.headline import dated_by_text, without_headline
from sinorus.resolve.in_use import mark_in_use
from sinorus.resolve.listed import by_list
from sinorus.resolve.merge import merge_flows, merge_same
from sinorus.resolve.merge_agreements import merge_agreements
from sinorus.resolve.merge_corridors import merge_corridors
from sinorus.resolve.merge_goods import merge_goods
from sinorus.resolve.untimed import timed
from sinorus.resolve.written import YearOfWriting, day_of_writing, year_of_writing
from sinorus.scan.markup import readable
from sinorus.scan.sentence import Scanned, header_unit, scan, undated
from sinorus.span import Span
from sinorus.text import Document, Sentence, from_text, sentences
from sinorus.values import Period, Quantity
from sinorus.values.evolve import evolve

__all__ = ["PARSERS", "Extraction", "Parser", "Step", "admit", "document_of", "extract", "steps"]

Parser = Callable[[Scanned, Context], Parsed]

PARSERS: tuple[Parser, ...] = (commodities, settlements, pledges, agreements, corridors)
"""The parsers that read the context and leave it as it is; a new record type is a line here."""


@frozen
class Step:
    """One sentence's way: what was found in it, what it took over, what it gave, what it handed on."""

    scanned: Scanned
    before: Context
    parsed: Parsed
    after: Context

    @property
    def sentence(self) -> Sentence:
        """The sentence."""
        return self.scanned.sentence


def extract(source: str | Document, *, date: datetime.date | None = None, language: str | None = None) -> Extraction:
    """Return what a text says of Sino-Russian trade, each claim once, with the characters that say so.

    ``date`` is the day that "last year" and "in August" are told from, ``language`` one of `sinorus.languages.LANGUAGES`; where given,
    they win over what the document says. LanguageError where the document is in another language, or in none that can be told.

    >>> result = extract("In 2023, China imported 107 million tonnes of crude oil from Russia.")
    >>> [(str(flow.commodity), str(flow.volume), str(flow.period)) for flow in result.flows]
    [('crude-oil', '107000000 t', '2023')]
    """
    document = document_of(source, date=date, language=language)
    parsed = [step.parsed for step in steps(document)]
    admitted = admit(document, parsed)
    dropped = (*(each for part in parsed for each in part.dropped), *admitted.dropped)
    return Extraction(document=document, records=admitted.records, dropped=dropped)


def document_of(source: str | Document, *, date: datetime.date | None = None, language: str | None = None) -> Document:
    """Return the document to read, with the date and language that the caller knows; LanguageError where it cannot be read."""
    if language is not None and language not in LANGUAGES:
        raise LanguageError.unknown(language, LANGUAGES)
    if isinstance(source, Document):
        document = evolve(source, date=date or source.date, language=language or source.language)
    else:
        document = from_text(source, date=date, language=language)
    if document.language not in LANGUAGES and any(char.isalpha() for char in document.text):
        known = ", ".join(LANGUAGES)
        what = Message("its language cannot be told")
        remedy = Message("records are read from {known}; if it is one of these, say so with language", known=known)
        if document.language:
            what = Message("the text is in {language!r}", language=document.language)
            remedy = Message("records are read from {known}", known=known)
        raise LanguageError(what=what, where=document.id, remedy=remedy)
    return document


def steps(document: Document) -> Iterator[Step]:
    """Take the sentences of a document one by one; a sentence in a language that is not read is passed over."""
    text = document.text
    folded = readable(text)
    read = tuple(scan(text, folded, each, each.language) for each in sentences(document) if each.language in LANGUAGES)
    day = document.date or day_of_writing(read)
    written = year_of_writing(read) if day is None else None
    read = with_short_names(tuple(map(undated, read)))
    cast = frozenset[str]().union(*map(_countries, read))
    context = Context(anchor=anchor_for(day, written), date=day, sharers=sharers(read), cast=cast, viewpoint=viewpoint(read))
    waiting = deque(read)
    del read
    while waiting:
        scanned = waiting.popleft()  # what has been read is let go: a document may be long
        if scanned.mask & Party.bit:
            scanned, context = pointed(scanned, context)
        if scanned.mask & (Party.bit | Body.bit):
            context = _named(scanned, context)
        unit = _unit_named(scanned, folded)
        context = context if unit is None else evolve(context, table=unit)
        before = context
        parsed, context = flows(scanned, context)
        if unit is not None or context.ahead:
            context = evolve(context, unit=unit.unit if unit else context.unit, power=0 if unit else context.power, ahead=frozenset())
        told = without_frame(scanned)
        for parser in PARSERS:
            more = parser(told, before)
            if more.records or more.dropped or more.noted:
                parsed = Parsed(parsed.records + more.records, parsed.dropped + more.dropped, parsed.noted + more.noted)
        context = tell(scanned, follow(scanned, context, parsed.records), parsed)
        context = evolve(context, together_ago=context.together_ago + 1) if context.together else context
        yield Step(scanned, before, parsed, context)


def _unit_named(scanned: Scanned, folded: str) -> Quantity | None:
    """Return one of the unit that a sentence gives to bare numbers behind it: the head of a table, a note in brackets, 单位:万吨."""
    sentence = scanned.sentence
    if noted := scanned.cued("flow", "unit"):
        mention = scanned.mentions[noted[0]]
        return header_unit(folded, evolve(sentence, span=Span(mention.start, mention.end)))
    heading = sentence.kind != "sentence" or scanned.text[sentence.span.start] == "("
    if not heading or (scanned.mask & Figure.bit and scanned.mask & (Party.bit | Movement.bit)):
        return None
    return header_unit(folded, sentence)


def _named(scanned: Scanned, context: Context) -> Context:
    """Return the context with the countries that a sentence names."""
    named = _countries(scanned)
    if len(named) > 1:
        context = evolve(context, together=named, together_ago=0, theme=context.theme or named)
    if named <= context.mentioned:
        return context
    return evolve(context, mentioned=context.mentioned | named, ahead=named - context.mentioned)


def _countries(scanned: Scanned) -> frozenset[str]:
    """Return the countries that a sentence names, itself or by their organisations."""
    codes = {code for _, party in scanned.of(Party) for code in party.codes}
    codes.update(body.country for _, body in scanned.of(Body) if body.country is not None)
    return frozenset(codes)


def _end_of_title(document: Document) -> int:
    """Return where the title ends with which a text begins; 0 where it begins with none."""
    title = document.title or ""
    return document.text.find(title) + len(title) if title and document.text.lstrip().startswith(title) else 0


def admit(document: Document, parsed: Sequence[Parsed]) -> Parsed:
    """Return the records of a document, each claim once, in the order of their evidence, and what cannot be cited after all."""
    trade: list[TradeFlow] = []
    same: list[Pledge | Settlement] = []
    goods: list[CommodityMention] = []
    deals: list[Agreement] = []
    routes: list[CorridorReport] = []
    for record in (each for part in parsed for each in part.records):
        if isinstance(record, TradeFlow):
            trade.append(record)
        elif isinstance(record, CommodityMention):
            goods.append(record)
        elif isinstance(record, Agreement):
            deals.append(record)
        elif isinstance(record, CorridorReport):
            routes.append(record)
        else:
            same.append(record)
    title = _end_of_title(document)
    cited, untimed = timed(dated_by_text(without_headline(merge_flows(trade), title), title), dated=document.date is not None)
    moved, unclear = consistent(cited)
    told: list[Record] = [*moved, *merge_same(same), *merge_agreements(deals), *mark_in_use(merge_corridors(routes), moved)]
    merged = by_list(told)
    noted = [each for part in parsed for each in part.noted if isinstance(each, CommodityMention)]
    merged += merge_goods(by_list(goods), by_list(noted), merged)
    return Parsed(tuple(sorted((record.of_document(document.id) for record in merged), key=attrgetter("position"))), untimed + unclear)


def anchor_for(date: datetime.date | None, written: YearOfWriting | None = None) -> Callable[[PeriodExpr, Period | None], Period | None]:
    """Return the resolver of a document of this date, or of one of which only the year is known in which it was ``written``."""

    def resolve(expr: PeriodExpr, current: Period | None) -> Period | None:
        if date is None and written is not None:
            return written.anchored(expr, current)
        return anchor(expr, date=date, current=current)

    return resolve
