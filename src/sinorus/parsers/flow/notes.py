"""What a chunk without figures says for the chunks after it, or for the claim before it."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark
from sinorus.languages.period_expr import PeriodExpr, PeriodRelation
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.earlier import beaten
from sinorus.parsers.flow.figure_part import What
from sinorus.parsers.flow.in_turn import listed_times
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.told_more import complete, specify
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.records import FlowStatus
from sinorus.scan.mention import meanings_of
from sinorus.values import Bound, Period
from sinorus.values.evolve import evolve

_INTRODUCED = frozenset({Slot.FROM, Slot.TO, Slot.WITH, Slot.OWNER, Slot.SUBJECT, Slot.PAIR, Slot.ORIGIN})
_OF_PARTS = m.Share.bit | m.Level.bit | m.Pointer.bit | m.Relation.bit | m.Respectively.bit
_LISTED = m.Party.bit | m.Punctuation.bit


def note(state: State, phrase: Phrase, headed: bool) -> None:
    """Keep what a chunk without figures says for the chunks after it, or for the claim before it."""
    if phrase.world and not headed:
        state.world = True
    if state.draft is not None and len(phrase.chunk.items) == 1 and Anaphor.OF_WHICH in phrase.pointers:
        frame = state.draft.frame  # "exports through Manzhouli were 9 Mt (up 5%), including" leads to a list of goods
        frame.cargo = frame.cargo or (frame.route is not None and not frame.goods)
    state.beaten = beaten(phrase, len(phrase.chunk.items))
    if phrase.share and all(item.mask & _OF_PARTS for item in phrase.chunk.items):
        state.last, state.direction = What.SHARE, None  # "exports were $9bn, made up as follows: fish 38%, …"
    if _holds(state, phrase):
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
    if state.draft is None and state.frame is None and (phrase.basis is not None or phrase.bases):
        state.basis = phrase.basis.basis if phrase.basis is not None else None
        state.base = phrase.bases[-1][1] if phrase.bases else None
    if phrase.basis is not None and state.draft is not None and state.draft.by is not None and state.draft.basis is None:
        state.draft.basis = phrase.basis.basis
    if not headed:
        introduce(state, phrase)


def time_behind(state: State, phrase: Phrase) -> None:
    """Give the claim at hand the time told behind a bracket, before the next level: "5 Mt (61,000 b/d) in November and 6 Mt …"."""
    draft = state.draft
    if phrase.chunk.opener is not Mark.CLOSE or draft is None or draft.named or not phrase.periods or not phrase.figures:
        return
    at, expr = phrase.periods[0]
    items = phrase.chunk.items
    if at > 1 or at + 1 >= len(items) or not items[at + 1].mask & m.Punctuation.bit or at > phrase.figures[0]:
        return
    period = anchored(state, expr)
    if period is not None:
        draft.period, draft.named = period, True
        phrase.periods = phrase.periods[1:]


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
    ends = draft.frame.ends
    if (ends.exporter is None) is (ends.importer is None) or named[0] in {ends.exporter, ends.importer}:
        return False
    draft.frame = state.frame = evolve(
        draft.frame, ends=evolve(ends, exporter=ends.exporter or named[0], importer=ends.importer or named[0])
    )
    return True


def _speaks_on(phrase: Phrase) -> bool:
    """Whether a chunk tells when somebody spoke: 米勒1月预计, with the verb at its end right behind the time."""
    items = phrase.chunk.items
    if len(items) < 3 or not items[-1].mask & (m.Speech.bit | m.Certainty.bit) or not items[-2].mask & PeriodExpr.bit:
        return False
    return bool(items[-3].mask & (m.Party.bit | m.Body.bit | m.Leader.bit)) and not phrase.heads and not phrase.goods


def note_period(state: State, phrase: Phrase, headed: bool) -> bool:
    """Keep the period of a chunk without figures; return whether the chunk says nothing more."""
    if not phrase.periods:
        if phrase.bases:
            state.noted_period = anchored(state, phrase.bases[-1][1])
        return False
    opener = phrase.chunk.opener
    if _speaks_on(phrase):
        return False
    if opener is Mark.CONTRAST and phrase.chunk.mask & m.Negation.bit and not headed:
        return False  # "Chile sold 12 kt, whereas a year ago there was nothing; Peru …"
    if phrase.chunk.mask & m.Speech.bit and state.period is not None:
        return False  # "last year, he said in February, exports fell"
    if Anaphor.OF_WHICH in phrase.pointers:
        return False  # "crude, of which nothing had been bought in 2021, came to $5m"
    if opener is Mark.RELATIVE and _aimed(state):
        _aim(state, anchored(state, phrase.periods[-1][1]))
    if phrase.periods[-1][1].relation is PeriodRelation.SINCE and opener is Mark.COMMA and state.draft is not None and state.draft.level:
        return False  # "3 Mt, the least since 2017"
    if opener is Mark.RELATIVE or (phrase.chunk.opener is Mark.COMMA and _opened(state, phrase)):
        return False  # when the pipeline opened is not when the gas flowed
    period = anchored(state, phrase.periods[-1][1])
    if opener is Mark.OPEN:
        if _says_when(state, period):
            state.period = period
            return False
        if period is not None and state.draft is not None and not state.draft.empty and state.draft.period is None:
            state.draft.period, state.draft.named = period, True  # "it was 38% (data for 2023)"
            return True
        state.bracketed = None if phrase.periods[-1][1].points_back else period  # "(a year before it was the ninth)"
        return True
    if period is None:
        return False
    draft = state.draft
    looked_back = opener is Mark.CONTRAST and _is_past(state, period)  # "it sold 6 Mt after nothing in 2022, and Peru 5 Mt"
    state.passing = phrase.periods[-1][1].points_back or looked_back
    if draft is None or draft.empty or headed:
        state.period = period
        state.opening = state.frame is None and not phrase.periods[-1][1].points_back
        return False
    if len(phrase.chunk.items) > 3 or opener not in {Mark.COMMA, Mark.CLOSE, Mark.DASH}:
        state.close()
        state.period = state.noted_period = period
        return True
    if draft.period is None or (draft.period == state.context.period and not (draft.named and _is_plain(phrase.periods[-1][1]))):
        draft.period, draft.named = period, True
    elif draft.named and draft.period != period and _is_plain(phrase.periods[-1][1]):
        state.passing = draft.period is not None and period.last < draft.period.first
        state.close()  # "it was 5 Mt in 2019, in 2020, because of the weather, …"
        state.period = period
    return False


def _is_past(state: State, period: Period | None) -> bool:
    """Whether a time is before that of the claim at hand."""
    told = state.draft.period if state.draft is not None and state.draft.level else None
    return told is not None and period is not None and period.last < told.first


def _says_when(state: State, period: Period | None) -> bool:
    """Whether a bracket says more exactly when that was of which the sentence begins to tell: "this season (1 June - 16 October)"."""
    opened = state.frame is None and state.draft is None and state.opening and state.period is not None and period is not None
    return opened and state.period is not None and period is not None and state.period != period and state.period.contains(period)


def _aimed(state: State) -> bool:
    """Whether the claim at hand is a target, the period of which may still be told."""
    draft = state.draft
    return draft is not None and draft.level and (draft.status or draft.frame.status) is FlowStatus.TARGET


def _aim(state: State, period: Period | None) -> None:
    """Date a target that has no time of its own: "a goal of $200bn which they had set for 2024"."""
    draft = state.draft
    if draft is not None and period is not None and draft.period in {None, state.context.period, *(each.period for each in state.records)}:
        draft.period = period


def _is_plain(expr: PeriodExpr) -> bool:
    return expr.relation is PeriodRelation.PLAIN and not expr.points_back


def _opened(state: State, phrase: Phrase) -> bool:
    """Whether the period of a chunk is that of a route's: "the bridge, opened in 2022, carried …"."""
    end = phrase.chunk.items[-1].end
    begin = max(
        (item.end for item in state.scanned.mentions if item.mask & m.Punctuation.bit and item.end <= phrase.chunk.items[0].start),
        default=0,
    )
    return any(item.mask & m.CorridorState.bit and begin <= item.start < end for item in state.scanned.mentions)


def _is_part(phrase: Phrase) -> bool:
    """Whether a chunk begins with a part of what was told: "of them", "including"."""
    pointer = phrase.chunk.items[0].get(m.Pointer)
    return pointer is not None and pointer.to is Anaphor.OF_WHICH


def _outdoes(phrase: Phrase) -> bool:
    """Whether a chunk tells that somebody is overtaken and does not name him."""
    items = phrase.chunk.items
    over = next((at for at, level in meanings_of(items, m.Level) if level.bound is Bound.OVER), None)
    return over is not None and not phrase.figures and not any(item.mask & m.Party.bit for item in items[over + 1 :])


def introduce(state: State, phrase: Phrase) -> None:
    """Keep parties and goods named before a head: "from Russia, China imported …"; "Mexico, 413,000"."""
    state.pointers |= phrase.pointers & {Anaphor.REVERSE, Anaphor.OVERALL, Anaphor.PAIR}
    if not phrase.figures and (_is_part(phrase) or phrase.chunk.opener is Mark.RELATIVE):
        return  # "most of them bound for Turkey", "when Finland was a buyer": an aside
    if state.frame is None and phrase.route is not None:
        state.route = phrase.route
    if phrase.others and not phrase.figures:
        return  # what a look-alike is of: "rapeseed, the duty on which stays, …"
    if phrase.chunk.items[0].mask & m.Speech.bit and not phrase.figures:
        return  # "by data of Peru's customs": who says so
    outdone, state.outdone = state.outdone, _outdoes(phrase)
    if outdone and all(item.mask & m.Party.bit for item in phrase.chunk.items):
        return  # "it overtook the largest seller, Peru"
    introduced = [placed for placed in phrase.parties if placed.slot in _INTRODUCED]
    state.fresh = bool(introduced)
    listing = len(introduced) > 1 and all(item.mask & _LISTED for item in phrase.chunk.items)
    state.listed = [Placed(-1, placed.codes, placed.slot) for placed in introduced] if listing else []
    if state.frame is None:
        state.intro += introduced
        state.intro_goods += phrase.goods
    elif (len(phrase.chunk.items) <= 3 or state.listed) and (introduced or phrase.goods):
        state.holding = phrase.share_noun is not None and bool(introduced)
        state.intro, state.intro_goods = introduced, list(phrase.goods)
