"""The members of a list: a chunk without a head that names another party, another good or another route makes a flow of its own."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Role, Side, Use
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.figure_part import RELATIVE
from sinorus.parsers.flow.goods import goods_of
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.flow.usual import likelier
from sinorus.parsers.flow.varied_ends import STARTS, is_way, varied_ends
from sinorus.parsers.flow.whole import of_another
from sinorus.parsers.marks import mark_of, role_of
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot, owned
from sinorus.records import Measure
from sinorus.values.evolve import evolve
from sinorus.world import commodity


def vary(state: State, phrase: Phrase) -> None:
    """A chunk without a head: a member of a list (another party, another good) makes a flow of its own."""
    frame = state.frame
    if frame is None or frame.other is not None or frame.ends is None:
        return
    placed = _named(state, phrase, frame)
    if phrase.share and placed and not frame.falls:
        frame.falls = True
    if frame.head.measure is Measure.BALANCE and phrase.of(Slot.OF) == [frame.ends.importer]:
        frame.ends = frame.ends.reversed()  # "in favour of Russia"
        return
    if phrase.chunk.opener is Mark.RELATIVE and state.antecedent is not None and any(each.slot is Slot.TO for each in placed):
        placed.append(Placed(-1, (state.antecedent,), Slot.FROM))
        state.close()
        state.frame = frame = evolve(frame, share=False)
    goods = goods_of(state, phrase) if not frame.share or frame.whole or (frame.goods and not placed) else ()
    _part_of_more(state, phrase, goods)
    together = _together(frame, phrase, placed)
    if together is not None:
        state.close()
        state.frame = evolve(together, start=phrase.chunk.items[0].start, goods=goods or frame.goods)
        return
    if len(placed) > 1 and _has_figure(phrase, placed[0]):
        placed = placed[:1]  # "Peru's 5 Mt were partly Chilean"
    if (one := _one_of_several(frame, placed)) is not None:
        state.close()
        state.frame = evolve(frame, ends=one, parties=(), start=phrase.chunk.items[0].start, goods=goods or frame.goods)
        return
    if len(placed) > 1 and {each.slot for each in placed} <= STARTS and not _is_joint(phrase, placed):
        placed = placed[:1]  # "those from Malaysia, often of Iranian origin": who is named first
    if frame.dealt is not None and placed and state.draft is not None and state.draft.level:
        likelier(frame, state.draft.period, state.context)  # where the member before stands, this one does
    other = of_another(phrase, frame.ends, placed, frame.varies) if frame.share and frame.ends is not None else None
    ends = other or varied_ends(frame, placed, holds=((phrase.share or state.holding) and not frame.share) or frame.whole)
    turned = ends is None and Anaphor.REVERSE in phrase.pointers and state.draft is not None
    if turned:
        ends = frame.ends.reversed() if frame.ends is not None else None
    fresh_goods = bool(goods) and (goods != frame.goods or _named_again(state, phrase))
    rerouted = phrase.route is not None and phrase.route != frame.route and bool(phrase.figures)
    rerouted = rerouted or (ends is None and _another_region(state, phrase))
    if ends is None and not frame.share and _foreign(frame.ends, placed):
        state.close()
        state.frame = evolve(frame, ends=None, start=phrase.chunk.items[0].start)
        return
    if ends is None and not fresh_goods and not rerouted:
        return
    state.close()
    state.frame = frame = frame.copy()
    frame.start = phrase.chunk.items[0].start
    if other is not None:
        frame.ends, frame.parties, frame.fixed = other, (), True
    elif ends is not None:
        _turn_to(frame, ends, placed, turned=turned)
    if fresh_goods:
        frame.goods = goods
    if rerouted and phrase.route is not None:
        frame.route = phrase.route


def _part_of_more(state: State, phrase: Phrase, goods: tuple[str, ...]) -> None:
    """Take from a whole the goods that only the sentences before lent it, where a part is of these: "5 Mt, of which 3 Mt of ore"."""
    if not goods or Anaphor.OF_WHICH not in phrase.pointers or state.draft is None:
        return
    whole = state.draft.frame
    lent = whole.goods if whole.lent else state.unnamed_goods() if not whole.goods else ()
    if lent and not set(commodity(goods[0]).ancestors()) & set(lent):
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


def _together(frame: Frame, phrase: Phrase, placed: list[Placed]) -> Frame | None:
    """Return the frame of two or more who are named together: of a trade between them, or of a list with a figure each."""
    ahead = bool(phrase.figures) and phrase.figures[0] == 0  # the parties are those named right before
    joint = _is_joint(phrase, placed)
    if frame.head.side is Side.BOTH and not frame.share and len(placed) == 2 and (ahead or joint):
        return evolve(frame, ends=Ends(exporter=placed[0].codes[0], importer=placed[1].codes[0]), parties=())
    first = varied_ends(frame, placed[:1]) if joint else None
    if first is None:
        return None
    varies = "exporter" if first.exporter == placed[0].codes[0] else "importer"
    return evolve(frame, ends=first, parties=tuple(code for each in placed for code in each.codes), varies=varies)


def _one_of_several(frame: Frame, placed: list[Placed]) -> Ends | None:
    """Return the ends of one of those whose sum was told: "the three sold 9 Mt in all, of which Peru 3 Mt"."""
    if frame.ends is None or len(frame.parties) < 2 or len(placed) != 1 or placed[0].slot is Slot.RIVAL:
        return None
    code = placed[0].codes[0]
    if code not in frame.parties:
        return None
    return evolve(frame.ends, importer=code) if frame.varies == "importer" else evolve(frame.ends, exporter=code)


def _turn_to(frame: Frame, ends: Ends, placed: list[Placed], *, turned: bool) -> None:
    """Give a frame the ends of a member of a list."""
    frame.ways = frame.ways or (len(placed) == 1 and is_way(frame, placed[0]))
    frame.head = Head(Measure.EXPORTS, Side.EXPORTER) if frame.ways else frame.head
    if turned:
        frame.head = evolve(frame.head, side=frame.head.side.facing)
    elif frame.ends is not None:
        frame.dealt = "importer" if ends.exporter == frame.ends.exporter else "exporter"
    frame.fixed = bool(placed) and placed[0].slot in {Slot.TO, Slot.FROM} and not frame.falls
    frame.ends, frame.parties = ends, ()


def widen(state: State, phrase: Phrase) -> None:
    """A whole of which a part went to somebody went to all: "the region sold 96 kt, 29 kt of them to China"."""
    draft = state.draft
    if draft is None or not (phrase.share or Anaphor.OF_WHICH in phrase.pointers) or draft.frame.ends is None or not draft.level:
        return
    ends = draft.frame.ends
    if "partner" not in ends.carried or draft.frame.head.measure is not Measure.EXPORTS:
        return
    if phrase.of(Slot.TO) == [ends.importer]:
        draft.frame = evolve(draft.frame, ends=evolve(ends, importer=None), world=True)
    elif phrase.of(Slot.FROM) == [ends.exporter]:
        draft.frame = evolve(draft.frame, ends=evolve(ends, exporter=None), world=True)


def _named_again(state: State, phrase: Phrase) -> bool:
    """Whether a chunk names its goods with a level of their own, beside that of a part: "other fish $2bn, all fish $9bn"."""
    draft = state.draft
    if draft is None or not draft.level or not phrase.goods or not phrase.figures or phrase.goods[0][0] > phrase.figures[0]:
        return False
    figure = phrase.chunk.items[phrase.figures[0]].get(m.Figure)
    taken = draft.value if figure is not None and figure.quantity.is_money else draft.volume
    return figure is not None and figure.quantity.dimension not in RELATIVE and taken is not None


def named_last(state: State, phrase: Phrase) -> str | None:
    """Return the country to which "the bloc" or "that country" points: named last in the sentence, or first in the one before."""
    before = [placed.codes[0] for placed in state.intro if len(placed.codes) == 1]
    if not before and (back := _sent_back(state, phrase)) is not None:
        return back
    here = {code for placed in phrase.parties for code in placed.codes}
    third = [code for code in state.context.pair() or () if code not in SUBJECTS]
    told = (*third, state.context.subject) if state.context.subject in SUBJECTS else (state.context.subject,)
    return next((code for code in (*reversed(before), *told) if code is not None and code not in here), None)


def _sent_back(state: State, phrase: Phrase) -> str | None:
    """Return the partner in the flow just told, where the other way is told of "the country": "it sold China fish; imports from …"."""
    flow, head = state.context.flow, phrase.heads[0][1] if phrase.heads else None
    if flow is None or flow.goods is not None or flow.measure is not Measure.EXPORTS or head is None or phrase.goods:
        return None
    back = head.side is not Side.BOTH and head.side is flow.side.facing and head.use is Use.NOUN and not head.weak
    return flow.partner if back else None


def complete(state: State, phrase: Phrase) -> None:
    """Give the claim at hand the end that is named behind a bracket: "$4bn (30bn yuan) worth of goods to Peru"."""
    draft = state.draft
    if draft is None or draft.frame.ends is None:
        return
    ends, goal, start = draft.frame.ends, phrase.of(Slot.TO), phrase.of(Slot.FROM)
    if ends.importer is None and len(goal) == 1 and goal[0] != ends.exporter:
        draft.frame = state.frame = evolve(draft.frame, ends=evolve(ends, importer=goal[0]))
    elif ends.exporter is None and len(start) == 1 and start[0] != ends.importer:
        draft.frame = state.frame = evolve(draft.frame, ends=evolve(ends, exporter=start[0]))
    else:
        return
    if phrase.periods and draft.period is None:
        draft.period, draft.named = anchored(state, phrase.periods[-1][1]), True
        phrase.periods = []


def specify(state: State, phrase: Phrase) -> bool:
    """Whether a chunk behind a dash says of whom or what the part just told is: "of this 3 Mt — Russian wheat for China"."""
    draft = state.draft
    if draft is None or not draft.part or draft.frame.ends is None or not (phrase.parties or phrase.goods or phrase.route):
        return False
    only = phrase.item(phrase.parties[0].index) if len(phrase.parties) == 1 else None
    named = only.get(m.Party) if only is not None else None
    if named is not None and named.place is not None and not phrase.goods:
        return False  # "by the line Skovorodino — Mohe": a town
    frame = draft.frame = draft.frame.copy()
    frame.route = phrase.route or frame.route
    ends = frame.ends
    origin, goal = phrase.of(Slot.ORIGIN) or phrase.of(Slot.FROM), phrase.of(Slot.TO)
    if len(origin) == 1 and len(goal) == 1:
        frame.head, ends = Head(Measure.EXPORTS, Side.EXPORTER), Ends(exporter=origin[0], importer=goal[0])
    elif len(phrase.parties) == 1 and len(phrase.parties[0].codes) == 1:
        ends = varied_ends(frame, phrase.parties) or ends
    frame.ends = ends
    frame.goods = goods_of(state, phrase) or frame.goods
    draft.reach(phrase.chunk.items[0].start, phrase.chunk.items[-1].end)
    return True


def _named(state: State, phrase: Phrase, frame: Frame) -> list[Placed]:
    """Return the parties of a chunk, or those named right before it; goods named there become its own."""
    in_brackets(state, phrase)
    lead = phrase.chunk.items[: phrase.figures[0]] if phrase.figures else []
    led = state.fresh and bool(lead) and bool(lead[0].mask & (m.Movement.bit | m.Level.bit)) and not (phrase.parties or phrase.goods)
    if phrase.figures and (led or not lead or (len(lead) == 1 and (lead[0].mask & m.Relation.bit or Anaphor.OF_WHICH in phrase.pointers))):
        phrase.parties = phrase.parties or state.listed or state.intro
        phrase.goods = phrase.goods or state.intro_goods
        state.intro, state.intro_goods = [], []
    ends = frame.ends
    relative = any(mark_of(item) is Mark.RELATIVE for item in lead)
    if relative and not phrase.parties and state.antecedent is not None and phrase.chunk.opener is Mark.COMMA:
        phrase.parties = [Placed(-1, (state.antecedent,), Slot.SUBJECT)]  # "and Peru, with which it was 3 Mt"
    if phrase.chunk.opener is Mark.RELATIVE and not phrase.parties and frame.dealt is not None and ends is not None:
        named = state.antecedent if state.antecedent not in {None, ends.exporter, ends.importer} else None
        phrase.parties = [Placed(-1, (named,), Slot.SUBJECT)] if named is not None else []
    return [
        each
        for each in phrase.parties
        if not _is_passed(phrase, each)
        and (each.slot is not Slot.RIVAL or (frame.share and _owns_figure(phrase, each)))
        and not (each.slot is Slot.PLACE and phrase.status is not None and each.index < phrase.status_at)  # "traders in Dubai expect …"
    ]


def _is_passed(phrase: Phrase, placed: Placed) -> bool:
    """Whether a party is only the town or land through which goods pass: "3 Mt of them by the line of Skovorodino"."""
    return phrase.item(placed.index) is not None and role_of(phrase.item(placed.index - 1)) is Role.VIA


def in_brackets(state: State, phrase: Phrase) -> None:
    """Give a figure in brackets the party or good right before them: "… was first, Mexico (415,000) and Belgium (217,000) followed"."""
    lead = phrase.chunk.items[: phrase.figures[0]] if phrase.figures else []
    bare = phrase.figures and all(item.mask & m.Share.bit for item in lead) and not phrase.parties and not phrase.goods
    ends = state.draft.frame.ends if state.draft is not None else None
    listed = state.draft is not None and state.tail in state.draft.frame.goods
    listed = listed or (ends is not None and state.antecedent in {ends.exporter, ends.importer} and state.antecedent is not None)
    if phrase.chunk.opener is Mark.OPEN and bare and not listed and (state.antecedent is not None or state.tail is not None):
        phrase.parties = [Placed(-1, (state.antecedent,), Slot.SUBJECT)] if state.antecedent is not None else []
        phrase.goods = [(-1, state.tail)] if state.tail is not None else []
        state.intro, state.intro_goods = [], []


def _owns_figure(phrase: Phrase, placed: Placed) -> bool:
    """Whether a party that is compared with has a figure of its own: "less than Germany's 9.6 per cent"."""
    between = [at for at in phrase.figures if at > placed.index]
    items = phrase.chunk.items
    return bool(between) and all(item.mask & m.Relation.bit for item in items[placed.index + 1 : between[0]])


def _another_region(state: State, phrase: Phrase) -> bool:
    """Whether a chunk gives another region of the same country a level of its own: "Guangdong $2.8bn, Shandong $2.2bn"."""
    draft, items = state.draft, phrase.chunk.items
    if draft is None or not draft.level or draft.frame.share or phrase.heads or not phrase.figures or not phrase.figures[0]:
        return False
    party, figure = items[phrase.figures[0] - 1].get(m.Party), items[phrase.figures[0]].get(m.Figure)
    if party is None or party.place is None or figure is None or figure.quantity.dimension in RELATIVE or draft.frame.ends is None:
        return False
    taken = draft.value if figure.quantity.is_money else draft.volume
    return taken is not None and bool(set(party.codes) & {draft.frame.ends.exporter, draft.frame.ends.importer})


def _foreign(ends: Ends | None, placed: list[Placed]) -> bool:
    """Whether a chunk names only others than the two of the flow, and several, so that whose its figures are is open."""
    named = {code for each in placed for code in each.codes}
    return ends is not None and len(named) > 1 and not named & {ends.exporter, ends.importer}


def _is_joint(phrase: Phrase, placed: list[Placed]) -> bool:
    """Whether parties of one role are joined before the figures: "Italy and the Netherlands followed with $5bn each"."""
    if len(placed) < 2 or len({each.slot for each in placed}) > 1 or not phrase.figures or placed[-1].index > phrase.figures[0]:
        return False
    if all(each.index < 0 for each in placed):  # "Iraq and Malaysia came third and fourth, with 5 Mt and 4 Mt"
        return len(placed) == len(phrase.figures)
    joints = (phrase.item(left.index + 1) if right.index == left.index + 2 else None for left, right in pairwise(placed))
    return all(joint is not None and joint.mask & m.Punctuation.bit for joint in joints)
