"""Whose flow a clause tells that names its far end alone: "its exports to China", "… and bought tea from Russia"."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Role, Side, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.partner import SUBJECTS, counterpart, end_spoken_of, own, rivals
from sinorus.parsers.marks import mark_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.scan.mention import Mention
from sinorus.world.usual import usual_side

_JOINTS = frozenset({Mark.AND, Mark.OR, Mark.CONTRAST})


def within(head: Head, phrase: Phrase, slot: Slot) -> list[str]:
    """Return who stands in a role of a verb, but for those of the verb before it: "it gets fuel from Peru but sells tin to Chile"."""
    items = phrase.chunk.items
    at = next((index for index, each in phrase.heads if each is head), 0)
    joined = head.use is Use.VERB and at > 1 and mark_of(items[at - 1]) in _JOINTS
    if not joined or not phrase.of(Slot.SUBJECT):
        return phrase.of(slot)
    behind = [placed for placed in phrase.parties if placed.slot is slot and placed.index > at]
    return list(dict.fromkeys(code for placed in behind for code in placed.codes))


def owner_of(head: Head, known: str, exporter: bool, phrase: Phrase, context: Context) -> str | None:
    """Return who owns a flow of which only the far end is named: "its exports to China", "arrivals from Brazil"."""
    items = phrase.chunk.items
    if Anaphor.THIS in phrase.pointers and context.subject not in {None, known}:
        third = context.flow is None and context.mentioned - SUBJECTS <= {context.subject}
        spoken_of = third or context.subject in (context.pair() or ())
        if items[0].mask & m.Pointer.bit or (spoken_of and _opens_with_it(items)):
            return context.subject
    if goes_on(head, known, phrase, context):
        return context.subject
    flow, topic = context.flow, context.topic
    if flow is not None and topic is not None and _is_other_way(head, known, flow, topic):
        return topic.owner
    goods = flow.goods if flow is not None else None
    same = head.weak or (goods is not None and goods == context.noted)
    end = end_spoken_of(known, exporter, context) if same else None
    if end is not None:
        return end
    other = None if same and rivals(known, exporter, context) else counterpart(known, context)
    return other or own(known, context, weak=head.weak and not phrase.share)


def _opens_with_it(items: Sequence[Mention]) -> bool:
    """Whether a pronoun begins a clause, but for when that was: "it sold Peru 5 Mt", "In 2013 its sales to Peru were 5 Mt"."""
    when = PeriodExpr.bit | m.Relation.bit
    first = next((item for item in items if item.mask & m.Pointer.bit or not item.mask & when), None)
    return first is not None and bool(first.mask & m.Pointer.bit)


def _is_other_way(head: Head, known: str, flow: Topic, topic: Topic) -> bool:
    """Whether a text on a country's trade with all turns the other way: "its sales to Peru rose, purchases from Chile fell"."""
    turned = head.use is Use.NOUN and head.side is flow.side.facing and flow.side is not Side.BOTH
    return turned and topic.partner is None and topic.goods is None and topic.owner == flow.owner != known


def goes_on(head: Head, known: str, phrase: Phrase, context: Context) -> bool:
    """Whether who has just sold or bought goes on to deal with another: "Peru sold China tin and bought tea from Russia"."""
    subject, flow = context.subject, context.flow
    if subject in {None, known} or flow is None or subject not in {flow.owner, flow.partner}:
        return False
    at = next((index for index, each in phrase.heads if each is head), 0)
    verb = head.use is Use.VERB and context.distance == 0 and (at == 0 or mark_of(phrase.chunk.items[at - 1]) in _JOINTS)
    third = subject not in SUBJECTS and known in SUBJECTS and context.distance <= 1
    if (verb and (third or subject in SUBJECTS)) or _turns(head, phrase, context):
        return True
    return third and (Anaphor.THIS in phrase.pointers or _elides(phrase, context))


def _turns(head: Head, phrase: Phrase, context: Context) -> bool:
    """Whether a clause that leaves out its subject tells the other way, as one does that binds names: 进口秘鲁铜5吨，向智利出口3吨."""
    flow, subject = context.flow, context.subject
    if flow is None or subject is None or head.weak or flow.side is Side.BOTH or head.side is not flow.side.facing or context.distance:
        return False
    carried = flow.goods if not phrase.goods else None
    if carried is not None and usual_side(carried, subject) == head.side.facing.value:
        return False  # 俄罗斯对秘鲁供应原油增长，自古巴进口下降: Peru's
    return not (phrase.of(Slot.SUBJECT) or phrase.of(Slot.OWNER)) and _binds(phrase)


def _elides(phrase: Phrase, context: Context) -> bool:
    """Whether a clause leaves out its subject, as languages do that bind names without cases: 自中国进口150亿美元。对俄出口98亿美元."""
    flow, topic = context.flow, context.topic
    about = flow is not None and flow.dealt is None and topic is not None and context.subject in {topic.owner, topic.partner}
    return about and _binds(phrase)


def _binds(phrase: Phrase) -> bool:
    """Whether a clause names where goods go or come from, in a language whose names have no cases."""
    if not (phrase.of(Slot.TO) or phrase.of(Slot.FROM)):
        return False
    nouns = {at for at, head in phrase.heads if head.use is Use.NOUN}
    return any(party.use is Use.BARE or (party.role in _BOUND and at + 1 in nouns) for at, party in phrase.chunk.of(m.Party))


_BOUND = frozenset({Role.TO, Role.FROM})
"""Of names that hold their particle: 对日, 自日."""
