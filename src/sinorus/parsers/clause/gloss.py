"""What a reader of flows passes over: brackets that only name again, what most of a flow is, and what goods are examples of others."""

from collections.abc import Sequence

from sinorus.languages.meaning import Anaphor, Figure, Goods, Head, Level, Mark, Movement, Party, Pointer, Punctuation, Relation, Role
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.scan.mention import Mention, meanings_of
from sinorus.scan.sentence import Scanned
from sinorus.world import commodity


def unglossed(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions without brackets in which nothing is told but the name before them: "liquefied natural gas (LNG)"."""
    glosses: set[int] = set()
    for index in [at for at, mention in enumerate(mentions) if mention.mask & Punctuation.bit and mark_of(mention) is Mark.OPEN]:
        if (end := _end_of_gloss(mentions, index)) is not None:
            glosses.update(range(index, end + 1))
    return [mention for index, mention in enumerate(mentions) if index not in glosses] if glosses else mentions


def _end_of_gloss(mentions: list[Mention], index: int) -> int | None:
    """Return the index of the mark that closes a gloss that this bracket opens."""
    inside = mentions[index + 1] if index + 1 < len(mentions) else None
    if not index or inside is None:
        return None
    if mark_of(inside) is Mark.CLOSE:
        return index + 1
    goods, named = inside.get(Goods), mentions[index - 1].get(Goods)
    same = goods is not None and goods == named and index + 2 < len(mentions) and mark_of(mentions[index + 2]) is Mark.CLOSE
    return index + 2 if same else _end_of_sorts(mentions, index) if named is not None else None


def _end_of_sorts(mentions: list[Mention], index: int) -> int | None:
    """Return the index of the mark that closes a bracket behind goods that only names what they hold: "gas (with LPG)"."""
    end = next((at for at in range(index + 1, len(mentions)) if mark_of(mentions[at]) is Mark.CLOSE), None)
    told, inside = mentions[index - 1].get(Goods), mentions[index + 1 : end]
    goods = [each for mention in inside if (each := mention.get(Goods)) is not None]
    if end is None or told is None or not goods or any(not mention.mask & _NAMES and mark_of(mention) not in _JOINTS for mention in inside):
        return None
    finer = len(goods) == 1 and told.id in commodity(goods[0].id).ancestors()
    return None if finer else end


_NAMES = Goods.bit | Relation.bit | Pointer.bit
_JOINTS = frozenset({Mark.AND, Mark.COMMA, Mark.OR})


def without_there(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions without a word for a place that is named right behind it: "3 Mt went there too, to Peru"."""
    for at, pointer in meanings_of(mentions, Pointer):
        if pointer.to is not Anaphor.THERE:
            continue
        stop = next((end for end in range(at + 1, min(at + 3, len(mentions))) if mark_of(mentions[end]) is Mark.COMMA), None)
        named = mentions[stop + 1 : stop + 3] if stop is not None else []
        if stop is not None and len(named) > 1 and role_of(named[0]) is Role.TO and named[1].mask & Party.bit:
            return [*mentions[:at], *mentions[stop + 1 :]]
    return mentions


def without_excepted(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions without who is only set apart from those listed: "the largest suppliers, apart from Peru, were Chile with …"."""
    for at in range(2, len(mentions) - 2):
        if not mentions[at].mask & Relation.bit or role_of(mentions[at]) is not Role.EXCEPT:
            continue
        closed = mark_of(mentions[at - 1]) is mark_of(mentions[at + 2]) is Mark.COMMA and bool(mentions[at + 1].mask & Party.bit)
        closed = closed and any(each.mask & Party.bit for each in mentions[at + 3 : at + 5])
        agent = next((head for each in reversed(mentions[:at]) if (head := each.get(Head)) is not None), None)
        if closed and agent is not None and agent.agent and not any(each.mask & Figure.bit for each in mentions[:at]):
            return [*mentions[: at - 1], *mentions[at + 3 :]]
    return mentions


def without_examples(scanned: Scanned, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return the mentions without goods that are only some of those before them: "raw materials such as coal and ore made up 60%"."""
    if not scanned.cued("flow", "examples"):
        return mentions
    kept: list[Mention] = []
    at = 0
    while at < len(mentions):
        named = [each for each in kept[-2:] if mark_of(each) is not Mark.COMMA]
        if not (is_cue(mentions[at], "flow", "examples") and named and named[-1].mask & Goods.bit):
            kept.append(mentions[at])
            at += 1
            continue
        end = at + 1
        while end < len(mentions) and mentions[end].mask & Goods.bit:
            listed = end + 2 < len(mentions) and mentions[end + 1].mask & Punctuation.bit and mentions[end + 2].mask & Goods.bit
            end += 2 if listed else 1
        if mark_of(kept[-1]) is Mark.COMMA and end < len(mentions) and mark_of(mentions[end]) is Mark.COMMA:
            kept.pop()
            end += 1
        at = end
    return kept


def without_makers(scanned: Scanned, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return the mentions without goods that only tell what somebody makes, where other goods are told of: 肉类生产商预期猪肉出口增长."""
    makers = {scanned.mentions[at].start for at in scanned.cued("goods", "maker")}
    if not makers:
        return mentions
    made = [mention for mention in mentions if mention.mask & Goods.bit and mention.end in makers]
    others = [goods.id for mention in mentions if mention not in made and (goods := mention.get(Goods)) is not None]
    return [mention for mention in mentions if mention not in made] if made and others else mentions


_OPENS = frozenset({Mark.COMMA, Mark.DASH, Mark.OPEN})
_ENDS = frozenset({Mark.COMMA, Mark.DASH, Mark.CLOSE, Mark.SEMICOLON})
_MEMBERS = Party.bit | Goods.bit
"""What begins the next member of a list: "58 kt of cars, mostly used ones, Korea 21 kt"."""
_CLAIMS = Figure.bit | Head.bit | Level.bit | Movement.bit


def without_most(scanned: Scanned, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return the mentions without what is only the most of it: "410 kt, mostly machinery", "LNG, mainly from Peru, gave 9 Mt"."""
    if not scanned.cued("flow", "mostly"):
        return mentions
    kept: list[Mention] = []
    at = 0
    while at < len(mentions):
        if mark_of(mentions[at]) in _OPENS and at + 1 < len(mentions) and is_cue(mentions[at + 1], "flow", "mostly"):
            if part := _sized_part(mentions, at):
                kept += part
                at += _SIZED
                continue
            end = next((stop for stop in range(at + 2, len(mentions)) if mark_of(mentions[stop]) in _ENDS), len(mentions))
            if not any(each.mask & _CLAIMS for each in mentions[at + 2 : end]):
                closes = end < len(mentions) and mark_of(mentions[end]) is not Mark.SEMICOLON
                resumes = end + 1 < len(mentions) and mentions[end + 1].mask & _MEMBERS and any(each.mask & Figure.bit for each in kept)
                at = end + 1 if closes and not resumes else end
                continue
        kept.append(mentions[at])
        at += 1
    return kept


_SIZED = 6
"""Mentions of a comma, a word for "mostly", goods and a bracket with their figure."""


def _sized_part(mentions: Sequence[Mention], at: int) -> list[Mention]:
    """Return "of which barley 61%" for ", mostly barley (61%)"; nothing where the goods have no figure of their own."""
    told = mentions[at : at + _SIZED]
    if len(told) < _SIZED or mark_of(told[3]) is not Mark.OPEN or mark_of(told[5]) is not Mark.CLOSE:
        return []
    if not (told[2].mask & Goods.bit and told[4].mask & Figure.bit):
        return []
    of_which = Mention(told[1].start, told[1].end, (Pointer(Anaphor.OF_WHICH),), Pointer.bit, "gloss.of-which")
    return [told[0], of_which, told[2], told[4]]
