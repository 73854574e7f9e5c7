"""Brackets in which nothing is told but the name before them."""

from sinorus.languages.meaning import Goods, Mark
from sinorus.parsers.marks import mark_of
from sinorus.scan.mention import Mention


def unglossed(mentions: list[Mention]) -> tuple[Mention, ...]:
    """Return the mentions without brackets in which nothing is told but the name before them: "liquefied natural gas (LNG)"."""
    glosses: set[int] = set()
    for index, mention in enumerate(mentions):
        if mark_of(mention) is Mark.OPEN and (end := _end_of_gloss(mentions, index)) is not None:
            glosses.update(range(index, end + 1))
    return tuple(mention for index, mention in enumerate(mentions) if index not in glosses) if glosses else tuple(mentions)


def _end_of_gloss(mentions: list[Mention], index: int) -> int | None:
    """Return the index of the mark that closes a gloss that this bracket opens."""
    inside = mentions[index + 1] if index + 1 < len(mentions) else None
    if not index or inside is None:
        return None
    if mark_of(inside) is Mark.CLOSE:
        return index + 1
    goods, named = inside.get(Goods), mentions[index - 1].get(Goods)
    same = goods is not None and goods == named and index + 2 < len(mentions) and mark_of(mentions[index + 2]) is Mark.CLOSE
    return index + 2 if same else None
