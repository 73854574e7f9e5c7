"""A sentence taken chunk by chunk."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.home import home
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.clause import chunks
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.anchoring import last_named
from sinorus.parsers.flow.counted_in import counted_in, denominated
from sinorus.parsers.flow.couple import couple_of, couple_told
from sinorus.parsers.flow.delivered import delivered
from sinorus.parsers.flow.end_behind import lend_ends
from sinorus.parsers.flow.heard_goods import of_total, of_whole, piped
from sinorus.parsers.flow.hearing import headed, heard, parted
from sinorus.parsers.flow.late_time import date_all, date_before
from sinorus.parsers.flow.meant_level import give_levels, levels_after
from sinorus.parsers.flow.month_and_sum import back_to_month, by_month
from sinorus.parsers.flow.moved import route_told_of
from sinorus.parsers.flow.of_others import is_of_others
from sinorus.parsers.flow.part_behind import part_behind
from sinorus.parsers.flow.retold import change_led_to, share_of_told
from sinorus.parsers.flow.series import lists_sorts, series_of
from sinorus.parsers.flow.set_apart import without_set_apart
from sinorus.parsers.flow.source import counting, teller
from sinorus.parsers.flow.standing import after_list, at_other_crossing, at_paragraph, country_turned_to, ranked, subject_in, subject_of
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.step import step
from sinorus.parsers.flow.structure import is_ranking, is_structure, lists_parts
from sinorus.parsers.flow.summed_time import sum_time
from sinorus.parsers.flow.sure import doubted
from sinorus.parsers.flow.telling import FIGURES, has_figures, has_flow, is_dateline, opens_list, settles, turns_to_money
from sinorus.parsers.flow.told_first import tell_before
from sinorus.parsers.flow.told_of_whom import with_owners
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.parsed import Parsed
from sinorus.parsers.reading import read
from sinorus.parsers.talk import HOME_PAIR
from sinorus.records import Record, TradeFlow
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import commodity

_NOTHING = Parsed()
_OPENING = 3
"""Mentions with which a sentence opens."""
_NAMED = m.Party.bit | m.Body.bit | m.World.bit | m.Pointer.bit
"""A title without any of these speaks of the country in which it is written."""
_HEARD = FIGURES | m.Head.bit | PeriodExpr.bit | m.Goods.bit | m.Denomination.bit
_SPOKEN = _HEARD | m.Party.bit | m.Body.bit | m.World.bit | m.Movement.bit | m.OtherMeasure.bit | m.Route.bit | m.Share.bit | m.Currency.bit
"""What a sentence speaks of, where it is about trade at all or about something else."""


def flows(scanned: Scanned, context: Context) -> tuple[Parsed, Context]:
    """Return the flows of a sentence and the context after it."""
    if _is_aside(scanned, context):
        return _NOTHING, context  # what was told before it is as near as without it
    context = evolve(context, distance=context.distance + 1)
    scanned = without_set_apart(scanned)
    parsed, after = _flows(scanned, context)
    if _in_brackets(scanned.quote()) or is_of_others(scanned, context):
        after = context  # what is only told beside leaves the text where it was
    if after.period is not None and after.period != after.main and opens_list(scanned):
        after = evolve(after, main=after.period, headlined=False)  # the list that follows is told of that time
    after = _behind_question(after, _asks(scanned) and not parsed.records, scanned)
    about_money = turns_to_money(scanned) or (context.about_money and not parsed.records)
    series, turned = series_of(parsed.records), country_turned_to(scanned, context)
    levelled = levels_after(after.levelled, parsed.records)
    if (series, turned, about_money, levelled) != (after.series, after.turned, after.about_money, after.levelled):
        after = evolve(after, series=series, turned=turned, about_money=about_money, levelled=levelled)
    dated, day = last_named(scanned, after), last_named(scanned, after, day=True)
    return parsed, after if (dated, day) == (after.dated, after.day) else evolve(after, dated=dated, day=day)


def _is_aside(scanned: Scanned, context: Context) -> bool:
    """Whether a sentence right behind a flow, within its paragraph, speaks neither of trade nor of anything else: "Nobody cared."."""
    silent = not scanned.mask & _SPOKEN and scanned.sentence.kind == "sentence" and not _asks(scanned)
    return silent and context.distance == 0 and scanned.sentence.paragraph == context.paragraph


def _asks(scanned: Scanned) -> bool:
    """Whether a sentence is a question."""
    return scanned.quote().rstrip("»”\"' ").endswith(("?", "？"))


def _behind_question(after: Context, asks: bool, scanned: Scanned) -> Context:
    """Return the context for the answer to a question: of the flow it named, and which way that is asked to have moved."""
    moved = [movement.direction for _, movement in scanned.of(m.Movement)] if asks and scanned.mask & m.Movement.bit else []
    named = asks and after.distance == 0 and any(not head.weak for _, head in scanned.of(m.Head))
    asked, question = moved[-1] if moved else None, named and after.flow is not None
    if (asked, question) == (after.asked, after.question):
        return after
    return evolve(after, asked=asked, question=question)


def _in_brackets(quote: str) -> bool:
    """Whether a sentence stands in brackets as a whole."""
    return quote.startswith(("(", "（")) and quote.rstrip(".。").endswith((")", "）"))


def _flows(scanned: Scanned, context: Context) -> tuple[Parsed, Context]:
    if is_dateline(scanned):
        return _NOTHING, context
    if not scanned.mask & _HEARD:
        subject = subject_in(scanned, context)
        context = parted(scanned, headed(scanned, at_paragraph(context, scanned.sentence.paragraph)))
        couple = couple_of(scanned.mentions) if scanned.mask & m.Party.bit else None
        if couple is not None:
            context = evolve(context, couple=couple)
        return _NOTHING, context if subject is None or subject == context.subject else evolve(context, subject=subject)
    telling = has_figures(scanned, context)
    context = _begun(scanned, context)
    told = telling and has_flow(scanned, context)
    if context.ahead and not told:
        context = evolve(context, ahead=frozenset())
    if not telling:
        return _NOTHING, evolve(heard(scanned, context), strayed=False, couple=couple_of(scanned.mentions) or context.couple)
    return _told(scanned, context) if told else (_NOTHING, heard(scanned, context))


def _begun(scanned: Scanned, context: Context) -> Context:
    """Return the context in which a sentence is read: its paragraph, its list, who counts and where that is."""
    inside = scanned.sentence.paragraph == context.paragraph
    context = ranked(scanned, at_paragraph(context, scanned.sentence.paragraph))
    if context.listing is not None and scanned.sentence.kind != "item" and not inside:
        context = evolve(context, listing=None, flow=context.listing, noted=context.listing.goods or context.noted)
    context = denominated(scanned, context)
    if _is_now(scanned, context):
        context = evolve(context, period=None, main=None)
    context = piped(scanned, of_total(scanned, of_whole(scanned, context)))
    counts, at_home = counting(scanned, context.counter), home(scanned.sentence.language or "")
    counted = counts or (at_home if scanned.sentence.kind == "title" and not scanned.mask & _NAMED else None)
    if context.flow is None:
        counted = counted or teller(scanned)
    if counted != context.counting or at_home != context.home:
        context = evolve(context, counting=counted, counter=counts or context.counter, home=at_home)
    return context


def _is_now(scanned: Scanned, context: Context) -> bool:
    """Whether a sentence returns to the day on which the text is told, from a time long before: "Today coal rules here"."""
    period, date = context.period, context.date
    if period is None or date is None or period.last.year >= date.year - 1 or not scanned.mask & m.Cue.bit:
        return False
    return any(is_cue(each, "flow", "nowadays") for each in scanned.mentions[:_OPENING])


def _told(scanned: Scanned, before: Context) -> tuple[Parsed, Context]:
    """Return what the figures of a sentence tell, chunk by chunk, and the context after it."""
    context = by_month(scanned, at_other_crossing(scanned, after_list(scanned, before)))
    scanned = delivered(scanned)
    state = State(scanned, context, context.topic, settles(scanned, context))
    state.direction = context.asked
    state.ranking, state.counted = is_ranking(scanned), counted_in(scanned)
    state.shared = state.ranking or is_structure(scanned) or lists_parts(scanned, context)
    state.route = route_told_of(scanned, context)
    parts = with_owners(chunks(scanned))
    phrases = [read(chunk) for chunk in parts]
    if phrases:
        sum_time(phrases[0], context)
    lend_ends(phrases)
    for at, phrase in enumerate(phrases):
        ahead = part_behind(before.ahead, phrases, at)
        if ahead != state.context.ahead:
            state.context = evolve(state.context, ahead=ahead)
        step(state, phrase)
    tell_before(state)
    state.close()
    for waiting in state.waiting:
        for index in waiting.figures:
            state.drop(waiting.chunk.items[index], "no flow is named")
    change_led_to(state)
    share_of_told(state)
    date_all(state)
    date_before(state)
    _told_in_other_terms(state, context)
    give_levels(state.records, state.meant, context.levelled)
    after = state.context if state.records else heard(scanned, _as_before(state.context, context, before), parts)
    after = _beside(state, _back_home(state, context, after))
    strayed = not state.records and state.frame is not None and state.frame.other is not None
    after = evolve(
        after,
        couple=couple_told(state),
        whole_of=_listed_by(state, after),
        several=_tells_several(state, after),
        subject=subject_of(scanned) or after.subject,
        settling=state.settling and not state.records,
        strayed=strayed,
        span=state.span,
        power=state.power if state.power and after.unit == state.unit else after.power,
    )
    after = back_to_month(after)
    records: tuple[Record, ...] = doubted(state.records, scanned, dropped=bool(state.dropped))
    return Parsed(records, tuple(state.dropped)), after


def _told_in_other_terms(state: State, before: Context) -> None:
    """Give what a sentence only counts in something else the level told right before: "… for $840m. That is about 56 kt"."""
    scanned, record = state.scanned, state.records[0] if len(state.records) == 1 else None
    if record is None or before.distance > 1:
        return
    first = scanned.mentions[0].get(m.Pointer)
    points = (first is not None and first.to in {m.Anaphor.THIS, m.Anaphor.FIGURE}) or mark_of(scanned.mentions[0]) is m.Mark.OR
    if record.share is not None and points:  # "This is 9% …", "That is 9% …"
        state.records[0] = _with_level_told(record, before)
    if record.change is not None or record.share is not None or scanned.mask & m.Head.bit:
        return
    own = record.value if record.value is not None else record.volume
    told = next((level for level in before.levels if level.unit == before.unit), None)
    if first is None or first.to not in {m.Anaphor.THIS, m.Anaphor.FIGURE} or own is None or told is None or told.is_money is own.is_money:
        return
    state.records[0] = evolve(record, value=told) if told.is_money else evolve(record, volume=told)


def _with_level_told(record: TradeFlow, before: Context) -> TradeFlow:
    """Return a share with the level told right before of which it is one: "Chile sold tin for $3bn. That is 9% of its exports there"."""
    flow, goods = before.flow, record.commodity.id if record.commodity is not None else None
    told = next((level for level in before.levels if level.unit == before.unit), None)
    ends = {end.code for end in (record.exporter, record.importer) if end is not None}
    same = flow is not None and goods is not None and flow.goods == goods and not flow.share and ends == {flow.owner, flow.partner}
    if told is None or not same or record.value is not None or record.volume is not None or record.period != before.latest:
        return record
    return evolve(record, value=told) if told.is_money else evolve(record, volume=told)


def _listed_by(state: State, after: Context) -> str | None:
    """Return the one of China and Russia of whose other partners a sentence has told, or of one beside all."""
    pairs = [{end.code for end in (record.exporter, record.importer) if end is not None} for record in state.records]
    owners = {code for pair in pairs if pair - {*HOME_PAIR} or len(pair) == 1 for code in pair & {*HOME_PAIR} & {*(after.pair() or ())}}
    of_all = after.topic is not None and after.topic.partner is None
    if pairs and of_all and all(pair == {*HOME_PAIR} for pair in pairs):
        return state.context.whole_of  # "Peru 2 Mt, Chile 1 Mt. Russia was fourth with 0.5 Mt"
    return owners.pop() if len(owners) == 1 else None


def _as_before(now: Context, context: Context, before: Context) -> Context:
    """Return the context with the flow spoken of before a sentence that turned to another one, and has told nothing of it."""
    return evolve(now, flow=before.flow) if now.flow is context.flow and context.flow is not before.flow else now


def _tells_several(state: State, after: Context) -> bool:
    """Whether a sentence has told flows of one country with several others."""
    pairs = {(record.exporter, record.importer) for record in state.records}
    partners = {end.code for pair in pairs for end in pair if end is not None} - {after.owner}
    return len(partners) > 1 and all(after.owner in {end.code for end in pair if end is not None} for pair in pairs)


def _beside(state: State, after: Context) -> Context:
    """Note the flow of China and Russia that a sentence told before that of another partner: "200 kt went to China, 300 kt to Peru"."""
    told, flow = state.told, after.flow
    one_way = told is not None and told.pair() == HOME_PAIR and told.side is not m.Side.BOTH
    other = flow is not None and flow.partner is not None and flow.pair() != HOME_PAIR and told is not None and flow.owner == told.owner
    beside = told if one_way and other else None if state.records else after.beside
    return after if beside == after.beside else evolve(after, beside=beside)


def _back_home(state: State, before: Context, after: Context) -> Context:
    """Return the context with the flow of China and Russia that is spoken of, where others were only listed beside it."""
    topic, frame = after.topic, state.frame
    whole, flow = state.told, after.flow
    if whole is not None and flow is not None and ((state.parted and flow.pair() == whole.pair()) or _is_share_of(state, whole, flow)):
        return evolve(after, flow=whole)  # "39,000 t of meat, including 21,000 t of pork": it goes on with the whole
    if topic is not None and flow is not None and lists_sorts(state.records, topic, flow):
        return evolve(after, flow=evolve(flow, goods=topic.goods), noted=topic.goods)
    if state.told is not None and state.told.pair() == HOME_PAIR and _is_outdone(state, after):
        return evolve(after, flow=state.told, topic=after.topic if topic is not None and topic.pair() == HOME_PAIR else state.told)
    if _only_parts(state, before, after):
        return evolve(after, flow=before.flow, noted=before.noted)
    if frame is None or frame.dealt is None or topic is None or topic.pair() != HOME_PAIR or after.pair() == HOME_PAIR:
        return after
    home = next((flow for flow in (state.told, before.flow) if flow is not None and flow.pair() == HOME_PAIR), None)
    if home is None:
        return after
    if home.partner is not None and home.owner != after.owner and after.owner == home.partner:
        home = evolve(home, owner=home.partner, partner=home.owner, side=home.side.facing)
    return evolve(after, flow=evolve(home, dealt=None))


def _is_share_of(state: State, whole: Topic, flow: Topic) -> bool:
    """Whether what was told last is only the share that one partner has of the whole: "9 Mt were exported, 96% of them to Peru"."""
    last = state.records[-1] if len(state.records) > 1 else None
    share = last is not None and last.share is not None and last.value is last.volume is None
    same = whole.partner is None and (whole.owner, whole.goods, whole.side) == (flow.owner, flow.goods, flow.side)
    return share and same and any(pointer.to is m.Anaphor.OF_WHICH for _, pointer in state.scanned.of(m.Pointer))


def _is_outdone(state: State, after: Context) -> bool:
    """Whether the flow told last is only that of who is ahead or behind: "Russia sold 9 Mt, ahead of Peru (5 Mt)"."""
    flow, mentions = after.flow, state.scanned.mentions
    if flow is None or flow.pair() == HOME_PAIR or state.told is None or not {flow.owner, flow.partner} & set(HOME_PAIR):
        return False
    return any(
        role_of(left) is m.Role.AGAINST and (party := right.get(m.Party)) is not None and set(party.codes) & {flow.owner, flow.partner}
        for left, right in pairwise(mentions)
    )


def _only_parts(state: State, before: Context, after: Context) -> bool:
    """Whether a sentence has only told which part some sort has of the goods spoken of: "Pollock made up 60% of it. In May 24 kt came"."""
    whole, part = before.flow, after.flow
    if whole is None or part is None or whole.goods is None or part.goods is None or whole.pair() != part.pair():
        return False
    shares = bool(state.records) and all(record.share is not None and record.value is record.volume is None for record in state.records)
    first = state.scanned.mentions[0].get(m.Pointer)
    of_it = len(state.records) > 0 and first is not None and first.to is m.Anaphor.OF_WHICH  # "Of this 3 kt were potash"
    return (shares or of_it) and whole.goods in commodity(part.goods).ancestors()
