"""Figures dealt out over the members of a list, or back over the claims before them."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Head, Mark, Role, Side, Use
from sinorus.parsers.flow.applying import apply
from sinorus.parsers.flow.claim import Draft, Frame
from sinorus.parsers.flow.figure_part import FigureUse, What
from sinorus.parsers.flow.in_turn import by_time
from sinorus.parsers.flow.listed_goods import goods_before, join_worth
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.retold import Groups, by_word, change_all, tell_again
from sinorus.parsers.flow.series import by_series
from sinorus.parsers.flow.standing_apart import of_bracketed
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.flow.units import with_unit
from sinorus.parsers.marks import mark_of, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.records.evidence import Evidence
from sinorus.values import Change
from sinorus.values.evolve import evolve

_BEHIND = frozenset({Mark.COMMA, Mark.SEMICOLON, Mark.DASH})
"""Marks behind which changes may be told of the levels before: "… $5bn, imports $4bn; they rose by 3% and 2%"."""
_KINDS = 20
"""So many kinds of goods, and no goods, are counted."""


def deal_out(state: State, phrase: Phrase, found: list[FigureUse]) -> bool:
    """Deal figures out over the members of a list; return whether that was done."""
    frame = state.frame
    if frame is None or frame.ends is None:
        return False
    members: list[Frame] = []
    if len(frame.goods) > 1:
        members = [evolve(frame, goods=(each,)) for each in frame.goods]
    elif len(frame.parties) > 1:
        members = [_with_party(frame, code) for code in frame.parties]
    elif (regions := _regions(phrase, frame)) > 1:
        members = [evolve(frame) for _ in range(regions)]
    elif len(frame.heads) > 1:
        members = [evolve(frame, head=head, ends=_ends_for(head, frame)) for head in frame.heads]
    elif listed := goods_before(state, phrase, len(found)):
        members = [evolve(frame, goods=(each,)) for each in listed]
    phrase.each = phrase.each or (bool(members) and bool(found) and _in_equal_parts(phrase, found[0].index))
    if not members and len(found) < 2 and not phrase.each:
        return False
    count = len(members)
    groups: dict[tuple[What, bool], list[FigureUse]] = {}
    for use in found:
        if use.what not in {What.OTHER, What.UNKNOWN} and not _counts(use):
            groups.setdefault((use.what, use.quantity.is_money), []).append(use)
    if not members and (by_series(state, phrase, groups) or by_time(state, phrase, groups)):
        return True
    if not members and (tell_again(state, phrase, groups) or change_all(state, phrase, groups)):
        return True
    if not members or ({what for what, _ in groups} == {What.CHANGE} and _all_told(state, phrase, groups, count)):
        return _deal_back(state, phrase, groups)
    if len(frame.parties) > 1 and not phrase.each and len(groups.get((What.LEVEL, True), groups.get((What.LEVEL, False), ()))) == 1:
        sent = any(head.use is Use.VERB and head.side is Side.EXPORTER for _, head in phrase.heads)
        if sent and tuple(phrase.of(Slot.TO)) == frame.parties:
            state.frame = evolve(frame, ends=evolve(frame.ends, importer=None), parties=(), world=True)  # "sent 3 Mt to Peru and Chile"
        if (whole := _of_all(phrase, frame)) is not None:
            state.close()
            state.frame = whole
            return False
        state.drop(phrase.chunk.items[found[0].index], "several partners share one figure")
        return True
    if not members or not (phrase.each or any(len(group) == count for group in groups.values())):
        return False
    told = len(state.records) + (state.draft is not None)
    _deal(state, phrase, members, groups)
    join_worth(state, told, count)
    state.frame = frame
    return True


def _deal(state: State, phrase: Phrase, members: list[Frame], groups: Groups) -> None:
    """Give each member of a list its figures, and the one change that they have in common."""
    count = len(members)
    common = _change_of_all(state, groups, count)
    if common is None and not any(what is What.CHANGE for what, _ in groups) and len(grown := by_word(phrase)) == 1:
        groups = {(What.CHANGE, False): grown, **groups}  # "exports of tin and zinc doubled to 9 and 4 kt, respectively"
        if _leads(grown[0], groups, count):
            phrase.movements, state.direction = [], grown[0].direction
    for position, member in enumerate(members):
        state.draft = evolve(common, frame=member) if common is not None else state.draft
        if common is None:
            state.close()
        state.frame = member
        for (what, _), group in groups.items():
            shared = len(group) == 1 and (phrase.each or (what is What.CHANGE and _leads(group[0], groups, count)))
            if len(group) == count or shared:
                apply(state, phrase, group[position % len(group)])
        state.close()


def _leads(change: FigureUse, groups: Groups, count: int) -> bool:
    """Whether a change is told before the levels of all: "tin and zinc fell by 5% to 9 and 4 kt, respectively"."""
    return any(what is What.LEVEL and len(group) == count and change.index < group[0].index for (what, _), group in groups.items())


def _change_of_all(state: State, groups: Groups, count: int) -> Draft | None:
    """Return the change of all members that was told before their levels: "tin and zinc doubled, to 9 and 4 kt, respectively"."""
    draft, frame = state.draft, state.frame
    if draft is None or frame is None or draft.by is None or draft.level or draft.earlier:
        return None
    alike = (draft.frame.goods, draft.frame.parties, draft.frame.heads) == (frame.goods, frame.parties, frame.heads)
    levels = any(what is What.LEVEL and len(group) == count for (what, _), group in groups.items())
    return draft if alike and levels and not any(what is What.CHANGE for what, _ in groups) else None


def _all_told(state: State, phrase: Phrase, groups: Groups, count: int) -> bool:
    """Whether a level of each member of a list has been told before a chunk that has nothing but changes."""
    if state.draft is None:
        return len(state.records) >= count
    return all(_told_in_turn(state, phrase, group) for group in groups.values())


def _in_equal_parts(phrase: Phrase, figure: int) -> bool:
    """Whether a figure is that of every member, by the preposition of routes, which none can be: «Китаю и Индии продали по 3 млн т»."""
    return figure > 0 and role_of(phrase.chunk.items[figure - 1]) is Role.VIA


def _of_all(phrase: Phrase, frame: Frame) -> Frame | None:
    """Return the flow of several together, of whom the record names none: "from Peru and Chile came 9 Mt", "sent 3 Mt to both"."""
    ends = frame.ends
    sent = any(head.use is Use.VERB and head.side is Side.EXPORTER for _, head in phrase.heads)
    if ends is not None and sent and tuple(phrase.of(Slot.TO)) == frame.parties:
        return evolve(frame, ends=evolve(ends, importer=None), parties=(), world=True)
    if ends is None or frame.varies != "exporter" or frame.head.measure is not Measure.EXPORTS or frame.share:
        return None
    if ends.importer not in SUBJECTS or ends.importer in frame.parties or not set(frame.parties) <= set(phrase.of(Slot.FROM)):
        return None
    return evolve(frame, ends=evolve(ends, exporter=None), parties=())


def _counts(use: FigureUse) -> bool:
    """Whether a figure only counts kinds of goods or firms: "seven classes of shoes"."""
    return use.what is What.LEVEL and use.quantity.unit == "1" and use.quantity.amount < _KINDS


def _regions(phrase: Phrase, frame: Frame) -> int:
    """Return how many regions of one of the two ends a chunk lists: "Guangdong and Shandong had $2.8bn and $2.2bn, respectively"."""
    ends = frame.ends
    if ends is None or phrase.heads or not phrase.chunk.mask & m.Party.bit:
        return 0
    named = [party for _, party in phrase.chunk.of(m.Party) if party.place is not None]
    same = len({party.codes for party in named}) == 1 and len({party.place for party in named}) == len(named)
    return len(named) if same and set(named[0].codes) & {ends.exporter, ends.importer} else 0


def _deal_back(state: State, phrase: Phrase, groups: Groups) -> bool:
    """Deal changes out over the claims told just before: "exports were $5bn and imports $4bn, up 3% and 2%"."""
    changes = next((group for (what, _), group in groups.items() if what is What.CHANGE and len(group) > 1), None)
    shares = next((group for (what, _), group in groups.items() if what is What.SHARE and len(group) > 1), None)
    if changes is None and shares is not None and _share_back(state, phrase, shares):
        return True
    levels = next((group for (what, _), group in groups.items() if what is What.LEVEL and len(group) > 1), None)
    if changes is None and levels is not None and _levels_back(state, phrase, levels):
        return True
    if changes is None:
        dealt = state.scanned.mask & m.Respectively.bit or (shares is not None and _side_by_side(phrase, shares))
        if dealt and any(len(group) > 1 for group in groups.values()):
            state.drop(phrase.chunk.items[0], "figures are dealt out over a list that cannot be told")
            return True
        return False
    if of_bracketed(state, phrase):
        state.drop(phrase.chunk.items[0], "so many times what others have")
        return True
    if not phrase.heads and len(changes) == 2 and _part_by_change(state, phrase, changes):
        return True
    if phrase.heads or not (state.scanned.mask & m.Respectively.bit or _told_in_turn(state, phrase, changes)):
        return False
    state.close()
    told = state.records[-len(changes) :]
    if len(told) < len(changes) or any(record.change is not None and record.change.by is not None for record in told):
        state.drop(phrase.chunk.items[0], "changes are dealt out over claims that cannot be told")
        return True
    for position, use in enumerate(changes):
        at = len(state.records) - len(changes) + position
        item = phrase.chunk.items[use.index]
        direction = use.direction or state.direction
        if direction is not None:
            change = Change(direction=direction, by=use.quantity, basis=phrase.basis.basis if phrase.basis else None)
            state.records[at] = evolve(state.records[at], change=change).with_evidence(
                Evidence.of(state.scanned.text, item.start, item.end)
            )
    return True


def _side_by_side(phrase: Phrase, shares: list[FigureUse]) -> bool:
    """Whether shares are joined that one holder cannot have both: "two years earlier the shares had been 31% and 2%"."""
    items = phrase.chunk.items
    bare = not (phrase.heads or phrase.parties or phrase.goods or len(phrase.periods) > 1)
    joined = all(right.index == left.index + 2 and mark_of(items[left.index + 1]) is Mark.AND for left, right in pairwise(shares))
    return bare and phrase.share_noun is not None and joined


def _share_back(state: State, phrase: Phrase, shares: list[FigureUse]) -> bool:
    """Deal shares out over the claims told just before: "coal was 5 Mt and oil 4 Mt, 12% and 9% of all, respectively"."""
    if not state.scanned.mask & m.Respectively.bit:
        return False
    state.close()
    told = state.records[-len(shares) :]
    if len(told) < len(shares) or any(record.share is not None for record in told):
        return False
    for position, use in enumerate(shares):
        at, item = len(state.records) - len(shares) + position, phrase.chunk.items[use.index]
        state.records[at] = evolve(state.records[at], share=use.quantity).with_evidence(
            Evidence.of(state.scanned.text, item.start, item.end)
        )
    return True


def _levels_back(state: State, phrase: Phrase, levels: list[FigureUse]) -> bool:
    """Deal levels out over the changes told just before: "trade with Peru fell 9% and with Chile 25%, to $46bn and $31bn, respectively"."""
    draft, frame, count = state.draft, state.frame, len(levels)
    if draft is None or draft.level or draft.by is None or frame is None or phrase.heads or not phrase.chunk.mask & m.Respectively.bit:
        return False
    before = state.records[-(count - 1) :]
    if len(before) < count - 1 or any(each.value or each.volume or each.share or each.change is None for each in before):
        return False
    units = [with_unit(state, use.quantity, draft, phrase, use.index) for use in levels]
    state.close()
    first = len(state.records) - count
    for position, (use, quantity) in enumerate(zip(levels, units, strict=True)):
        record, item = state.records[first + position], phrase.chunk.items[use.index]
        if quantity is not None:
            told = evolve(record, value=quantity) if quantity.is_money else evolve(record, volume=quantity)
            state.records[first + position] = told.with_evidence(Evidence.of(state.scanned.text, item.start, item.end))
    return True


def _told_in_turn(state: State, phrase: Phrase, changes: list[FigureUse]) -> bool:
    """Whether as many levels stand before in the sentence, none with a change, as a chunk of its own gives changes."""
    levels = [record for at, record in enumerate(state.records) if at not in state.past]
    open_level = state.draft is not None and state.draft.level and state.draft.by is None
    bare = all(record.change is None or record.change.by is None for record in levels)
    return phrase.chunk.opener in _BEHIND and open_level and bare and len(levels) + 1 == len(changes)


def _part_by_change(state: State, phrase: Phrase, changes: list[FigureUse]) -> bool:
    """Deal two changes out over the value and the volume of one flow, which are two claims then: "0.1 Mt worth $5m, up 12% and 5%"."""
    draft = state.draft
    if draft is None or draft.value is None or draft.volume is None or draft.by is not None:
        return False
    worth = evolve(draft, volume=None)
    draft.value = None
    parts = [worth, draft] if draft.money_first else [draft, worth]
    for part, use in zip(parts, changes, strict=True):
        state.draft = part
        apply(state, phrase, use)
        state.close()
    return True


def _with_party(frame: Frame, code: str) -> Frame:
    ends = frame.ends
    assert ends is not None
    if frame.varies == "exporter" or (frame.varies is None and frame.head.side is Side.IMPORTER):
        return evolve(frame, ends=evolve(ends, exporter=code))
    return evolve(frame, ends=evolve(ends, importer=code))


def _ends_for(head: Head, frame: Frame) -> Ends | None:
    ends = frame.ends
    return ends if ends is None or head.side is frame.head.side or Side.BOTH in {head.side, frame.head.side} else ends.reversed()
