"""Whose flow a clause tells that names its far end alone: "its exports to China", "… and bought tea from Russia"."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Side, Use
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.partner import SUBJECTS, counterpart, end_spoken_of, own, rivals
from sinorus.parsers.marks import mark_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot

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
    if Anaphor.THIS in phrase.pointers and items[0].mask & m.Pointer.bit and context.subject not in {None, known}:
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
    return (None if same and rivals(known, exporter, context) else counterpart(known, context)) or own(known, context)


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
    return (verb and (third or subject in SUBJECTS)) or (third and (Anaphor.THIS in phrase.pointers or _elides(phrase, context)))


def _elides(phrase: Phrase, context: Context) -> bool:
    """Whether a clause leaves out its subject, as languages do that bind names without cases: 自中国进口150亿美元。对俄出口98亿美元."""
    flow, topic = context.flow, context.topic
    about = flow is not None and flow.dealt is None and topic is not None and context.subject in {topic.owner, topic.partner}
    bound = phrase.of(Slot.TO) or phrase.of(Slot.FROM)
    return about and bool(bound) and any(party.use is Use.BARE for _, party in phrase.chunk.of(m.Party))
