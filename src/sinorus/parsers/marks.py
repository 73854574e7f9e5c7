"""The mark or joint that a mention is, the role that it gives as a preposition or case, and the cues it carries."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.scan.mention import Mention

_MARK = m.Punctuation.bit
_RELATION = m.Relation.bit
_DOZEN = 12


def mark_of(mention: Mention) -> Mark | None:
    """Return the mark, or None for a word."""
    if mention.mask & _MARK:
        for meaning in mention.meanings:  # as `Mention.get` does: nothing is asked as often
            if isinstance(meaning, m.Punctuation):
                return meaning.mark
    return None


def role_of(mention: Mention | None) -> Role | None:
    """Return the role that the mention gives to what it governs, or None where it is no preposition, particle or case."""
    if mention is not None and mention.mask & _RELATION:
        for meaning in mention.meanings:
            if isinstance(meaning, m.Relation):
                return meaning.role
    return None


def parts_clauses(mention: Mention) -> bool:
    """Whether the mention is a semicolon, or a word of contrast that is no preposition."""
    mark = mark_of(mention) if mention.mask & _MARK else None
    return mark is Mark.SEMICOLON or (mark is Mark.CONTRAST and not mention.mask & m.Relation.bit)


def acts(items: Sequence[Mention], index: int) -> bool:
    """Whether a word that is a verb or goods is the verb: what acts stands right before it ("what it ships", not "Chinese ships")."""
    if not index or items[index].mask & _BOTH != _BOTH or items[index].start - items[index - 1].end > 1:
        return False
    pointer = items[index - 1].get(m.Pointer)
    verb = any(isinstance(each, m.Head) and each.use is m.Use.VERB for each in items[index].meanings)
    return verb and pointer is not None and pointer.to is m.Anaphor.THIS and pointer.use is not m.Use.MODIFIER


_BOTH = m.Head.bit | m.Goods.bit


def made_for(items: Sequence[Mention], index: int) -> bool:
    """Whether goods only tell what those named before them are for: "tyres for trucks", «запчасти для тракторов»."""
    return index > 1 and role_of(items[index - 1]) is Role.FOR and bool(items[index - 2].mask & m.Goods.bit)


def is_cue(mention: Mention, group: str, name: str) -> bool:
    """Whether the mention carries this cue."""
    if mention.mask & m.Cue.bit:
        for each in mention.meanings:
            if isinstance(each, m.Cue) and each.group == group and each.name == name:
                return True
    return False


def is_verb(mention: Mention) -> bool:
    """Whether the mention is a verb that a figure may follow: of movement, of a flow, or of a level ("rose", "bought", "was")."""
    head, moved = mention.get(m.Head), mention.get(m.Movement)
    if moved is not None and moved.use is m.Use.VERB:
        return True
    return (head is not None and head.use is m.Use.VERB) or (bool(mention.mask & m.Level.bit) and moved is None)


def cue_of(mention: Mention, group: str) -> str | None:
    """Return the name of the cue of this group that the mention carries; None for none."""
    if mention.mask & m.Cue.bit:
        for each in mention.meanings:
            if isinstance(each, m.Cue) and each.group == group:
                return each.name
    return None


def in_dozens(mentions: Sequence[Mention], number: Mention) -> int:
    """Return by how much a number is to be multiplied: 12 where a word for a dozen stands right behind it ("two dozen helicopters")."""
    behind = (each for each in mentions if each.mask & m.Cue.bit and 0 <= each.start - number.end <= 1)
    return _DOZEN if any(is_cue(each, "figure", "dozen") for each in behind) else 1
