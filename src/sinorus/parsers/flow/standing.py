"""How the context stands before a sentence: who acts in it, and what of the paragraph before still holds."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Role, Side
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.bases import roles_of
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.partner import SUBJECTS, crossed
from sinorus.parsers.marks import role_of
from sinorus.parsers.reading import TRADERS
from sinorus.parsers.talk import HOME_PAIR
from sinorus.records import Measure
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve

_BACK = frozenset({Anaphor.THIS, Anaphor.THERE, Anaphor.COUNTRY})
_OF_LAST = frozenset({Anaphor.FIGURE, Anaphor.REVERSE})


def at_paragraph(context: Context, paragraph: int) -> Context:
    """Return the context at a sentence of this paragraph: a new one goes back from a branch (one partner) to the total."""
    if paragraph == context.paragraph:
        return evolve(context, leads=False) if context.leads else context
    topic, flow = context.topic, context.flow
    if topic is not None and flow is not None:
        if topic.partner is None and topic.owner == flow.owner and flow.partner is not None:
            flow = evolve(flow, partner=None)
        elif topic.pair() == ("CN", "RU") and flow.partner is not None and flow.pair() != topic.pair():
            flow = topic  # the comparison with a third country is over
        elif flow == evolve(topic, side=flow.side, share=flow.share, goods=flow.goods) and flow.side is not topic.side:
            flow = topic  # what came the other way has been told
    return evolve(context, flow=flow, period=context.main or context.period, paragraph=paragraph, leads=True)


def after_list(scanned: Scanned, context: Context) -> Context:
    """Return the context behind a list of partners: a sentence that names no country goes back to China and Russia, or to the whole."""
    flow, topic = context.flow, context.topic
    if flow is not None and context.beside is not None and _turns(scanned, flow.goods):
        return evolve(context, flow=evolve(context.beside, goods=None))
    if flow is None or topic is None or flow.dealt is None:
        return context
    home = topic.pair() == HOME_PAIR and flow.pair() != HOME_PAIR
    whole = _whole(scanned, context, topic, flow)
    if whole is None and not (home and scanned.mask & (m.Goods.bit | m.Head.bit)):
        return context
    if scanned.mask & (m.Party.bit | m.World.bit | m.Body.bit) or any(pointer.to in _BACK for _, pointer in scanned.of(m.Pointer)):
        return context
    if whole is not None and not home:
        return evolve(context, flow=whole)
    return evolve(context, flow=evolve(topic, goods=flow.goods if topic.goods is None else topic.goods))


def _whole(scanned: Scanned, context: Context, topic: Topic, flow: Topic) -> Topic | None:
    """Return the trade of a country with all, where its partners have been told one by one."""
    if not context.several or context.distance > 1 or any(pointer.to in _OF_LAST for _, pointer in scanned.of(m.Pointer)):
        return None
    if topic.partner is None and flow.partner is not None and (topic.owner, topic.measure) == (flow.owner, flow.measure):
        return evolve(topic, goods=topic.goods or flow.goods)
    listed = context.whole_of == flow.owner and topic.pair() == flow.pair() != HOME_PAIR
    return evolve(flow, partner=None, dealt=None) if listed else None


def at_other_crossing(scanned: Scanned, context: Context) -> Context:
    """Return the context at a sentence on what passes another crossing than that of which all trade was told, and then its parts."""
    named = [route.id for _, route in scanned.of(m.Route)]
    trade = context.trade
    if len(named) != 1 or trade is None or trade.route in {None, named[0]} or trade.goods is not None or scanned.mask & m.Goods.bit:
        return context
    one_way = any(head.side is not Side.BOTH for _, head in scanned.of(m.Head))
    if one_way or crossed(trade.route) is None or crossed(named[0]) is None or not scanned.mask & m.Figure.bit:
        return context
    trade = evolve(trade, route=named[0])
    return evolve(context, flow=trade, topic=trade, noted=None)


def _turns(scanned: Scanned, told: str | None) -> bool:
    """Whether a sentence without parties turns, by a weak word of trade, from the goods told of to other ones."""
    if scanned.mask & (m.Party.bit | m.World.bit | m.Body.bit) or not scanned.mask & m.Figure.bit:
        return False
    heads = [head for _, head in scanned.of(m.Head)]
    named = {good.id for _, good in scanned.of(m.Goods)}
    return bool(heads) and all(head.weak for head in heads) and bool(named) and told not in named


def ranked(scanned: Scanned, context: Context) -> Context:
    """Return the context after a sentence that may speak of suppliers or of buyers, which lists of countries then name."""
    if scanned.cued("flow", "rivals"):
        return evolve(context, suppliers=True, buyers=False)
    agents = [(at, head) for at, head in scanned.of(m.Head) if head.agent]
    if not agents:
        return context
    at, first = agents[0]
    if first.side is Side.BOTH and not context.suppliers and not context.buyers and (trade := _of_all(context)) is not None:
        context = evolve(context, flow=trade)  # "its trade was $14bn, imports $9bn. The main partner is Peru ($2bn)"
    suppliers = first.side is Side.IMPORTER
    buyers = not suppliers and _among(scanned, at)
    same = (suppliers, buyers) == (context.suppliers, context.buyers)
    return context if same else evolve(context, suppliers=suppliers, buyers=buyers)


def _of_all(context: Context) -> Topic | None:
    """Return the trade of a country with all that the text has told of, where one way of it, or goods of it, were told last."""
    flow = context.flow
    told = (each for each in (context.topic, context.trade) if each is not None and each.measure is Measure.TURNOVER)
    whole = (each for each in told if flow is not None and each.partner is flow.partner is each.goods is None and each.owner == flow.owner)
    return next(whole, None)


def _among(scanned: Scanned, index: int) -> bool:
    """Whether somebody is ranked among those named at this index: "first among the buyers"."""
    before = [each for each in scanned.mentions[max(index - 2, 0) : index] if not each.mask & m.Respectively.bit]
    return bool(before) and role_of(before[-1]) in {Role.IN, Role.AMONG, Role.OF}


def subject_in(scanned: Scanned, context: Context) -> str | None:
    """Return the first country named in a sentence, or that "its neighbour" stands for."""
    named = subject_of(scanned)
    if named is not None or context.topic is None or context.topic.owner not in SUBJECTS:
        return named
    pointed = any(pointer.to is Anaphor.PARTNER for _, pointer in scanned.of(m.Pointer))
    return next(iter(SUBJECTS - {context.topic.owner})) if pointed else None


def country_turned_to(scanned: Scanned, context: Context) -> str | None:
    """Return the one country of which a short sentence speaks right behind a flow of others: "China is another matter"."""
    flow, named = context.flow, [party for _, party in scanned.of(m.Party)] if scanned.mask & m.Party.bit else []
    if flow is None or flow.measure is not Measure.EXPORTS or flow.pair() is None or context.distance > 1 or len(named) != 1:
        return None
    if scanned.sentence.kind != "sentence" or scanned.mask & _OF_MORE or len(scanned.mentions) > _BRIEF:
        return None
    code = subject_of(scanned)
    return code if code not in {flow.owner, flow.partner} else None


_BRIEF = 5
"""Mentions of a sentence that does no more than turn to somebody, at most."""
_OF_MORE = m.Figure.bit | m.Head.bit | m.Share.bit | m.OtherMeasure.bit | m.Body.bit | m.World.bit | m.Speech.bit | m.AgreementVerb.bit


def subject_of(scanned: Scanned) -> str | None:
    """Return the first country named in a sentence, be it by one of its companies, but for one to which something goes.

    "Half of it went to Peru": not Peru, and neither in "imports from Peru were $9bn".
    """
    if scanned.mask & (m.Party.bit | m.Body.bit):
        mentions = scanned.mentions
        for at in range(len(mentions)):
            if mentions[at].mask & m.Body.bit and scanned.mask & m.Head.bit and (firm := _trader(scanned, at)) is not None:
                return firm
            party = mentions[at].get(m.Party) if mentions[at].mask & m.Party.bit else None
            if party is not None and len(party.codes) == 1:
                roles = roles_of(mentions[at - 1]) if at else frozenset[Role]()
                far = Role.FROM in roles and at > 1 and bool(mentions[at - 2].mask & m.Head.bit)
                return None if Role.TO in roles or far else party.codes[0]
    return None


def _trader(scanned: Scanned, index: int) -> str | None:
    """Return whose company opens a sentence as its subject, where it is one that trades."""
    body = scanned.mentions[index].get(m.Body)
    opens = all(each.mask & (PeriodExpr.bit | m.Punctuation.bit) or role_of(each) is Role.IN for each in scanned.mentions[:index])
    return body.country if body is not None and opens and body.kind in TRADERS and body.country in SUBJECTS else None
