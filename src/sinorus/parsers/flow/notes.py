"""What a chunk without figures says for the chunks after it, or for the claim before it."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.flow.earlier import beaten
from sinorus.parsers.flow.figure_part import What
from sinorus.parsers.flow.in_turn import listed_times
from sinorus.parsers.flow.moved import by_way
from sinorus.parsers.flow.noted_time import note_period
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.source import is_count
from sinorus.parsers.flow.standing import subject_of
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.told_more import complete, specify
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.records import FlowStatus
from sinorus.scan.mention import Mention, meanings_of
from sinorus.values import Bound
from sinorus.values.evolve import evolve

_INTRODUCED = frozenset({Slot.FROM, Slot.TO, Slot.WITH, Slot.OWNER, Slot.SUBJECT, Slot.PAIR, Slot.ORIGIN})
_OF_PARTS = m.Share.bit | m.Level.bit | m.Pointer.bit | m.Relation.bit | m.Respectively.bit
_LISTED = m.Party.bit | m.Punctuation.bit
_TOLD_OF_ALL = m.Pointer.bit | m.Movement.bit | m.Respectively.bit | m.Punctuation.bit
"""What may stand behind a list that tells something of all its members."""


def note(state: State, phrase: Phrase, headed: bool) -> None:
    """Keep what a chunk without figures says for the chunks after it, or for the claim before it."""
    if phrase.world and not headed:
        state.world = True
    if state.draft is not None and len(phrase.chunk.items) == 1 and Anaphor.OF_WHICH in phrase.pointers:
        frame = state.draft.frame  # "exports through Manzhouli were 9 Mt (up 5%), including" leads to a list of goods
        frame.cargo = frame.cargo or (frame.route is not None and not frame.goods)
    state.beaten = beaten(phrase, len(phrase.chunk.items)) or _overtaken(state, phrase)
    if phrase.share and all(item.mask & _OF_PARTS for item in phrase.chunk.items):
        state.last, state.direction = What.SHARE, None  # "exports were $9bn, made up as follows: fish 38%, …"
    elif phrase.share_noun is not None and phrase.goods and not phrase.movements and all(map(_of_part, phrase.chunk.items)):
        _turn_to_part(state, phrase)
    if _holds(state, phrase) or (not headed and _turns_way(state, phrase)):
        return
    if phrase.movements:
        state.direction = phrase.movements[-1][1].direction
    if not headed and _was_goal(state, phrase):
        return
    if phrase.status is not None:
        state.status, state.intended = phrase.status.status, phrase.status_at < 0
        if state.frame is not None and headed:
            state.frame.status = state.status
        if state.draft is not None and phrase.chunk.opener is Mark.RELATIVE:
            state.draft.status = state.status
    if not headed and phrase.chunk.opener is Mark.DASH and specify(state, phrase):
        return
    if not headed and phrase.chunk.opener is Mark.CLOSE:
        complete(state, phrase)
    if len(times := listed_times(phrase.chunk)) > 1 and not headed:
        state.times = times
    state.shared = state.shared or phrase.share_noun is not None  # "the largest part was coal (41%)"
    if note_period(state, phrase, headed):
        return
    if (phrase.basis is not None or phrase.bases) and ((state.draft is None and state.frame is None) or _only_compares(phrase)):
        state.basis = phrase.basis.basis if phrase.basis is not None else None
        state.base = phrase.bases[-1][1] if phrase.bases else None
    if phrase.basis is not None and state.draft is not None and state.draft.by is not None and state.draft.basis is None:
        state.draft.basis = phrase.basis.basis
    if not headed:
        introduce(state, phrase)


def _only_compares(phrase: Phrase) -> bool:
    """Whether a chunk tells nothing but with which time the next one compares: "…; against the first half of 2019, it was 6% more"."""
    return bool(phrase.bases) and all(item.mask & (m.Relation.bit | PeriodExpr.bit) for item in phrase.chunk.items)


def _turn_to_part(state: State, phrase: Phrase) -> None:
    """Turn to the goods whose share is told next: "exports were $9bn, the largest share of which fish had, 38%"."""
    told = state.draft.frame if state.draft is not None else state.frame
    state.close()
    state.last, state.direction = What.SHARE, None
    if told is not None:
        state.frame = evolve(told, goods=tuple(dict.fromkeys(each for _, each in phrase.goods)), start=phrase.chunk.items[0].start)


def _of_part(item: Mention) -> bool:
    """Whether the word may tell which goods have a share, and how large it is among others'."""
    return bool(item.mask & (_OF_PARTS | m.Goods.bit))


def _overtaken(state: State, phrase: Phrase) -> tuple[str, str] | None:
    """Return who has overtaken whom by a clause that names the latter alone: "Peru was first, overtaking Chile, with 9 Mt against 7"."""
    ends = state.frame.ends if state.frame is not None else None
    if ends is None or len(phrase.parties) != 1 or phrase.heads:
        return None
    rival, winner = phrase.parties[0], subject_of(state.scanned)
    known = winner is not None and winner in {ends.exporter, ends.importer}
    return (winner, rival.codes[0]) if winner is not None and known and rival.slot is Slot.RIVAL and len(rival.codes) == 1 else None


def _turns_way(state: State, phrase: Phrase) -> bool:
    """Whether a chunk only names the way of which is told next: "by Ilo went 5 Mt; by Arica, 2 Mt"."""
    draft = state.draft
    if draft is None or not draft.level or draft.frame.route is None or not by_way(phrase) or phrase.heads or phrase.goods:
        return False
    state.close()
    state.frame = evolve(draft.frame, route=phrase.route, start=phrase.chunk.items[0].start)
    return True


def _was_goal(state: State, phrase: Phrase) -> bool:
    """Whether a chunk only says that the level just told had been a goal: "$100 billion — the goal set by both — and came to …"."""
    draft, certainty = state.draft, phrase.status
    if draft is None or (draft.value is None and draft.volume is None) or certainty is None or certainty.status is not FlowStatus.TARGET:
        return False
    aside = phrase.chunk.opener in {Mark.DASH, Mark.OPEN} or (phrase.chunk.opener is Mark.COMMA and phrase.status_at == 0)
    if not aside or phrase.status_at > 0 or phrase.movements:
        return False
    goal = evolve(draft, by=None, direction=None, basis=None, share=None, record=False, status=FlowStatus.TARGET, aside=True)
    goal.frame, goal.period = evolve(draft.frame, status=FlowStatus.TARGET), None
    if goal.value is not None and goal.value.bound is Bound.OVER:
        goal.value = evolve(goal.value, bound=Bound.EXACT)
    state.finish(goal)
    return True


def _holds(state: State, phrase: Phrase) -> bool:
    """Whether a chunk names who has the share just told: "with 34% of what China bought, Peru was second"."""
    draft, named = state.draft, phrase.of(Slot.SUBJECT)
    if draft is None or draft.share is None or draft.frame.ends is None or len(named) != 1 or phrase.heads:
        return False
    if phrase.chunk.opener is Mark.CONTRAST:
        return False  # "…, second after Chile": who comes before has none of it
    ends = draft.frame.ends
    if (ends.exporter is None) is (ends.importer is None) or named[0] in {ends.exporter, ends.importer}:
        return False
    draft.frame = state.frame = evolve(
        draft.frame, ends=evolve(ends, exporter=ends.exporter or named[0], importer=ends.importer or named[0])
    )
    return True


def _is_part(phrase: Phrase) -> bool:
    """Whether a chunk begins with a part of what was told: "of them", "including"."""
    pointer = phrase.chunk.items[0].get(m.Pointer)
    return pointer is not None and pointer.to is Anaphor.OF_WHICH


def _outdoes(phrase: Phrase) -> bool:
    """Whether a chunk tells that somebody is overtaken and does not name him."""
    items = phrase.chunk.items
    over = next((at for at, level in meanings_of(items, m.Level) if level.bound is Bound.OVER), None)
    return over is not None and not phrase.figures and not any(item.mask & m.Party.bit for item in items[over + 1 :])


def _holder(phrase: Phrase) -> list[Placed]:
    """Return the country that has what is told next, where it stands alone with its preposition: «У Японии, третьей в списке, 47 млрд»."""
    items = phrase.chunk.items
    if len(items) != 2 or role_of(items[0]) is not Role.AT or len(phrase.parties) != 1:
        return []
    party = items[1].get(m.Party)
    return [Placed(1, phrase.parties[0].codes, Slot.SUBJECT)] if party is not None and party.place is None else []


def _composes(phrase: Phrase) -> bool:
    """Whether a chunk names goods of which something consists: "for the most part machines", "are mostly machines"."""
    items = phrase.chunk.items
    return bool(phrase.goods) and bool((items[0].mask | items[-1].mask) & m.Level.bit)


def _is_list(items: list[Mention]) -> bool:
    """Whether nothing but names stands in a chunk, and who they are next to: "next came Peru and Chile", "Peru and Chile both fell"."""
    first, last = int(bool(items[0].mask & m.Pointer.bit)), len(items)
    while last > first and items[last - 1].mask & _TOLD_OF_ALL:
        last -= 1
    return all(item.mask & _LISTED for item in items[first:last])


def _tells_order(phrase: Phrase) -> bool:
    """Whether a clause only says that something is the other way round, as the order of partners is: "in tin it is the reverse: …"."""
    items = phrase.chunk.items
    at = next((at for at, item in enumerate(items) if (found := item.get(m.Pointer)) is not None and found.to is Anaphor.REVERSE), 0)
    return at == len(items) - 1 and at > 0 and bool(items[at - 1].mask & m.Level.bit) and not phrase.heads


def introduce(state: State, phrase: Phrase) -> None:
    """Keep parties and goods named before a head: "from Russia, China imported …"; "Mexico, 413,000"."""
    alone = {Anaphor.TOTAL} if len(phrase.chunk.items) == 1 else set()  # "the total, $9bn, grew by 4%"
    turns = {Anaphor.REVERSE} if not _tells_order(phrase) else set()
    state.pointers |= phrase.pointers & {Anaphor.OVERALL, Anaphor.PAIR, *turns, *alone}
    if not phrase.figures and (_is_part(phrase) or phrase.relative):
        return  # "most of them bound for Turkey", "when Finland was a buyer": an aside
    if state.frame is None and phrase.route is not None:
        state.route = phrase.route
    if phrase.others and not phrase.figures:
        return  # what a look-alike is of: "rapeseed, the duty on which stays, …"
    if phrase.chunk.items[0].mask & m.Speech.bit and not phrase.figures:
        return  # "by data of Peru's customs": who says so
    if phrase.chunk.opener is Mark.COMMA and is_count(phrase.chunk.items):
        return  # "…, Peru's figures show, …"
    outdone, state.outdone = state.outdone, _outdoes(phrase)
    if outdone and all(item.mask & m.Party.bit for item in phrase.chunk.items):
        return  # "it overtook the largest seller, Peru"
    introduced = [placed for placed in phrase.parties if placed.slot in _INTRODUCED] or _holder(phrase)
    if phrase.chunk.mask & m.Speech.bit and not phrase.figures:
        introduced = [evolve(placed, speaks=placed.slot is Slot.SUBJECT) for placed in introduced]
    turned = state.frame is not None and len(phrase.goods) == 1 and phrase.chunk.opener in {Mark.SEMICOLON, Mark.CONTRAST}
    turned = turned or (bool(phrase.goods) and state.last is What.SHARE and len(phrase.chunk.items) == 1)  # 煤炭占七成，矿石次之，占6%
    turned = turned or _is_first_of(state, phrase)
    state.fresh = bool(introduced) or turned
    alone_here = len(phrase.chunk.items) == 1 and bool(state.intro) and all(set(each.codes).isdisjoint(SUBJECTS) for each in introduced)
    listing = (len(introduced) > 1 and _is_list(phrase.chunk.items)) or alone_here  # "China is second on it, ahead is Peru, 9 Mt"
    state.listed = [Placed(-1, placed.codes, placed.slot) for placed in introduced] if listing else []
    if phrase.goods and not phrase.figures:
        state.apart = _says_more(state, phrase)
    if state.frame is None:
        state.intro += introduced
        sorts = phrase.chunk.opener is Mark.OPEN and bool(state.intro_goods) and len(phrase.goods) > 1
        state.intro_goods += [] if sorts else phrase.goods  # "metals (tin, zinc and others)": what they consist of
    elif (len(phrase.chunk.items) <= 3 or state.listed) and (introduced or phrase.goods):
        state.holding = phrase.share_noun is not None and bool(introduced)
        state.intro, state.intro_goods = introduced, list(phrase.goods)
        state.composed = _composes(phrase) and not introduced


def _says_more(state: State, phrase: Phrase) -> bool:
    """Whether words that mean nothing here stand behind the goods of a chunk, so that it is a clause: "coal led the way, …"."""
    last = phrase.chunk.items[-1]
    mark = next((each for each in state.scanned.mentions if each.start >= last.end and each.mask & m.Punctuation.bit), None)
    return bool(last.mask & m.Goods.bit) and mark is not None and mark.start > last.end


def _is_first_of(state: State, phrase: Phrase) -> bool:
    """Whether goods are named alone behind a flow of which nothing has been told yet: "in exports, tin came first, with 9 Mt"."""
    frame = state.frame
    untold = frame is not None and not frame.goods and state.draft is None and not state.records and frame.other is None
    return untold and len(phrase.goods) == 1 and phrase.chunk.opener is Mark.COMMA and len(phrase.chunk.items) == 1
