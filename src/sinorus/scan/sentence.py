"""All that is found in one sentence: words of the lexicon, figures, periods; overlaps decided once, longest first."""

from operator import attrgetter

from attrs import frozen

from sinorus.scan.figure import figures
from sinorus.scan.lexicon import Lexicon, lexicon
from sinorus.scan.mention import Mention
from sinorus.scan.period import periods
from sinorus.text import Sentence


@frozen
class Scanned:
    """A sentence with its mentions in order; `mask` holds the bits of all their meanings."""

    sentence: Sentence
    text: str
    mentions: tuple[Mention, ...]
    mask: int

    def quote(self) -> str:
        """Return the characters of the sentence."""
        return self.text[self.sentence.span.start : self.sentence.span.end]


_start = attrgetter("start")


def words(text: str, folded: str, start: int, end: int, known: Lexicon) -> list[Mention]:
    """Return the leftmost longest forms of the lexicon between two offsets."""
    found: list[Mention] = []
    first = known.first
    matches = list(known.tokens.finditer(folded, start, end))
    tokens = [match.group() for match in matches]
    index, count = 0, len(tokens)
    while index < count:
        step = 1
        entries = first.get(tokens[index])
        if entries is not None:
            for entry in entries:
                size = len(entry.rest)
                if size and tuple(tokens[index + 1 : index + 1 + size]) != entry.rest:
                    continue
                left, right = matches[index].start(), matches[index + size].end()
                if entry.cased is not None and text[left:right] != entry.cased:
                    continue
                found.append(Mention(left, right, entry.meanings, entry.mask, entry.rule))
                step = size + 1
                break
        index += step
    return found


def decide(found: list[Mention]) -> list[Mention]:
    """Keep the longest of overlapping mentions; of equally long ones the first in the list."""
    found.sort(key=_start)
    last = -1
    for mention in found:
        if mention.start < last:
            break
        last = mention.end
    else:
        return found
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda each: each.start - each.end):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    kept.sort(key=_start)
    return kept


def candidates(text: str, folded: str, sentence: Sentence, language: str) -> list[Mention]:
    """Return all that is found in a sentence, overlaps and all."""
    start, end = sentence.span.start, sentence.span.end
    found = figures(folded, start, end, language)
    found += periods(folded, start, end, language, text)
    found += words(text, folded, start, end, lexicon(language))
    return found


def scan(text: str, folded: str, sentence: Sentence, language: str) -> Scanned:
    """Return what the sentence holds; `folded` is the folded copy of the whole `text`."""
    mentions = decide(candidates(text, folded, sentence, language))
    mask = 0
    for mention in mentions:
        mask |= mention.mask
    return Scanned(sentence, text, tuple(mentions), mask)
