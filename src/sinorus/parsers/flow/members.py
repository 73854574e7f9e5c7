"""The members of a list: a chunk without a head that names another party, another good or another route makes a flow of its own."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Side, Use
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.figure_part import RELATIVE
from sinorus.parsers.flow.goods import goods_of
from sinorus.parsers.flow.listed import is_joint, named_in
from sinorus.parsers.flow.member_ends import figure_of, names_foreign, one_of_several, together, turn_to
from sinorus.parsers.flow.moved import by_way
from sinorus.parsers.flow.ranking import ranked_end
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.flow.usual import likelier
from sinorus.parsers.flow.varied_ends import STARTS, varied_ends
from sinorus.parsers.flow.whole import of_another
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot, owned
from sinorus.records import Measure
from sinorus.scan.mention import Mention
from sinorus.values.evolve import evolve
from sinorus.world import commodity, corridor


def vary(state: State, phrase: Phrase) -> None:
    """A chunk without a head: a member of a list (another party, another good) makes a flow of its own."""
    frame = state.frame
    if frame is None or frame.other is not None or frame.ends is None:
        return
    placed = _pointed(phrase, frame, named_in(state, phrase, frame)) or _whose(state, phrase, frame)
    if frame.at_home:
        placed = [evolve(each, slot=Slot.SUBJECT) if each.slot is Slot.FROM else each for each in placed]
    frame.falls = frame.falls or bool(phrase.share and placed)
    frame.varies = frame.varies or ranked_end(state.scanned, frame, placed, state.context.rivals)
    if frame.head.measure is Measure.BALANCE and phrase.of(Slot.OF) == [frame.ends.importer]:
        frame.ends = frame.ends.reversed()  # "in favour of Russia"
        return
    if phrase.chunk.opener is Mark.RELATIVE and state.ending.party is not None and any(each.slot is Slot.TO for each in placed):
        placed.append(Placed(-1, (state.ending.party,), Slot.FROM))
        state.close()
        state.frame = frame = evolve(frame, share=False)
    goods = (
        goods_of(state, phrase)
        if not frame.share or frame.whole or (not placed and (frame.goods or _falls_to(phrase) or _is_of_goods(phrase)))
        else ()
    )
    _part_of_more(state, phrase, goods)
    if len(placed) > 1 and _has_figure(phrase, placed[0]):
        placed = placed[:1]  # "Peru's 5 Mt were partly Chilean"
    several = together(frame, phrase, placed) or one_of_several(frame, placed)
    if several is not None:
        state.close()
        state.frame = evolve(several, start=phrase.chunk.items[0].start, goods=goods or frame.goods)
        return
    if len(placed) > 1 and {each.slot for each in placed} <= STARTS and not is_joint(phrase, placed):
        placed = placed[:1]  # "those from Malaysia, often of Iranian origin": who is named first
    if not placed and Anaphor.OVERALL in phrase.pointers and phrase.figures and frame.dealt is not None and frame.ends is not None:
        state.close()  # "…, Peru (+5%) and Chile (+3%) sold more, so that overall it was 4% more"
        ends = evolve(frame.ends, exporter=None) if frame.dealt == "exporter" else evolve(frame.ends, importer=None)
        state.frame = evolve(frame, ends=ends, world=True, start=phrase.chunk.items[0].start)
        return
    _turn_to_member(state, phrase, frame, placed, goods)


def _is_of_goods(phrase: Phrase) -> bool:
    """Whether goods named first, and nobody, have a part of what was told: "it sold for $9bn, 6% of trade. Machines made up half of it"."""
    named = bool(phrase.goods) and 0 <= phrase.goods[0][0] <= 1 and not (phrase.parties or phrase.heads)
    return named and bool(phrase.share)


def _falls_to(phrase: Phrase) -> bool:
    """Whether a chunk only tells what part goods have: "to metals fell 9%", «на металлы — 9%»."""
    at, items = phrase.goods[0][0] if phrase.goods else 0, phrase.chunk.items
    given = at == 1 and role_of(items[0]) in {Role.TO, Role.BY}
    return given and len(phrase.goods) == 1 and not phrase.heads and len(items) > at + 1 and bool(items[-1].mask & m.Figure.bit)


def _whose(state: State, phrase: Phrase, frame: Frame) -> list[Placed]:
    """Return the rival named right before a relative clause that begins with his level: "… overtaking Peru, whose 3 Mt were 5% less"."""
    party, items, ends = state.ending.party, phrase.chunk.items, frame.ends
    figure = items[0].get(m.Figure)
    if phrase.chunk.opener is not Mark.RELATIVE or party is None or ends is None or figure is None or not state.ending.rival:
        return []
    level = figure.quantity.dimension not in RELATIVE and not (phrase.heads or phrase.goods or frame.share)
    return [Placed(-1, (party,), Slot.RIVAL)] if level and party not in {ends.exporter, ends.importer} else []


def _pointed(phrase: Phrase, frame: Frame, placed: list[Placed]) -> list[Placed]:
    """Let the other one of the two, whose flow a pronoun takes up, be an owner: "exports of Peru to Chile rose, those of Chile fell"."""
    ends = frame.ends
    if ends is None or Anaphor.THIS not in phrase.pointers or frame.share or frame.head.use is not Use.NOUN or frame.head.side is Side.BOTH:
        return placed

    def owns(each: Placed) -> bool:
        named = each.slot is Slot.OF and each.index > 1 and each.codes[0] in {ends.exporter, ends.importer}
        item = phrase.item(each.index - 2) if named else None
        pointer = item.get(m.Pointer) if item is not None else None
        return pointer is not None and pointer.to is Anaphor.THIS

    return [Placed(each.index, each.codes, Slot.OWNER) if owns(each) else each for each in placed]


def _turn_to_member(state: State, phrase: Phrase, frame: Frame, placed: list[Placed], goods: tuple[str, ...]) -> None:
    """Begin the flow of a member of a list, if a chunk names another party, another good or another way."""
    if frame.dealt is not None and placed and state.draft is not None and state.draft.level:
        likelier(frame, state.draft.period, state.context)  # where the member before stands, this one does
    if frame.goods and frame.ends is not None and Anaphor.FIGURE in phrase.pointers and not goods:
        # "it bought tin from Peru. Peru's figure for May was 5 Mt": the flow told of, whoever owns it
        placed = [each for each in placed if each.slot is not Slot.OWNER or each.codes[0] not in {frame.ends.exporter, frame.ends.importer}]
    other = of_another(phrase, frame.ends, placed, frame.varies) if frame.share and frame.ends is not None else None
    holds = ((phrase.share or state.holding) and not frame.share) or frame.whole
    agent = next((head for _, head in phrase.chunk.of(m.Head) if head.agent), None) or (_agent_before(state, phrase) if placed else None)
    named = agent.side.facing if agent is not None and agent.side is not Side.BOTH else _own_side(state, phrase, frame)
    ends = other or figure_of(phrase, frame, placed) or varied_ends(frame, placed, holds=holds, named=named)
    turned = ends is None and Anaphor.REVERSE in phrase.pointers and state.draft is not None
    if turned:
        ends = frame.ends.reversed() if frame.ends is not None else None
    fresh_goods = bool(goods) and (goods != frame.goods or _named_again(state, phrase))
    rerouted = phrase.route is not None and phrase.route != frame.route and bool(phrase.figures)
    rerouted = rerouted or (ends is None and _another_region(state, phrase)) or _by_another_way(state, phrase, frame)
    foreign = ends is None and not frame.share and names_foreign(frame.ends, placed)
    if ends is None and not goods and not state.intro_goods and _tells_of_partner(state, phrase, frame, placed):
        state.close()
        state.frame = evolve(frame, ends=evolve(frame.ends, carried=("owner",)), start=phrase.chunk.items[0].start) if frame.ends else frame
        return
    if ends is None and not (goods or rerouted) and _sells_to_another(state, phrase, placed):
        state.close()
        state.frame = evolve(frame, start=phrase.chunk.items[0].start)
        return
    same = ends is None or (other is None and not turned and _is_worth_of(state, phrase, ends))
    if same and not (foreign or fresh_goods or rerouted):
        return
    state.close()
    state.frame = frame = frame.copy()
    frame.start = phrase.chunk.items[0].start
    frame.fixed = frame.fixed or _says_way(frame, phrase)
    if foreign:
        frame.ends = None
        return
    if other is not None:
        frame.ends, frame.parties, frame.fixed = other, (), True
    elif ends is not None:
        turn_to(frame, ends, placed, turned=turned)
    if fresh_goods and phrase.route is None and frame.route is not None and corridor(frame.route).kind == "pipeline":
        frame.route = None  # "gas by Power of Siberia 31 bcm, oil 108 Mt"
    if fresh_goods:
        sorts = bool(frame.goods) and all(set(commodity(each).ancestors()) & set(frame.goods) for each in goods)
        part = bool(state.records) and (Anaphor.OF_WHICH in phrase.pointers or sorts) and ends is None and not rerouted
        state.parted = state.parted or part
        frame.within = (frame.within or frame.goods) if Anaphor.OF_WHICH in phrase.pointers else ()
        frame.goods = goods
    if rerouted and (phrase.route is not None or by_way(phrase)):
        frame.route = phrase.route


def _sells_to_another(state: State, phrase: Phrase, placed: list[Placed]) -> bool:
    """Whether another company of the same country has a level of its own: "it sold Codelco 3 Mt, and Enami 1 Mt"."""
    return len(placed) == 1 and placed[0].body and bool(phrase.figures) and state.draft is not None and state.draft.level


def _own_side(state: State, phrase: Phrase, frame: Frame) -> Side | None:
    """Return at which end he stands who changed his own: "Peru cut its imports to 3 Mt; Chile raised its own by 5%"."""
    if not phrase.movements or Anaphor.THIS not in phrase.pointers or phrase.heads or frame.share or frame.head.side is Side.BOTH:
        return None
    subject = next((placed.index for placed in phrase.parties if placed.slot is Slot.SUBJECT), len(phrase.chunk.items))
    at = min((at for at, movement in phrase.movements if movement.use is m.Use.VERB), default=-1)
    behind = phrase.item(at + 1) if at >= 0 else None
    pointer = behind.get(m.Pointer) if behind is not None else None
    if subject > at or pointer is None or pointer.to is not Anaphor.THIS or frame.ends is None:
        return None
    doers = {frame.ends.exporter: Side.EXPORTER, frame.ends.importer: Side.IMPORTER}
    return doers.get(state.context.subject)  # where he stood of whom the text spoke before


def _agent_before(state: State, phrase: Phrase) -> m.Head | None:
    """Return the word by which he was just named whose figure a chunk alone tells: "the largest buyer was Peru, with 5 Mt"."""
    if phrase.chunk.mask & (m.Party.bit | m.Head.bit | m.Goods.bit):
        return None
    told = [head for at, head in state.scanned.of(m.Head) if state.scanned.mentions[at].end <= phrase.chunk.items[0].start]
    return told[-1] if told and told[-1].agent else None


def _says_way(frame: Frame, phrase: Phrase) -> bool:
    """Whether a chunk names an end of the flow in its role: "… and 9 kt of fruit from Peru"."""
    if frame.ends is None:
        return False
    from_it = frame.ends.exporter is not None and phrase.of(Slot.FROM) == [frame.ends.exporter]
    return from_it or (frame.ends.importer is not None and phrase.of(Slot.TO) == [frame.ends.importer])


def _by_another_way(state: State, phrase: Phrase, frame: Frame) -> bool:
    """Whether a chunk gives a way that no register knows a level of its own: "5 Mt by Ilo and 2 Mt by the port of Ite"."""
    told = state.draft is not None and state.draft.level and frame.route is not None
    return told and phrase.route is None and bool(phrase.figures) and by_way(phrase)


def _tells_of_partner(state: State, phrase: Phrase, frame: Frame, placed: list[Placed]) -> bool:
    """Whether a part is that of the partner whom only the text lent the whole: "exports were 9 Mt, including 3 Mt to Peru"."""
    parts = Anaphor.OF_WHICH in phrase.pointers or phrase.chunk.opener is Mark.CONTRAST
    if not parts or len(placed) != 1 or frame.ends is None or "parties" not in frame.ends.carried:
        return False
    partner = frame.ends.importer if frame.head.side is Side.EXPORTER else frame.ends.exporter
    return state.draft is not None and state.draft.level and bool(phrase.figures) and placed[0].codes == (partner,)


def _part_of_more(state: State, phrase: Phrase, goods: tuple[str, ...]) -> None:
    """Leave a whole without the goods of which a part is, and that only the sentences before lent it: "5 Mt, of which 3 Mt of ore"."""
    if not goods or Anaphor.OF_WHICH not in phrase.pointers or state.draft is None:
        return
    whole = state.draft.frame
    lent = whole.goods if whole.lent else state.unnamed_goods() if not whole.goods else ()
    unknown = not whole.goods and not lent and state.draft.volume is not None and bool(phrase.figures)  # "130 Mt, of which 98 Mt of coal"
    if unknown or (lent and not set(commodity(goods[0]).ancestors()) & set(lent)):
        whole.goods, whole.cargo, whole.lent = (), True, False


def _has_figure(phrase: Phrase, placed: Placed) -> bool:
    """Whether a figure is told right behind a party as its own: "Peru's 5 Mt"."""
    items = phrase.chunk.items
    return (
        placed.index >= 0
        and owned(items, placed.index)
        and placed.index + 2 < len(items)
        and bool(items[placed.index + 2].mask & m.Figure.bit)
    )


def _named_again(state: State, phrase: Phrase) -> bool:
    """Whether a chunk names its goods with a level of their own, beside that of a part: "other fish $2bn, all fish $9bn"."""
    draft = state.draft
    if draft is None or not draft.level or not phrase.goods or not phrase.figures or phrase.goods[0][0] > phrase.figures[0]:
        return False
    figure = phrase.chunk.items[phrase.figures[0]].get(m.Figure)
    taken = draft.value if figure is not None and figure.quantity.is_money else draft.volume
    if figure is not None and figure.scaled and figure.quantity.unit == "1":
        taken = draft.value or draft.volume
    return figure is not None and figure.quantity.dimension not in RELATIVE and taken is not None


def _is_worth_of(state: State, phrase: Phrase, ends: Ends) -> bool:
    """Whether a chunk names one of the two again to tell what the goods cost whose weight was told: "5 Mt, up 3%; China paid $2bn"."""
    draft = state.draft
    if draft is None or draft.volume is None or draft.value is not None or phrase.heads or draft.frame.ends is None:
        return False
    told, figures = draft.frame.ends, [phrase.chunk.items[at].get(m.Figure) for at in phrase.figures]
    money = len(figures) == 1 and figures[0] is not None and figures[0].quantity.is_money
    return money and {told.exporter, told.importer} == {ends.exporter, ends.importer}


def _another_region(state: State, phrase: Phrase) -> bool:
    """Whether a chunk gives another region of the same country a level of its own: "Guangdong $2.8bn, Shandong $2.2bn"."""
    draft, items = state.draft, phrase.chunk.items
    if draft is None or not draft.level or draft.frame.share or phrase.heads or not phrase.figures:
        return False
    at = phrase.figures[0] - 1
    at -= at > 0 and bool(items[at].mask & (m.Level.bit | m.Share.bit)) and not items[at - 1].mask & m.Figure.bit  # "Guangdong gave 3 Mt"
    before = items[at] if phrase.figures[0] else _before_bracket(state, phrase)
    party, figure = before.get(m.Party) if before is not None else None, items[phrase.figures[0]].get(m.Figure)
    if party is None or party.place is None or figure is None or figure.quantity.dimension in RELATIVE or draft.frame.ends is None:
        return False
    taken = draft.value if figure.quantity.is_money else draft.volume
    return taken is not None and bool(set(party.codes) & {draft.frame.ends.exporter, draft.frame.ends.importer})


def _before_bracket(state: State, phrase: Phrase) -> Mention | None:
    """Return the mention right before a bracket that holds nothing but a figure: "then Shandong ($2.2bn)"."""
    if phrase.chunk.opener is not Mark.OPEN or len(phrase.chunk.items) > 1 or state.ending.party is None:
        return None
    start = phrase.chunk.items[0].start
    return next((item for item in reversed(state.scanned.mentions) if item.end < start and not item.mask & m.Punctuation.bit), None)
