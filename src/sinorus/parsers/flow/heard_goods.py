"""The goods to which a sentence without a figure turns."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.claim import UNWEIGHED
from sinorus.parsers.flow.goods import is_means
from sinorus.parsers.flow.sorts import is_sort
from sinorus.parsers.marks import role_of
from sinorus.records import CorridorKind
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import commodity, corridor

_LIQUEFIED, _IN_PIPES = "lng", "natural-gas"

_HEADING, _TURN = 2, 6
"""Mentions of a heading, and of a sentence that only turns to other goods, at most."""
_OF_THEM = frozenset({m.Role.WITH, m.Role.FOR})
"""Prepositions before goods of which something is said: "it is the same with tin", "things look worse for tin"."""
_LEADS = m.Relation.bit | m.Punctuation.bit | m.Negation.bit | m.Cue.bit | m.Movement.bit
"""What may stand before these goods."""
_LED, _LIKENED = 18, 32
"""So many characters may lead to these goods: "As for the"; and where a preposition likens others to them: "It is the same with"."""
_TOLD = m.Party.bit | m.Body.bit | m.Head.bit | m.OtherMeasure.bit | m.Figure.bit | m.Goods.bit | m.AgreementNoun.bit | m.Route.bit


def good_turned_to(scanned: Scanned, known: str | None) -> str | None:
    """Return the good to which a sentence only turns, so that the next ones tell of it: "Lead", "Soybean oil fares no better."."""
    mentions = scanned.mentions
    if len(mentions) <= _HEADING and mentions[0].mask & m.Goods.bit:
        return heard_goods(scanned, known)
    at = next((index for index, each in enumerate(mentions) if each.mask & m.Goods.bit), None)
    if at is None or len(mentions) > _TURN or any(not each.mask & _LEADS for each in mentions[:at]):
        return None
    good = mentions[at]
    lead = _LIKENED if at and role_of(mentions[at - 1]) in _OF_THEM else _LED
    if good.start - scanned.sentence.span.start > lead or any(each.mask & _TOLD for each in mentions if each is not good):
        return None
    named = good.get(m.Goods)
    return named.id if named is not None and not _only_carries(named.id, scanned, known) else None


def is_of_goods(scanned: Scanned) -> bool:
    """Whether a sentence is about some goods, and names no country: "Tin was the main article of export"."""
    return (
        scanned.sentence.kind == "sentence"
        and bool(scanned.mentions[0].mask & m.Goods.bit)
        and not scanned.mask & (m.Party.bit | m.Body.bit)
    )


def as_part(context: Context, scanned: Scanned) -> Context:
    """Return the context in which these goods are told of as a part of the trade of the country that the text is about."""
    topic, goods = context.topic, scanned.mentions[0].get(m.Goods)
    if (
        topic is None
        or goods is None
        or topic.partner is not None
        or topic.goods is None
        or topic.goods not in commodity(goods.id).ancestors()
    ):
        return context
    return evolve(context, flow=evolve(topic, goods=goods.id, share=False), distance=0)


def heard_goods(scanned: Scanned, known: str | None) -> str | None:
    """Return the good named last that is none by which others are moved, and does not only take up the one known.

    Where none is named, that in which those deal who are: "the country's largest coal miner".
    """
    if not scanned.mask & m.Goods.bit:
        return next((other.goods for _, other in scanned.of(m.OtherMeasure) if other.goods is not None), None)
    for index in range(len(scanned.mentions) - 1, -1, -1):
        mention = scanned.mentions[index]
        goods = mention.get(m.Goods) if mention.mask & m.Goods.bit else None
        if goods is None or is_means(scanned.mentions, index):
            continue
        if not (
            _only_carries(goods.id, scanned, known) or (mention.mask & m.Pointer.bit and known is not None and is_sort(known, goods.id))
        ):
            return goods.id  # but not "a wagon is as good as a ship", in a text on potash
    return None


def _only_carries(good: str, scanned: Scanned, known: str | None) -> bool:
    """Whether what carries others is named by the way, in a text on other goods: no trade is told of, or these are named too."""
    if good not in UNWEIGHED or known in UNWEIGHED or (known is not None and set(_kinds(good)) & set(_kinds(known))):
        return False  # "cars fell; it is worse with trucks"
    others = any(each.id not in UNWEIGHED for _, each in scanned.of(m.Goods))
    return others or (known is not None and not scanned.mask & (m.Party.bit | m.Head.bit))


def _kinds(good: str) -> tuple[str, ...]:
    return (good, *commodity(good).ancestors())


def of_whole(scanned: Scanned, context: Context) -> Context:
    """Return the context with the goods that the text is about, after a sort of them, where a sentence tells who trades them or how."""
    flow, topic = context.flow, context.topic
    sorts = not scanned.mask & m.Goods.bit and (scanned.cued("flow", "sort") or _turns_to_another(scanned, flow, topic))
    if not sorts or flow is None or topic is None or flow.goods is None or topic.goods not in commodity(flow.goods).ancestors():
        return context
    return evolve(context, flow=evolve(flow, goods=topic.goods))


def of_total(scanned: Scanned, context: Context) -> Context:
    """Return the context with the goods of the flow whose level was told last, where "of the total" goes back to them.

    "It sold goods for $9bn. Less tin was shipped than before. 40% of the total went to Peru."
    """
    flow, summed, mentions = context.flow, context.summed, scanned.mentions
    if flow is None or summed is None or flow.owner != summed.owner or scanned.mask & m.Goods.bit or not scanned.mask & m.Pointer.bit:
        return context
    back = any(
        role_of(left) is m.Role.OF and (pointer := right.get(m.Pointer)) is not None and pointer.to is m.Anaphor.TOTAL
        for left, right in pairwise(mentions)
    )
    if not back or not any(figure.quantity.unit == "%" for _, figure in scanned.of(m.Figure)):
        return context
    return evolve(context, flow=summed, noted=summed.goods)


def _turns_to_another(scanned: Scanned, flow: Topic | None, topic: Topic | None) -> bool:
    """Whether a sentence goes on with another partner: "Peru sold 9 Mt of metals, of which 3 Mt of tin. Chile came next with 8"."""
    if flow is None or topic is None or flow.pair() != topic.pair() or flow.pair() is None or scanned.mask & m.Head.bit:
        return False
    opening = next(iter(scanned.mentions), None)
    party = opening.get(m.Party) if opening is not None else None
    of_which = any(pointer.to is m.Anaphor.OF_WHICH for _, pointer in scanned.of(m.Pointer))
    return party is not None and not of_which and not set(party.codes) & {flow.owner, flow.partner} and bool(scanned.mask & m.Figure.bit)


def piped(scanned: Scanned, context: Context) -> Context:
    """Return the context of gas in pipes, where a sentence tells of a line right after liquefied gas: "by pipeline came 5 bcm more"."""
    lines = any(noun.kind is CorridorKind.PIPELINE for _, noun in scanned.of(m.CorridorNoun))
    lines = lines or any(corridor(route.id).kind == "pipeline" for _, route in scanned.of(m.Route))
    flow = context.flow
    if not lines or scanned.mask & m.Goods.bit or flow is None or flow.goods != _LIQUEFIED:
        return context
    return evolve(context, flow=evolve(flow, goods=_IN_PIPES), noted=_IN_PIPES)
