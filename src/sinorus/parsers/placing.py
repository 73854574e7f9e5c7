"""The role of a party in a chunk: from the relation before it, its case, possession, or its place before a head, a verb or goods."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import takewhile

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.governed import acts_behind
from sinorus.parsers.marks import mark_of, role_of
from sinorus.scan.mention import Mention
from sinorus.values import Bound


class Slot(StrEnum):
    """The role of a party in a chunk."""

    OWNER = "owner"
    SUBJECT = "subject"
    """Named before the head, but not joined to it: "Russia doubled its exports"."""
    ORIGIN = "origin"
    FROM = "from"
    TO = "to"
    WITH = "with"
    PAIR = "pair"
    BY = "by"
    OF = "of"
    PLACE = "place"
    RIVAL = "rival"


SLOTS = {
    Role.FROM: Slot.FROM,
    Role.TO: Slot.TO,
    Role.WITH: Slot.WITH,
    Role.BETWEEN: Slot.PAIR,
    Role.AMONG: Slot.RIVAL,
    Role.BY: Slot.BY,
    Role.OF: Slot.OF,
    Role.IN: Slot.PLACE,
    Role.AT: Slot.PLACE,
    Role.FOR: Slot.TO,
    Role.AGAINST: Slot.RIVAL,
    Role.VIA: Slot.RIVAL,
    Role.EXCEPT: Slot.RIVAL,
}


def bound_role(items: list[Mention], index: int) -> Role | None:
    """Return the role of a particle that binds a party, or the list it ends: 向中国, 对美国、巴西和东盟出口."""
    before = items[index - 1] if index else None
    if index > 1 and (pointer := items[index - 1].get(m.Pointer)) is not None and pointer.to is Anaphor.THIS:
        before = items[index - 2]  # 对其邻国秘鲁: to its neighbour
    relation = before.get(m.Relation) if before is not None else None
    if relation is not None:
        return relation.role if relation.close else None
    listed = before is not None and before.mask & m.Punctuation.bit and index > 1 and items[index - 2].mask & m.Party.bit
    if not listed:
        return None
    first = items[index - 2].get(m.Party)
    # some words hold their own particle: 对美
    return first.role if first is not None and first.role in {Role.TO, Role.FROM} else bound_role(items, index - 2)


def relation_before(items: list[Mention], index: int) -> Role | None:
    """Return the role of the word directly before `index`, looking through the earlier members of a list."""
    while index > 0:
        before = items[index - 1]
        relation = before.get(m.Relation)
        if relation is not None and relation.role is not Role.POSSESSIVE:
            return relation.role
        marks = 2 if index > 2 and before.mask & items[index - 2].mask & m.Punctuation.bit else 1  # "to Peru, and Chile"
        if mark_of(before) not in {None, Mark.CONTRAST} and index > marks and items[index - marks - 1].mask & (m.Party.bit | m.World.bit):
            index -= marks + 1
            continue
        return None
    return None


def _case(case: Role | None, relation: Role | None, items: list[Mention], index: int) -> Role | None:
    """Return the role that the case of a party and the preposition before it give together.

    A case speaks where there is no preposition, and tells the two senses of one that has two: into or in, with or from.
    A word that has no cases (POSSESSIVE) owns what stands right before it.
    """
    if relation is None:
        return case if case is not Role.POSSESSIVE else Role.OF if index and _is_owned(items[index - 1]) else None
    if relation is Role.IN and case in {Role.TO, Role.FROM}:
        return case  # 在对华出口里: in the exports to China
    if case in {Role.OF, Role.IN}:
        return Role.IN if relation is Role.TO else Role.FROM if relation is Role.WITH and case is Role.OF else relation
    return relation


def _is_owned(mention: Mention) -> bool:
    head, movement = mention.get(m.Head), mention.get(m.Movement)
    if head is not None:
        return head.use is Use.NOUN
    return bool(mention.mask & (m.Goods.bit | m.OtherMeasure.bit | m.Share.bit)) or (movement is not None and movement.use is Use.NOUN)


def owned(items: Sequence[Mention], index: int) -> bool:
    """Whether a possessive mark stands right behind."""
    return index + 1 < len(items) and role_of(items[index + 1]) is Role.POSSESSIVE


def _next_kind(items: list[Mention], index: int) -> Mention | None:
    """Return the next mention that is no possessive mark, period or movement modifier."""
    for mention in items[index + 1 :]:
        if mention.mask & (PeriodExpr.bit | m.RecordHigh.bit) or (mention.mask & m.Relation.bit and role_of(mention) is Role.POSSESSIVE):
            continue
        movement = mention.get(m.Movement) if mention.mask & m.Movement.bit else None
        if movement is None or movement.use is not Use.MODIFIER:
            return mention
    return None


def place(items: list[Mention], index: int, party: m.Party) -> Slot:
    """Decide the role of one party."""
    if _at_crossing(items, index, party):
        return Slot.OWNER
    if party.role is Role.TO and items[index].mask & m.Head.bit:
        return Slot.TO  # a verb that holds its goal: 输华
    if party.use is Use.BARE and _is_sent_to(items, index):
        return Slot.TO
    bound = bound_role(items, index) if party.use is Use.BARE or (index and items[index - 1].mask & m.Relation.bit) else None
    if bound in SLOTS:
        return SLOTS[bound]
    if _is_outdone(items, index, party) or likened_by(items, index) is not None:
        return Slot.RIVAL
    if party.role is Role.OF and items[index].mask & m.Goods.bit:
        return Slot.ORIGIN  # a word for the goods of a country: 俄电, 俄粮
    if (slot := _at_home(items, index)) is not None:
        return slot
    governed = not (_apposed(items, index) or acts_behind(items, index))
    role = _case(party.role, relation_before(items, index) if governed else None, items, index)
    if (slot := _behind_verb(items, index, party, role)) is not None:
        return slot
    if party.use is Use.MODIFIER and made_there(items, index + 1):
        return Slot.ORIGIN
    following = _next_kind(items, index)
    modifier = party.owns or owned(items, index)
    head = following.get(m.Head) if following is not None else None
    before_head = head is not None
    if head is not None and head.agent and role is None:
        role = head.role if head.role is Role.TO else None
    if head is not None and head.agent and role is not None and role in SLOTS and role is not Role.BETWEEN:
        return SLOTS[role]  # "deliveries to Chinese buyers"
    wares = following.get(m.Pointer) if following is not None else None
    named = following is not None and bool(following.mask & m.Goods.bit)
    before_goods = (named or (wares is not None and wares.to is Anaphor.WARES)) and not before_head
    if modifier and before_goods and not _goods_before_head(items, index):
        return Slot.ORIGIN if not owned(items, index) else Slot.OWNER
    touching = following is not None and items[index + 1] is following and following.start - items[index].end <= 1
    apart = following is not None and following.start > items[index].end
    if head is not None and head.agent and party.use is Use.BARE and apart and not owned(items, index) and role is None:
        return Slot.OWNER if index and items[index - 1].mask & m.Party.bit else Slot.SUBJECT  # 秘鲁是第一大供应国, 秘鲁是智利最大的供应国
    if role is Role.AT and party.use is Use.MODIFIER and head is not None and head.use is Use.VERB:
        return Slot.PLACE  # «у перуанских заводов закуплено 3 млн т», whatever the word for those who sell
    if modifier and (before_head or before_goods):
        return Slot.OWNER
    if role is Role.OF and (party.owns or (before_goods and touching)):
        return Slot.ORIGIN  # "imports of Russian coal", "of US products"
    if party.role is Role.AGAINST and index == 0 and len(items) > 1 and items[1].mask & m.Figure.bit:
        return Slot.SUBJECT  # a member of a list in the case of its head: «на Перу — 5 млн, Кубу — 3 млн»
    if role is not None and role in SLOTS:
        return SLOTS[role]
    return Slot.OWNER if party.use is Use.MODIFIER or owned(items, index) else Slot.SUBJECT


def _at_home(items: list[Mention], index: int) -> Slot | None:
    """Return the slot of a party that only says where those are at home who buy or sell: "buyers from Peru took 3 Mt"."""
    agents = [head for head in _heads(items[index - 2]) if head.agent] if index > 1 and role_of(items[index - 1]) is Role.FROM else []
    if any(head.role is Role.TO for head in agents):
        return Slot.TO  # «покупателям из Перу»
    following = _next_kind(items, index)
    behind = following is not None and any(head.use is Use.VERB for head in _heads(following))
    before = index > 2 and any(head.use is Use.VERB and not head.agent for head in _heads(items[index - 3]))  # "paid by buyers from Peru"
    return Slot.SUBJECT if agents and (behind or before) else None


def _heads(mention: Mention) -> list[m.Head]:
    return [each for each in mention.meanings if isinstance(each, m.Head)]


def _is_outdone(items: list[Mention], index: int, party: m.Party) -> bool:
    """Whether the word right before a party sets it beside somebody else: "it is behind Peru", "it overtook Peru"."""
    below = items[index - 1].get(m.Movement) if index else None
    if below is not None and below.use is Use.MODIFIER and below.factor is None and party.use is Use.NOUN and party.role is None:
        return True
    if index and mark_of(items[index - 1]) is Mark.CONTRAST and not items[index - 1].mask & m.Relation.bit:
        before = takewhile(lambda each: not each.mask & m.Figure.bit, reversed(items[: index - 1]))
        return any((head := each.get(m.Head)) is not None and head.agent for each in before)  # "the main supplier after Peru"
    beaten = items[index - 1].get(m.Level) if index else None
    return beaten is not None and beaten.bound is Bound.OVER and not owned(items, index)


def likened_by(items: Sequence[Mention], index: int) -> Role | None:
    """Return the role in which a party is set beside another: "more from Peru than from Chile"."""
    roles = [_roles(item) for item in items[max(index - 2, 0) : index]]  # «чем в» is one word
    against = bool(roles) and (Role.AGAINST in roles[0] or (len(roles[-1]) > 1 and Role.AGAINST in roles[-1]))
    named = [role for role in roles[-1] if role is not Role.AGAINST] if against else []
    compared = any((moved := each.get(m.Movement)) is not None and moved.use is Use.MODIFIER for each in items[: max(index - 2, 0)])
    return named[0] if named and compared else None


def _roles(mention: Mention) -> list[Role]:
    return [each.role for each in mention.meanings if isinstance(each, m.Relation)]


def _is_sent_to(items: list[Mention], index: int) -> bool:
    """Whether a name without cases stands between a word for exports and the figure: 出口秘鲁300万吨, not 出口秘鲁铜."""
    head = items[index - 1].get(m.Head) if index else None
    if head is None or head.side is not m.Side.EXPORTER or items[index - 1].end != items[index].start:
        return False
    return index + 1 == len(items) or bool(items[index + 1].mask & (m.Figure.bit | m.Level.bit | m.Movement.bit))


def _behind_verb(items: list[Mention], index: int, party: m.Party, role: Role | None) -> Slot | None:
    """Return the slot of a party to whom something is given, or who stands right behind a verb of trade; None for any other."""
    if role is Role.OF and party.use is Use.NOUN and _is_given(items, index):
        return Slot.TO
    before = items[index - 1] if index else None
    if (
        role is Role.OF
        and before is not None
        and any(isinstance(each, m.Head) and each.agent and each.role is Role.TO for each in before.meanings)
    ):
        return Slot.TO  # «потребителям Китая»
    verb = before.get(m.Head) if before is not None else None
    if verb is None or verb.use is not Use.VERB or party.owns or owned(items, index):
        return None
    if verb.side is m.Side.EXPORTER and role in {None, Role.OF}:
        return Slot.TO
    if verb.side is not m.Side.IMPORTER or not verb.faces or role not in {None, Role.OF, Role.TO}:
        return None
    if party.role is Role.POSSESSIVE and role is None and not any(each.mask & m.Party.bit for each in items[:index]):
        return Slot.SUBJECT  # «3 млн т купили США»: a name without cases behind the verb of which nobody is the subject yet
    return Slot.FROM  # "China paid Peru $3bn"


def _pays(head: m.Head) -> bool:
    """Whether a verb turns to him from whom the goods come, and never is one of taking from somewhere: "paid"."""
    return head.side is m.Side.IMPORTER and head.faces and not head.away


_PASSED = m.Party.bit | m.Punctuation.bit | m.Relation.bit | m.Pointer.bit | PeriodExpr.bit
"""What may stand between a goal that opens a clause and its verb."""


def _is_given(items: list[Mention], index: int) -> bool:
    """Whether a name that could be an owner by its case stands where only a goal can: «Китаю и Индии продано …», «Турции отгрузили …»."""
    before = items[index - 1] if index else None
    if before is not None and not before.mask & m.Punctuation.bit:
        return False
    listed = items[index - 2].get(m.Party) if index > 1 else None
    if listed is not None and listed.role is Role.TO:
        return True
    if listed is not None and listed.role is Role.OF:
        return _is_given(items, index - 2)
    following = [item for item in items[index + 1 :] if not item.mask & _PASSED]
    return (
        index == 0
        and bool(following)
        and any(each.use is Use.VERB and (each.side is m.Side.EXPORTER or _pays(each)) for each in _heads(following[0]))
    )


def made_there(items: list[Mention], index: int) -> bool:
    """Whether a word of making says where the goods before it come from: «грузовики китайского производства»."""
    other = items[index].get(m.OtherMeasure) if 1 < index < len(items) else None
    if other is None or other.kind not in _MAKING:
        return False
    party = items[index - 1].get(m.Party)
    return party is not None and party.use is Use.MODIFIER and bool(items[index - 2].mask & (m.Goods.bit | m.Pointer.bit))


_MAKING = frozenset({"production", "maker"})


def _apposed(items: list[Mention], index: int) -> bool:
    """Whether the owner of a word for the party before a comma stands here: "from Peru, China's top supplier"."""
    if index < 2 or mark_of(items[index - 1]) is not m.Mark.COMMA or not items[index - 2].mask & m.Party.bit or not owned(items, index):
        return False
    following = _next_kind(items, index)
    head = following.get(m.Head) if following is not None else None
    return following is None or bool(following.mask & (m.Punctuation.bit | m.Pointer.bit)) or (head is not None and head.agent)


def _at_crossing(items: list[Mention], index: int, party: m.Party) -> bool:
    """Whether goods come or go "from" a crossing, which only names the side on which it lies: 自满洲里口岸进口."""
    crossing = party.use is Use.BARE and items[index].mask & m.Route.bit
    return bool(crossing) and index > 0 and role_of(items[index - 1]) in {Role.FROM, Role.TO}


_PARTS = m.Punctuation.bit | m.Certainty.bit | m.Level.bit | m.Figure.bit
"""What an adjective does not belong to."""


def is_loose(items: list[Mention], index: int, party: m.Party) -> bool:
    """Whether an adjective stands without what it is of: "Russian cathode: …"."""
    following = _next_kind(items, index)
    return party.use is Use.MODIFIER and (following is None or bool(following.mask & _PARTS))


def _goods_before_head(items: list[Mention], index: int) -> bool:
    """Whether goods after `index` run straight into a head noun: "Russian coal exports"."""
    for mention in items[index + 1 :]:
        head = mention.get(m.Head)
        if head is not None:
            return head.use is Use.NOUN
        if not mention.mask & (m.Goods.bit | m.Punctuation.bit | PeriodExpr.bit) and role_of(mention) is not Role.POSSESSIVE:
            return False
    return False
