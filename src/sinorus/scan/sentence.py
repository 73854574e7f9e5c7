"""All that is found in one sentence: words of the lexicon, figures, periods; overlaps decided once, longest first."""

from operator import attrgetter

from attrs import frozen

from sinorus.languages.meaning import Figure
from sinorus.scan.figure import figures
from sinorus.scan.lexicon import Lexicon, lexicon
from sinorus.scan.mention import Mention
from sinorus.scan.period import periods
from sinorus.text import Sentence
from sinorus.values import Quantity
from sinorus.values.unit import Dimension


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


_MARKS = str.maketrans(",;:()", "\n\n\n\n\n")


def header_unit(folded: str, sentence: Sentence, language: str) -> Quantity | None:
    """Return one of the unit that a table's head names without a number: "(million tonnes)" gives 1,000,000 t."""
    for part in folded[sentence.span.start : sentence.span.end].translate(_MARKS).split("\n"):
        words = part.strip()
        if words:
            found = figures(f"1 {words}", 0, len(words) + 2, language)
            figure = found[0].get(Figure) if found and found[0].start == 0 else None
            if figure is not None and (figure.quantity.is_money or figure.quantity.dimension in _TABULAR):
                return figure.quantity
    return None


_TABULAR = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY, Dimension.CONTAINERS})


def scan(text: str, folded: str, sentence: Sentence, language: str) -> Scanned:
    """Return what the sentence holds; `folded` is the folded copy of the whole `text`."""
    mentions = decide(candidates(text, folded, sentence, language))
    mask = 0
    for mention in mentions:
        mask |= mention.mask
    return Scanned(sentence, text, tuple(mentions), mask)
