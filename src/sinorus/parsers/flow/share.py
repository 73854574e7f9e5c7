"""Shares: a part of a wider flow, and who or what has it."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Role, Side, Use
from sinorus.parsers.context import Context
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.ends import ends_of
from sinorus.parsers.flow.figure_owner import of_share
from sinorus.parsers.flow.goods import meant
from sinorus.parsers.flow.partner import SUBJECTS, bilateral, counterpart
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.parsers.talk import HOME_PAIR
from sinorus.records import Measure
from sinorus.values.evolve import evolve
from sinorus.world import commodity

_IN = frozenset({Role.IN, Role.TO})
_HOLDING = frozenset({Slot.SUBJECT, Slot.OWNER, Slot.ORIGIN})


def share_frame(phrase: Phrase, head: Head, context: Context, subjects: tuple[str, ...] = ()) -> Frame | None:
    """Return the frame of a share of the flow that `head` names, or None where the chunk tells of no share.

    `subjects` were named before the chunk, the last of them first.

    The wider flow has an owner; the holder of the share is its other end, or the goods that make it up.
    """
    percents = [
        at for at in phrase.figures if (figure := phrase.chunk.items[at].get(m.Figure)) is not None and figure.quantity.unit in {"%", "pp"}
    ]
    start = percents[0] if percents else _moved_share(phrase)
    if start is None:
        return None
    index, base = _base(phrase, head, start)
    if index is None:
        return None
    if base.use is Use.VERB and index < start:
        return _share_behind_verb(phrase, base, context)
    items = phrase.chunk.items
    if (base.weak and index > 1 and role_of(items[index - 1]) is Role.POSSESSIVE and items[index - 2].mask & m.Body.bit) or _of_company(
        phrase, index
    ):
        return Frame(base, None, share=True)  # "the Chinese share of Rusal's sales"
    attached = [placed for placed in phrase.parties if _attached(phrase, placed, index)]
    owners = [code for placed in attached for code in placed.codes]
    aside = {Slot.RIVAL} if phrase.share_noun is not None else {Slot.RIVAL, Slot.OF, Slot.PLACE}
    holders = [code for placed in phrase.parties if placed not in attached and placed.slot not in aside for code in placed.codes]
    goods = _parts(phrase, meant(phrase, context), start)
    two = [code for placed in phrase.parties if placed.slot is Slot.PAIR and placed.index > index for code in placed.codes]
    if base.measure is Measure.TURNOVER and len(two) == len(HOME_PAIR):
        return Frame(base, Ends(exporter=two[0], importer=two[1]), goods, share=True)  # "a fifth of the trade between Peru and Chile"
    if not owners and _of_the_world(phrase, index):
        held = list(dict.fromkeys(holders or subjects))
        one = Ends(exporter=None, importer=held[0]) if len(held) == 1 else None
        return Frame(
            base, one.reversed() if one is not None and base.side is Side.EXPORTER else one, goods, share=True, varies=base.side.value
        )
    if not owners:
        others = [placed for placed in phrase.parties if placed not in attached and placed.slot not in aside]
        return _of_flow_spoken_of(base, phrase, context, named=others, holders=holders, subjects=subjects, goods=goods)
    owner = owners[-1]
    held = [code for code in dict.fromkeys(holders) if code != owner]
    if not held:
        held = [code for code in subjects if code != owner][:1]
    ends = Ends(exporter=owner, importer=_holder_of(phrase, owner, held, context))
    frame = Frame(base, ends.reversed() if base.side is Side.IMPORTER else ends, goods, share=True, varies=holder(base))
    frame.parties = tuple(held) if len(held) > 1 else ()
    frame.falls = any(placed.slot is Slot.TO for placed in phrase.parties if placed not in attached)
    return frame


def _parts(phrase: Phrase, goods: tuple[str, ...], percent: int) -> tuple[str, ...]:
    """Return the goods that have a share, without those of the whole: "tin made up 9% of the exports of metals"."""
    before = {each for at, each in phrase.goods if at < percent}
    whole = {each for at, each in phrase.goods if at > percent} - before
    wider = {each for each in whole if any(each in commodity(part).ancestors() for part in before)}
    return tuple(each for each in goods if each not in wider)


def _of_flow_spoken_of(
    base: Head,
    phrase: Phrase,
    context: Context,
    *,
    named: list[Placed],
    holders: list[str],
    subjects: tuple[str, ...],
    goods: tuple[str, ...],
) -> Frame:
    """Return the frame of a share of a flow whose owner the chunk does not name: that of the text, held by those `named` in it."""
    if phrase.world and not holders and _worlds(phrase):
        return Frame(base, None, goods, share=True)
    told = _share_in_flow_spoken_of(base, phrase, holders or (list(subjects[:1]) if not goods else []), context)
    if told is not None and not goods and context.flow is not None and context.flow.goods is not None:
        goods = (context.flow.goods,)
    dealt = [placed for placed in named if placed.slot in _dealt_to(phrase, base)] if told is None else []
    alike = told is None and len({placed.slot for placed in named}) == 1 and named[0].slot in _HOLDING
    listed = tuple(dict.fromkeys(code for placed in (named if alike else dealt) for code in placed.codes))
    listed = listed if len(listed) > 1 else ()
    if told is None and _of_nobody(phrase, holders, context):
        return Frame(base, None, goods, share=True)
    ends = told or ends_of(base, evolve(phrase, parties=[]) if alike and listed else phrase, context)
    if told is None and not listed and ends is not None and _of_its_own(base, ends, named, context):
        return Frame(base, None, goods, share=True)
    if ends is not None and base.side is Side.BOTH and ends.exporter in holders:
        if ends.importer is None:
            return Frame(base, None, goods, share=True)  # "Peru's share of the port's trade"
        ends = ends.reversed() if ends.importer not in holders else ends  # a list behind varies the end of who has a share
    falls = any(placed.slot is Slot.TO for placed in named)  # «на Перу пришлось 9% импорта, на Чили — 8%»
    given = falls and base.use is Use.VERB  # «88% досталось Перу, 9% — Чили»
    return Frame(base, ends, goods, share=True, varies="importer" if given else holder(base), parties=listed, falls=falls and not given)


def _of_its_own(base: Head, ends: Ends, named: list[Placed], context: Context) -> bool:
    """Whether a share falls to who would be the owner of the whole, so that only a part of the country is meant: "61% fell to Ica"."""
    fallen = {code for placed in named if placed.slot in {Slot.BY, Slot.TO} for code in placed.codes}
    owner, other = (ends.importer, ends.exporter) if base.side is Side.IMPORTER else (ends.exporter, ends.importer)
    flow, sent = context.flow, (ends.exporter, ends.importer)
    back = flow is not None and flow.side is Side.EXPORTER and sent == (flow.partner, flow.owner) and flow.owner in fallen
    return (owner in fallen and other is None) or (back and "owner" in ends.carried)


def _dealt_to(phrase: Phrase, base: Head) -> frozenset[Slot]:
    """Return where those stand to whom shares are dealt out: 从俄罗斯、蒙古进口的煤分别占进口总量的26%和53%."""
    if not phrase.chunk.mask & m.Respectively.bit or base.side is Side.BOTH:
        return frozenset()
    return frozenset({Slot.FROM if base.side is Side.IMPORTER else Slot.TO})


def _of_company(phrase: Phrase, head: int) -> bool:
    """Whether the whole is that of a company, the subject of the clause: "Rusal lost 40% of its alumina supply"."""
    before = [item for item in phrase.chunk.items[:head] if not item.mask & m.Goods.bit]
    pointer, first = before[-1].get(m.Pointer) if before else None, phrase.chunk.items[0]
    return pointer is not None and pointer.to is Anaphor.THIS and bool(first.mask & m.Body.bit) and not first.mask & m.Party.bit


def _moved_share(phrase: Phrase) -> int | None:
    """Return where a share is named of which a clause tells only that it moved: "Peru's share of the imports fell, from 5% to 3%"."""
    return phrase.share_noun if phrase.movements and not phrase.figures else None


def _share_behind_verb(phrase: Phrase, base: Head, context: Context) -> Frame:
    """Return the frame of a share told behind the verb of the whole: "of what China imported, 34% came from Peru"."""
    named = meant(phrase, context)
    if not named and Anaphor.WARES in phrase.pointers and context.flow is not None and context.flow.goods is not None:
        named = (context.flow.goods,)  # in a text on palladium
    ends = ends_of(base, phrase, context)
    if ends is not None and Anaphor.THIS in phrase.pointers and None in {ends.exporter, ends.importer}:
        other = context.partner if context.owner in {ends.exporter, ends.importer} else context.owner
        ends = evolve(ends, exporter=ends.exporter or other, importer=ends.importer or other)
    return Frame(base, ends, named, share=True, varies=base.side.value)


def _holder_of(phrase: Phrase, owner: str, held: list[str], context: Context) -> str | None:
    """Return the one who has a share of the owner's flow: named, or pointed at."""
    if Anaphor.THIS in phrase.pointers and any(placed.slot is Slot.WITH for placed in phrase.parties):
        return None
    if held:
        return held[0] if len(held) == 1 else None
    if Anaphor.THIS in phrase.pointers:
        known = context.subject if context.subject in context.mentioned else None
        return known if known not in {None, owner} else context.partner if context.owner == owner else context.owner
    if Anaphor.PAIR in phrase.pointers and not phrase.goods:
        return bilateral(owner, context)  # "the two-way trade made up 29% of the province's"
    between_two = bool(phrase.goods) and not phrase.world and context.mentioned == SUBJECTS
    if between_two and (other := bilateral(owner, context)) is not None:
        return other  # "Peru sold Chile goods for $3bn. Machines made up a quarter of Peruvian deliveries"
    return counterpart(owner, context) if Anaphor.PARTNER in phrase.pointers else None


def _of_the_world(phrase: Phrase, head: int) -> bool:
    """Whether the wider flow is that of all countries: "9% of the world's wheat imports"."""
    before = phrase.chunk.items[:head]
    while before and before[-1].mask & (m.Goods.bit | m.Relation.bit) and not before[-1].mask & m.World.bit:
        before = before[:-1]
    return bool(before) and bool(before[-1].mask & m.World.bit)


def unheld(phrase: Phrase, head: Head) -> bool:
    """Whether nothing known holds the share: "gizmos made up 12% of Peru's imports from Chile"."""
    percents = [at for at in phrase.figures if (each := phrase.chunk.items[at].get(m.Figure)) is not None and each.quantity.unit == "%"]
    if not percents or not phrase.share or phrase.goods or phrase.pointers or phrase.route:
        return False
    base, _ = _base(phrase, head, percents[0])
    if base is None or any(at < percents[0] for at, _ in phrase.heads):
        return False  # a sort of trade may hold it: "border trade made up 40% of the trade"
    if any(item.mask & m.Share.bit for item in phrase.chunk.items[base:]):
        return False  # who or what it is follows: "12% of the exports fell to Peru"
    far = {Slot.TO, Slot.FROM, Slot.WITH, Slot.PAIR}
    of_base = [placed for placed in phrase.parties if percents[0] < placed.index]
    return base > percents[0] and len(of_base) == len(phrase.parties) and any(placed.slot in far for placed in of_base)


def _worlds(phrase: Phrase) -> bool:
    """Whether a part of the world, and no country, has the share: "Asia's share of the exports"."""
    before = phrase.chunk.items[: phrase.share_noun or 0]
    return bool(before) and role_of(before[-1]) is Role.POSSESSIVE and bool(before[0].mask & m.World.bit)


def _of_nobody(phrase: Phrase, holders: list[str], context: Context) -> bool:
    """Whether nobody known, or a region of its own, has a share of the flow spoken of: Ica 5%, in a text on Peru."""
    if context.flow is None or (holders and set(holders) != {context.flow.owner}):
        return False
    named = phrase.goods or phrase.pointers or phrase.route or phrase.world or phrase.share_noun is not None
    return not named and phrase.share and context.flow.partner is None and phrase.chunk.opener is None


def _share_in_flow_spoken_of(base: Head, phrase: Phrase, holders: list[str], context: Context) -> Ends | None:
    """Return the ends where the wider flow is the one told before: "China's share in the exports", in a text about those of Russia."""
    flow = context.flow
    trade = base.measure is Measure.TURNOVER and flow is not None and not flow.share
    of_all = trade and flow is not None and flow.partner is None and flow.measure is Measure.TURNOVER and context.distance <= 1
    two = trade and flow is not None and flow.partner is not None
    taken = (phrase.share and (two or base.measure is Measure.EXPORTS)) or of_all  # "Peru was its first partner, with 9% of the trade"
    if (phrase.share_noun is None and not taken) or flow is None:
        return None
    owner = flow.owner
    if not holders and flow.share and flow.partner is not None and Anaphor.THIS in phrase.pointers:
        holders = [flow.partner]  # "China's share in Russia's trade was 18%. Its share in imports …"
    elif flow.side is not base.side:
        whole = flow.partner if flow.side is not Side.BOTH else flow.owner if flow.partner is None else None
        third = len(holders) == 1 and holders[0] not in {owner, whole}
        if (phrase.share_noun is not None and not third) or whole is None or not {owner, whole} & SUBJECTS:
            return None
        owner = whole  # "Russia sold China 9 Mt. Peru accounted for 5% of the imports"
    if len(holders) != 1 or owner in holders:
        return None
    ends = Ends(exporter=owner, importer=holders[0])
    return ends.reversed() if base.side is Side.IMPORTER else ends


def _attached(phrase: Phrase, placed: Placed, head: int) -> bool:
    """Whether a party owns the head of the wider flow: "Russia's total exports", "imports of China"."""
    items = phrase.chunk.items
    if placed.index < head:
        between = items[placed.index + 1 : head]
        if phrase.share_noun is not None and phrase.share_noun < placed.index and any(role_of(item) in _IN for item in between):
            return False  # the holder: "the share of China in the foreign trade of Russia"
        verb = phrase.chunk.items[head].get(m.Head)
        slots = {Slot.OWNER, Slot.ORIGIN, Slot.OF, *({Slot.SUBJECT} if verb is not None and verb.use is Use.VERB else set())}
        return placed.slot in slots and not any(item.mask & (m.Figure.bit | m.Share.bit) for item in between)
    base = items[head].get(m.Head)
    if placed.slot is Slot.BY and base is not None and base.use is Use.NOUN and placed.index <= head + 2:
        return True  # "the share of Russia in purchases by China"
    first = head + 2 if head + 1 < len(items) and role_of(items[head + 1]) is Role.OF else head + 1
    if placed.slot is Slot.ORIGIN and base is not None and base.side is Side.EXPORTER and base.use is Use.NOUN and placed.index == first:
        return phrase.share_noun is not None and phrase.share_noun < head  # «доля Перу в экспорте чилийской меди»
    goal = base is not None and base.use is Use.NOUN and placed.slot is (Slot.TO if base.side is Side.IMPORTER else Slot.FROM)
    near = (
        bool(phrase.figures)
        and phrase.figures[0] < head
        and all(item.mask & (m.Relation.bit | m.Goods.bit) for item in items[head + 1 : placed.index])
    )
    if goal and near and base is not None and base.side is not Side.BOTH:
        return True  # "11% of LNG imports into China", "a third of the exports from Russia"
    return placed.slot is Slot.OF and not (phrase.share_noun is not None and head < phrase.share_noun < placed.index)


def goods_share(phrase: Phrase) -> Frame | None:
    """Return the frame of a share of goods: "19% of China's crude" is one of its imports, "half of Russian coal" of its exports."""
    percent = of_share(phrase)
    if percent is None or not phrase.goods or not (phrase.share or phrase.of(Slot.TO) or phrase.of(Slot.FROM)):
        return None
    after = [placed for placed in phrase.parties if placed.index > percent and placed.slot in {Slot.OWNER, Slot.ORIGIN}]
    if len(after) != 1 or len(after[0].codes) != 1:
        return None
    owner = after[0].codes[0]
    holders = list(dict.fromkeys(code for placed in phrase.parties if placed is not after[0] for code in placed.codes if code != owner))
    importing = after[0].slot is Slot.OWNER
    head = Head(Measure.EXPORTS, Side.IMPORTER if importing else Side.EXPORTER)
    ends = Ends(exporter=owner, importer=holders[0] if len(holders) == 1 else None)
    named = tuple(dict.fromkeys(each for _, each in phrase.goods))
    frame = Frame(head, ends.reversed() if importing else ends, named, share=True, varies=holder(head))
    frame.parties = tuple(holders) if len(holders) > 1 else ()
    return frame


def holder(base: Head) -> str:
    """Return the end of the wider flow at which the holder of a share stands: not the owner's."""
    return "exporter" if base.side is Side.IMPORTER else "importer"


def _base(phrase: Phrase, head: Head, percent: int) -> tuple[int | None, Head]:
    """Return the head of the wider flow, and where it stands: the one after the percentage or after "share of"."""
    following = [pair for pair in phrase.heads if pair[0] > percent]
    nouns = [pair for pair in following if pair[1].use is Use.NOUN]
    for pair in (*nouns, *following):
        return pair
    for at, each in phrase.heads:
        if at and role_of(phrase.chunk.items[at - 1]) in {Role.OF, Role.IN}:
            return at, each
    return next((at for at, each in phrase.heads if each is head), None), head
