"""What kind of flow a frame is: with all the world, told by its worth or as cargo, going on with shares, left open at one end."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Side, Use
from sinorus.parsers.context import Context
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.ends_carried import opens_list_of_wares
from sinorus.parsers.flow.partner import crossed
from sinorus.parsers.flow.sorts import is_sort
from sinorus.parsers.phrase import Phrase
from sinorus.records import Measure
from sinorus.values.evolve import evolve


def passes(phrase: Phrase, frame: Frame, context: Context) -> bool:
    """Whether it is all that passes a crossing both ways: in all, or in a text that tells of no flow of some goods."""
    in_all = phrase.world or Anaphor.OVERALL in phrase.pointers
    bare = in_all or context.flow is None or context.flow.goods is None
    return bare and frame.head.side is Side.BOTH and frame.ends is not None and frame.ends.carried == ("route",)


def be_sure(phrase: Phrase, frame: Frame, *, told: bool) -> None:
    """Note that a weak word is of trade: "exports recovered: 31 Mt were shipped" (`told`), "it sold goods for $9bn abroad"."""
    abroad = phrase.world and Anaphor.WARES in phrase.pointers and frame.head.use is Use.VERB and not frame.goods
    if told or (abroad and any(figure.quantity.is_money for figure in phrase.told())):
        frame.head = evolve(frame.head, weak=False)


def open_end(frame: Frame) -> None:
    """Leave open who has the parts of a whole, whoever was spoken of before: "of the copper that Peru imported, 9% was …"."""
    ends = frame.ends
    if ends is not None and ends.carried and frame.head.side is Side.IMPORTER:
        frame.ends = evolve(ends, exporter=None)
    elif ends is not None and ends.carried and frame.head.side is Side.EXPORTER:
        frame.ends = evolve(ends, importer=None)


def shares_on(phrase: Phrase, head: Head, frame: Frame, context: Context) -> bool:
    """Whether percentages are parts of the whole of which parts were told before: "another 12 percent went to India"."""
    flow, figures = context.flow, [phrase.chunk.items[at].get(m.Figure) for at in phrase.figures]
    if flow is None or frame.ends is None or phrase.movements or phrase.goods:
        return False
    to_all = flow.partner is None and flow.side is Side.EXPORTER and frame.ends.exporter == flow.owner and context.distance == 0
    if not flow.share and not to_all:
        return False
    percents = bool(figures) and all(each is not None and each.quantity.unit == "%" for each in figures)
    same = {flow.owner, flow.partner} & {frame.ends.exporter, frame.ends.importer} - {None}
    return percents and bool(same) and (head.weak or to_all) and head.use is Use.VERB


def worldwide(frame: Frame, before: Frame | None, phrase: Phrase, context: Context) -> bool:
    """Whether a flow without a partner goes on with one that has been told as a country's with all others."""
    if frame.ends is None or "parties" not in frame.ends.carried:
        return False
    told = before.world if before is not None else context.worldwide
    return (
        told
        or sort_of_exports(frame, context)
        or worth(frame, phrase, context)
        or (frame.head.side is Side.EXPORTER and opens_list_of_wares(phrase))
    )


def worth(frame: Frame, phrase: Phrase, context: Context) -> bool:
    """Whether the worth is told of exports to all whose volume was told right before: "the cost of supplies fell by 12% to $3bn"."""
    flow, first = context.flow, phrase.figures[-1] if phrase.figures else -1
    figure = phrase.chunk.items[first].get(m.Figure) if first >= 0 else None
    if flow is None or figure is None or not figure.quantity.is_money or phrase.goods or Anaphor.THERE in phrase.pointers:
        return False
    if context.distance > 1 or not frame.head.weak:
        return False
    return flow.partner is None and flow.side is Side.EXPORTER and flow.measure is Measure.EXPORTS and not flow.noted


def sort_of_exports(frame: Frame, context: Context) -> bool:
    """Whether the goods are a sort of those of which all exports were told: "Peru's food exports were $9bn; sales of fish fell"."""
    told = (flow for flow in (context.flow, context.topic) if flow is not None and flow.goods is not None)
    if context.flow is None or context.flow.partner is not None or not frame.goods:
        return False
    return any(
        flow.partner is None and not flow.noted and flow.side is Side.EXPORTER and all(is_sort(each, flow.goods) for each in frame.goods)
        for flow in told
        if flow.goods is not None and flow.owner == context.flow.owner
    )


def of_cargo(phrase: Phrase, frame: Frame, before: Frame | None, context: Context) -> bool:
    """Whether a way is told of the goods of all kinds told right before: "cargo came to 9 Mt. Of this 8 Mt entered China"."""
    flow = context.flow
    if not frame.goods and not frame.head.weak and crossed(frame.route) is not None and flow is not None and flow.route != frame.route:
        return (
            context.sole[0] is None and context.leads and phrase.status is None
        )  # "exports through Ilo", in a text on crossings and what passes them
    if before is not None and before.cargo and phrase.chunk.opener is Mark.AND and not frame.goods:
        return True
    part = Anaphor.OF_WHICH in phrase.pointers or phrase.chunk.opener is Mark.AND
    return (
        part and not frame.goods and context.distance <= 1 and flow is not None and flow.goods is None and flow.measure is Measure.TURNOVER
    )
