"""How many documents a noun tells of: "14 documents", «22 документа», 文件46份."""

from sinorus.languages import meaning as m
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.marks import in_dozens
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned

_COUNTED = 45
_ADJECTIVES = m.Party.bit | m.Pointer.bit | m.Field.bit | m.Leader.bit
"""What may stand as adjectives between a number and a noun in the singular."""
_TOUCH = 2


def count_of(scanned: Scanned, clause: Clause) -> int | None:
    """Return how many documents: a plain number before their noun, alone or with its adjectives.

    A noun in the singular counts from two on, where its language says so («22 документа»), and nothing that is counted stands between.
    """
    if clause.noun is None:
        return None
    mentions = scanned.mentions
    noun = mentions[clause.index]
    for index in range(clause.index - 1, max(clause.index - 4, -1), -1):
        figure = mentions[index].get(m.Figure)
        if figure is None:
            if not clause.noun.plural and mentions[index].mask & ~_ADJECTIVES:
                break
            continue
        if not clause.noun.plural and figure.counted and _far(mentions, index, clause.index):
            return None  # 两台机组的总合同
        count = _counted(figure, noun.start - mentions[index].end, fewest=1 if clause.noun.plural else 2)
        return None if count is None else count * in_dozens(mentions, mentions[index])
    return _counted_behind(mentions, clause)


def _far(mentions: tuple[Mention, ...], index: int, noun: int) -> bool:
    """Whether more than an adjective that nothing is known of stands between a number with its counter and a noun."""
    apart = sum(mentions[at + 1].start - mentions[at].end for at in range(index, noun))
    return apart > _TOUCH


def _counted(figure: m.Figure, gap: int, *, fewest: int) -> int | None:
    """Return what a number this far before its noun counts; tens are a count, too («три десятка»), a larger scale is none."""
    amount = figure.quantity.amount
    if figure.quantity.unit != "1" or figure.power > 1 or gap > _COUNTED or amount != int(amount):
        return None
    return int(amount) if amount >= (1 if gap == 0 else fewest) else None


def _counted_behind(mentions: tuple[Mention, ...], clause: Clause) -> int | None:
    """Return how many papers a number right behind their noun counts: 签署文件46份, 签署的文件共38份."""
    behind = mentions[clause.index + 1 : clause.index + 3]
    while behind and (behind[0].mask & m.Level.bit or behind[0].mask & m.Pointer.bit) and not behind[0].mask & m.Figure.bit:
        behind = behind[1:]
    figure = behind[0].get(m.Figure) if behind else None
    touching = bool(behind) and behind[0].start == mentions[clause.index].end
    if figure is None or clause.noun is None or not (clause.noun.plural or touching) or not figure.counted or figure.scaled:
        return None
    near = behind[0].start - mentions[clause.index].end <= _TOUCH
    return int(figure.quantity.amount) or None if near and figure.quantity.unit == "1" else None
