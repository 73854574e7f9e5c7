"""Who signs through its head: countries by their presidents, state bodies and companies by those who lead them."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.agreement.actor import WORD, Actor
from sinorus.parsers.marks import mark_of
from sinorus.parsers.office import office
from sinorus.scan.sentence import Scanned


def presided(scanned: Scanned, actor: Actor) -> bool:
    """Whether a state body stands behind its head: "the head of China's energy administration"."""
    return actor.role is Role.OF and bool(actor.codes) and bool(scanned.mentions[actor.index].mask & m.Body.bit)


def presidents(scanned: Scanned, actor: Actor) -> bool:
    """Whether the country is one of those whose heads or governments sign: "the presidents of A, B and C"."""
    mentions, at = scanned.mentions, actor.index
    if actor.role is not Role.OF or not actor.codes:
        return False
    while at > 1 and mark_of(mentions[at - 1]) in {Mark.AND, Mark.COMMA} and mentions[at - 2].mask & m.Party.bit:
        at -= 2
    while at and mentions[at - 1].mask & m.Relation.bit:
        at -= 1
    return at > 0 and office(mentions[at - 1])


def headed_by(scanned: Scanned, actor: Actor) -> bool:
    """Whether a person stands for the company: "Such-and-such of Gazprom", "the head of CNPC"."""
    mentions, at = scanned.mentions, actor.index
    if actor.role is not Role.OF or actor.body is None:
        return False
    while at > 1 and mark_of(mentions[at - 1]) is Mark.AND and mentions[at - 2].mask & m.Body.bit:
        at -= 2
    if at < 2 or mentions[at].start - mentions[at - 1].end > WORD:
        return False
    before, of = mentions[at - 2], mentions[at - 1]
    return office(before) or bool(before.mask & m.Body.bit) or of.start - before.end > 3
