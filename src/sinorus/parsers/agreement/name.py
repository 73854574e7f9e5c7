"""How far a proper name goes that a known word begins, ends or owns."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.parsers.office import office
from sinorus.parsers.proper_name import runs
from sinorus.scan.sentence import Scanned

_NOUNS = m.OtherMeasure.bit | m.Field.bit | m.Goods.bit | m.CorridorNoun.bit | m.Cue.bit | m.Head.bit | m.Action.bit


def longer_start(scanned: Scanned, index: int) -> int | None:
    """Return where a longer name begins that only ends like a known one: an acronym stands right before it."""
    start = scanned.mentions[index].start
    left = scanned.mentions[index - 1].end if index else scanned.sentence.span.start
    before = scanned.text[left:start]
    word = before.split()[-1] if before.endswith(" ") and before.strip() else ""
    return start - len(word) - 1 if len(word) > 1 and word.isalpha() and word.isupper() else None


def called(scanned: Scanned, index: int) -> bool:
    """Whether a proper name, known or not, stands right behind "company", with or without a comma."""
    mentions = scanned.mentions
    at = index + 1
    if at < len(mentions) and mark_of(mentions[at]) is Mark.COMMA:
        at += 1
    start = mentions[at - 1].end
    if at < len(mentions) and mentions[at].mask & m.Body.bit and mentions[at].start - start <= 1:
        return True
    first = next(runs(scanned.text, start, mentions[at].start if at < len(mentions) else scanned.sentence.span.end), None)
    return first is not None and first[0] - start <= 1


def name_follows(scanned: Scanned, index: int) -> bool:
    """Whether the country opens an unknown proper name ("China Such-and-such")."""
    mention = scanned.mentions[index]
    at = index + 1
    while at < len(scanned.mentions) and may_be_name(scanned, at):
        at += 1
    stop = scanned.mentions[at].start if at < len(scanned.mentions) else scanned.sentence.span.end
    first = next(runs(scanned.text, mention.start, stop), None)
    return first is not None and first[0] == mention.start and first[1] > mention.end


def name_owned(scanned: Scanned, index: int) -> tuple[int, int] | None:
    """Return the unknown proper name right behind the possessive at `index`: "China's Such-and-such"."""
    mentions = scanned.mentions
    at = index + 1
    while at < len(mentions) and may_be_name(scanned, at):
        at += 1
    stop = mentions[at].start if at < len(mentions) else scanned.sentence.span.end
    first = next(runs(scanned.text, mentions[index].end, stop), None)
    return first if first is not None and first[0] - mentions[index].end <= 1 else None


def may_be_name(scanned: Scanned, index: int) -> bool:
    """Whether the mention may be a word of a name: a capitalised noun that means something else in lower case."""
    mention = scanned.mentions[index]
    return (
        not mention.mask & ~_NOUNS
        and not is_cue(mention, "idiom", "aside")
        and not office(mention)
        and scanned.text[mention.start].isupper()
        and mention.start > scanned.sentence.span.start
    )
