"""Who owns a flow of goods that another owns: "China's Russian LNG imports"."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Head, Side, Use
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot


def of_whose(head: Head, phrase: Phrase, owners: list[str]) -> list[str]:
    """Return who owns a flow of goods that another owns: "China's Russian LNG imports", 智利秘鲁铜进口量."""
    if head.use is not Use.NOUN:
        return []
    if len(phrase.of(Slot.OWNER)) == 2 and len(owners) == 2:
        return phrase.of(Slot.OWNER) if not _joined(phrase) else []
    named = [placed for placed in phrase.parties if len(placed.codes) == 1]
    beside = [one.codes + other.codes for one, other in pairwise(named) if _stand_beside(one, other, phrase)]
    return list(beside[0]) if len(beside) == 1 and head.side is Side.IMPORTER and len(owners) == 1 else []


def _stand_beside(one: Placed, other: Placed, phrase: Phrase) -> bool:
    """Whether a name without cases stands right before the owner of goods: 智利秘鲁铜."""
    name = phrase.item(one.index)
    party = name.get(m.Party) if name is not None else None
    bare = party is not None and party.use is Use.BARE and (one.slot, other.slot) == (Slot.SUBJECT, Slot.OWNER)
    goods = any(at == other.index + 1 for at, _ in phrase.goods)
    return bare and other.index == one.index + 1 and goods and one.codes != other.codes


def _joined(phrase: Phrase) -> bool:
    """Whether two owners are joined: "deliveries of Jordan and Israel", not "China's Russian LNG imports"."""
    first, second = [placed.index for placed in phrase.parties if placed.slot is Slot.OWNER][:2]
    return any(item.mask & m.Punctuation.bit for item in phrase.chunk.items[first + 1 : second])
