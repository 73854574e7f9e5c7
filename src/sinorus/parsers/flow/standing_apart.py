"""Figures that do not belong to the claim at hand: of another time, of its whole, of something unknown."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.bare import counts_goods
from sinorus.parsers.flow.claim import COUNTED, Draft
from sinorus.parsers.flow.figure_part import RELATIVE, FigureUse, What
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.same_figure import nearly
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.units import FEW, with_unit
from sinorus.parsers.flow.unknown import of_firm_in_world, of_unknown_member, of_unnamed
from sinorus.parsers.marks import is_cue, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.scan.mention import Mention
from sinorus.values import Period
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension


def _joins_earlier(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Give the earlier level just told its worth or volume: "up from 1.9 Mt at a value of $0.9bn in 2022"."""
    told = [at for at in phrase.figures if at < use.index]
    last = state.records[-1] if state.records else None
    if use.what is not What.LEVEL or not told or last is None or len(state.records) - 1 not in state.past or state.last_earlier != told[-1]:
        return False
    between = phrase.chunk.items[told[-1] + 1 : use.index]
    if not between or not all(item.mask & (m.Relation.bit | m.Level.bit) for item in between):
        return False
    if use.quantity.is_money and last.value is None and last.volume is not None:
        state.records[-1] = evolve(last, value=use.quantity)
    elif not use.quantity.is_money and last.volume is None and last.value is not None and use.quantity.dimension is Dimension.MASS:
        state.records[-1] = evolve(last, volume=use.quantity)
    else:
        return False
    return True


def _can_carry(state: State, item: Mention) -> bool:
    """Whether a figure says what a line can carry: "capable of transporting 55 bcm"."""
    before = [mention for mention in state.scanned.mentions if mention.end <= item.start]
    return bool(before) and is_cue(before[-1], "corridor", "handle") and not before[-1].mask & m.Certainty.bit


def is_apart(state: State, phrase: Phrase, use: FigureUse, period: Period | None) -> bool:
    """Whether a figure is none of the claim at hand, but of another time, of its whole, or its share once more."""
    if _joins_earlier(state, phrase, use):
        return True
    if use.what is What.LEVEL and not phrase.heads and _can_carry(state, phrase.chunk.items[use.index]):
        state.drop(phrase.chunk.items[use.index], "a capacity, not a flow")
        return True
    if use.what is What.LEVEL and (_is_whole(state, phrase, use) or _is_whole_of_level(state, phrase, use)):
        _tell_whole(state, phrase, use, period)
        return True
    if use.what is not What.SHARE:
        return False
    if _of_other_time(state, phrase, use):
        state.drop(phrase.chunk.items[use.index], "a part of what moved at another time")
        return True
    return _says_again(state, phrase, use)


def _is_whole(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Whether a level is that of the whole of which a share was told right before it: "1% of the 97 Mt that Peru bought"."""
    items, draft = phrase.chunk.items, state.draft
    shares = [at for at in phrase.figures if at < use.index]
    ends = draft.frame.ends if draft is not None else None
    if draft is None or draft.share is None or ends is None or None in {ends.exporter, ends.importer}:
        return False
    if not shares:  # "1% of what Peru bought, which was 97 Mt"
        return (
            phrase.chunk.opener is Mark.RELATIVE
            and state.ending.headed
            and phrase.level is not None
            and draft.value is draft.volume is None
        )
    between = items[shares[-1] + 1 : use.index]
    share = items[shares[-1]].get(m.Figure)
    of = bool(between) and role_of(between[0]) is m.Role.OF and all(item.mask & (m.Relation.bit | m.Pointer.bit) for item in between)
    return of and share is not None and share.quantity.unit == "%"


def _is_whole_of_level(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Whether a level is the whole of which the one before it is told as a part: "22 Mt out of a total of 25"."""
    items, draft = phrase.chunk.items, state.draft
    told = draft.volume or draft.value if draft is not None else None
    ends = draft.frame.ends if draft is not None else None
    if told is None or ends is None or None in {ends.exporter, ends.importer} or not any(at < use.index for at in phrase.figures):
        return False
    at = use.index - 1
    while at > 0 and (role_of(items[at]) is m.Role.OF or _is_total(items[at])):
        at -= 1
    between = items[at + 1 : use.index]
    part = items[at].get(m.Figure)
    named = part.quantity.dimension not in RELATIVE if part is not None else bool(items[at].mask & m.Goods.bit)
    led = named and bool(between) and role_of(between[-1]) is m.Role.OF
    return bool(led) and use.quantity.unit in {told.unit, "1"} and (use.quantity.unit == "1" or use.quantity.amount > told.amount)


def _is_total(mention: Mention) -> bool:
    pointer = mention.get(m.Pointer)
    return pointer is not None and pointer.to is m.Anaphor.TOTAL


def _tell_whole(state: State, phrase: Phrase, use: FigureUse, period: Period | None) -> None:
    """Tell the whole as a claim of its own: that of its owner with everyone."""
    draft = state.draft
    assert draft is not None
    ends = draft.frame.ends
    assert ends is not None
    sold = ends.importer not in SUBJECTS or (ends.exporter in SUBJECTS and draft.frame.varies != "exporter")
    if draft.share is None and sold and ends.importer in SUBJECTS:
        topic = state.context.topic  # whose trade the text is about, else that of whom the sentence is
        owner = topic.owner if topic is not None and topic.goods is not None else None
        sold = owner != ends.importer if owner is not None else draft.frame.head.side is not m.Side.IMPORTER
    whole_ends = evolve(ends, importer=None) if sold else evolve(ends, exporter=None)
    frame = evolve(draft.frame, ends=whole_ends, share=False, parties=(), world=True)
    item = phrase.chunk.items[use.index]
    whole = Draft(
        frame,
        item.start,
        item.end,
        period=(draft.period if draft.share is None else period) or draft.period,
        named=draft.named,
        status=frame.status,
        aside=True,
    )
    quantity = with_unit(state, use.quantity, whole, phrase, use.index)
    if quantity is not None and quantity.is_money:
        whole.value = quantity
    else:
        whole.volume = quantity
    if not whole.empty:
        state.finish(whole)


def _says_again(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Whether a share in brackets says that before them once more: "nearly two thirds (65%)"."""
    draft = state.draft
    if draft is None or draft.share is None or phrase.chunk.opener is not Mark.OPEN or not nearly(draft.share, use.quantity):
        return False
    draft.share = use.quantity
    draft.reach(draft.start, phrase.chunk.items[use.index].end)
    return True


def _of_other_time(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Whether a part is one of an earlier total: "80,000 cars in two months, almost half of the total in 2022"."""
    draft = state.draft
    if draft is None or not draft.named or draft.share is not None or (draft.value is None and draft.volume is None) or phrase.heads:
        return False
    behind = [anchored(state, expr) for at, expr in phrase.periods if at > use.index]
    return bool(behind) and behind[0] is not None and draft.period is not None and behind[0].last < draft.period.first


def why_not(state: State, phrase: Phrase, use: FigureUse) -> str | None:
    """Return why a figure is none of a flow, or None where it is one."""
    if use.what in {What.OTHER, What.UNKNOWN}:
        return use.reason or "what this figure measures is not said"
    if state.settling and (
        use.what in {What.SHARE, What.EARLIER_SHARE}
        or (use.what is What.CHANGE and not phrase.heads and not _levelled(state) and use.quantity.unit in {"%", "x"})
        or (use.quantity.unit == "%" and role_of(phrase.item(use.index - 1)) in {Role.FROM, Role.TO, Role.WITH})  # "from 25% to 95%"
    ):
        return "a share of a currency in payments, not of a flow"
    if use.what is What.SHARE and of_unnamed(state, phrase):
        return "a part that nothing known has"
    if phrase.chunk.opener is Mark.OPEN and of_unknown_member(state, phrase):
        return "what this figure is of is no known good"
    if use.what is What.SHARE and of_firm_in_world(phrase):
        return "what part of a market a company has"
    if use.quantity.dimension in {Dimension.LENGTH, Dimension.POWER}:
        return "a length or a power, not of a flow"
    if use.quantity.is_money and not phrase.heads and _of_papers(state, phrase.chunk.items[use.index]):
        return "the worth of an agreement"
    if use.what is What.CHANGE and use.quantity.unit == "1" and use.quantity.amount < FEW and not counts_goods(phrase, use.index):
        return "a count, not a change of a flow"  # "two reasons for the slump in imports"
    if use.what is What.CHANGE and use.quantity.unit == "1" and _counts_no_goods(state, phrase, use):
        return "a count of what is no known good"
    if use.what is What.CHANGE and state.last is What.OTHER and not phrase.heads:
        return "a change of something that is no flow"
    if use.what is What.CHANGE and use.quantity.unit == "x" and of_bracketed(state, phrase):
        return "so many times what others have"
    if use.what is What.CHANGE and use.quantity.unit == "x" and _beside_member(state, phrase):
        return "a multiple of what the member of the list before it has"
    return None


def of_bracketed(state: State, phrase: Phrase) -> bool:
    """Whether a multiple is one of what somebody named before a bracket has: 分别是秘鲁(3万吨)、智利(2万吨)的2倍和3倍."""
    first = phrase.chunk.items[0]
    if phrase.chunk.opener is not Mark.CLOSE or role_of(first) not in {Role.OF, Role.POSSESSIVE}:
        return False
    told = (
        each for each in reversed(state.scanned.mentions) if each.end <= first.start and not each.mask & (m.Figure.bit | m.Punctuation.bit)
    )
    named = next(told, None)
    return named is not None and bool(named.mask & m.Party.bit)


def _of_papers(state: State, item: Mention) -> bool:
    """Whether the last noun told before money in its clause is a deal: "the agreements signed there are worth $5bn in all"."""
    if not state.scanned.mask & m.AgreementNoun.bit:
        return False
    for mention in reversed([each for each in state.scanned.mentions if each.end <= item.start]):
        if mention.mask & m.AgreementNoun.bit:
            return True
        if mention.mask & (m.Figure.bit | m.Head.bit | m.Punctuation.bit | m.Movement.bit):
            return False
    return False


def _counts_no_goods(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Whether so many more or fewer are counted, and nothing in the text is told in pieces or has a unit that they could take."""
    goods = state.frame.goods if state.frame is not None else ()
    told = state.changed is not None or state.unit is not None or state.context.unit is not None
    return not told and not counts_goods(phrase, use.index) and not set(goods) & COUNTED


def _beside_member(state: State, phrase: Phrase) -> bool:
    """Whether a number of times compares with the member told before: "it bought 4 Mt of sunflower oil, of rapeseed oil twice as much"."""
    last = state.records[-1] if state.records else None
    if last is None or len(state.records) - 1 in state.past or not (phrase.goods or phrase.parties):
        return False
    bare = not (phrase.heads or phrase.bases or phrase.basis is not None or phrase.periods or phrase.level is not None)
    levelled = last.change is None and (last.volume is not None or last.value is not None)
    empty = state.draft is None or state.draft.empty
    verbs = (each for item in state.scanned.mentions for each in item.meanings if isinstance(each, m.Movement) and each.factor is None)
    moved = any(each.use is not Use.MODIFIER for each in verbs)
    return bare and levelled and empty and not moved and len(phrase.figures) <= 1


def _levelled(state: State) -> bool:
    """Whether the claim at hand has a level, so that a change behind it is one of the flow."""
    return state.draft is not None and state.draft.level


def looks_back(state: State, phrase: Phrase, period: Period | None) -> bool:
    """Whether a contrast, a bracket or a month before names an earlier time: "3 Mt, whereas in 2022 it was 2.2 Mt; Canada …"."""
    told = state.records[-1].period if state.records else None
    if told is None or period is None or period.last >= told.first:
        return False
    bare = not (phrase.heads or phrase.parties or phrase.goods or phrase.movements)
    month = phrase.chunk.opener is Mark.COMMA and told.is_month and period.is_month
    return phrase.chunk.opener is Mark.CONTRAST or (bare and (month or phrase.chunk.opener is Mark.OPEN))
