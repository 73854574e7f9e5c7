"""Chunks that tell what part the claim at hand is of a wider flow, or what part of a flow comes from somebody."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.parsers.bases import roles_of
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.ends import ends_of
from sinorus.parsers.flow.figure_owner import of_share
from sinorus.parsers.flow.share import holder
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.values.evolve import evolve


def makes_up(state: State, phrase: Phrase) -> bool:
    """Whether a chunk only says that what was told is a part of a wider flow: "tin rose 5% and made up most of the sales"."""
    draft, goal = state.draft, phrase.of(Slot.TO)
    if draft is None or draft.empty or not phrase.share or phrase.chunk.opener is not Mark.AND or phrase.of(Slot.SUBJECT):
        return False
    ends = draft.frame.ends
    if ends is not None and ends.importer is None and len(goal) == 1 and goal[0] != ends.exporter:
        draft.frame = state.frame = evolve(draft.frame, ends=evolve(ends, importer=goal[0]))
    return True


def take_part(state: State, phrase: Phrase) -> bool:
    """Whether the percentage of a chunk is a part of the whole named before: "of the copper that Peru imported, 9% was Chilean"."""
    frame = state.frame
    if frame is None or frame.ends is None or not phrase.figures or not (frame.whole or _is_of_origin(state, phrase)):
        return False
    figure = phrase.chunk.items[phrase.figures[0]].get(m.Figure)
    if figure is None or figure.quantity.unit != "%" or phrase.movements:
        return False
    if not frame.whole:
        state.close()
        state.frame = frame = evolve(frame)
    frame.share = True
    return True


def _is_of_origin(state: State, phrase: Phrase) -> bool:
    """Whether a chunk tells whose goods a part is of the level with which the sentence opens: "of the 9 Mt bought, 2% was Chilean"."""
    items, first = phrase.chunk.items, state.scanned.mentions[0]
    opened = state.draft is not None and state.draft.level and not state.records and Role.OF in roles_of(first)
    told = len(items) > 2 and items[0].mask & m.Figure.bit and items[1].mask & m.Level.bit
    return bool(opened and told) and len(phrase.parties) == 1 and not phrase.heads and not phrase.goods


def shares(state: State, phrase: Phrase) -> bool:
    """Whether a head in the chunk is only the whole of which the claim at hand is a share: "$5bn, or 25% of its exports"."""
    draft = state.draft
    if draft is None or draft.empty or (share := of_share(phrase)) is None:
        return False
    if draft.share is not None:
        return _shares_again(state, phrase, draft)
    if draft.frame.share and draft.value is None and draft.volume is None:
        return False
    supplies = not state.intro  # what was told supplies a share of it, and not somebody named in between
    verbs = [at for at, _ in phrase.heads if not (supplies and phrase.chunk.items[at].mask & m.Share.bit)]
    named = [placed.index for placed in phrase.parties] + [at for at, _ in phrase.goods] + verbs
    if any(at < share for at in named):
        return False
    if not draft.frame.goods and draft.volume is not None and phrase.goods:
        draft.frame.goods = (phrase.goods[0][1],)
    ends = draft.frame.ends
    others = {code for slot in (Slot.FROM, Slot.TO, Slot.WITH) for code in phrase.of(slot)}
    if ends is not None and not others <= {ends.exporter, ends.importer}:
        return False  # "…, and 2% of its trade was with Peru": another flow's share
    if ends is not None and "flow" in ends.carried:
        base = next((each for at, each in phrase.heads if at > share), None)
        wider = ends_of(base, phrase, state.context) if base is not None else None
        if base is not None and wider is not None:
            fuller = wider if None in {ends.exporter, ends.importer} else ends
            draft.frame = state.frame = evolve(draft.frame, head=base, ends=fuller, world=draft.frame.world or phrase.world)
    elif draft.frame.head.measure is Measure.EXPORTS:
        base = next((each for at, each in phrase.heads if at > share and each.measure is Measure.EXPORTS), draft.frame.head)
        draft.frame = state.frame = evolve(draft.frame, head=evolve(draft.frame.head, side=base.side), varies=holder(base), shared=True)
    return True


def _shares_again(state: State, phrase: Phrase, draft: Draft) -> bool:
    """Whether a chunk without a subject tells another share of the same flow: 占全国对俄贸易的2%,占全省外贸的6%."""
    verb = phrase.chunk.items[0].get(m.Share)
    if verb is None or verb.use is not Use.VERB or (draft.value is None and draft.volume is None):
        return False
    state.close()
    state.frame = evolve(draft.frame)
    return True


def comes_from(state: State, phrase: Phrase) -> bool:
    """Whether a chunk tells who has a part of the whole: "of the copper that Peru imported, 9% came from Chile"."""
    frame, held = state.frame, phrase.of(Slot.FROM) or phrase.of(Slot.TO)
    if frame is None or frame.ends is None or len(held) != 1 or len(phrase.heads) != 1 or not phrase.heads[0][1].weak:
        return False
    if not take_part(state, phrase) or held[0] in {frame.ends.exporter, frame.ends.importer}:
        return False
    frame.ends = evolve(frame.ends, exporter=held[0]) if phrase.of(Slot.FROM) else evolve(frame.ends, importer=held[0])
    return True
