"""The forms of the lexicon that stand in a text: the longest ones, from left to right."""

import re
from collections.abc import Mapping
from itertools import compress
from types import MappingProxyType

from sinorus.languages.meaning import Goods, Head, Level, Movement, Party
from sinorus.scan.lexicon import Entry, Lexicon
from sinorus.scan.mention import Mention

NONE: Mapping[int, int] = MappingProxyType({})


def words(text: str, folded: str, start: int, end: int, known: Lexicon) -> list[Mention]:
    """Return the leftmost longest forms of the lexicon between two offsets."""
    matches = list(known.tokens.finditer(folded, start, end))
    return forms(text, matches, [match[0] for match in matches], known, NONE)


def forms(
    text: str, matches: list[re.Match[str]], tokens: list[str], known: Lexicon, marks: Mapping[int, int], *, starts: list[str] | None = None
) -> list[Mention]:
    """Walk the trie from every token that no form has taken yet.

    `marks` gives the bits of what other scanners found, by the offset at which it begins; `starts` the tokens at which a form may
    begin, where these are not all.
    """
    found: list[Mention] = []
    tokens = [*tokens, ""]  # no form holds the empty token, so that every walk ends here at last
    free = 0
    begins = list(map(known.first.get, tokens if starts is None else starts))
    for index, begun in compress(enumerate(begins), begins):  # most words begin no form
        if index < free or begun is None:
            continue
        node = known.grow(tokens[index], begun) if isinstance(begun, list) else begun
        at = index + 1
        while (longer := node.next.get(tokens[at])) is not None:
            node, at = longer, at + 1
        for entry in node.entries:
            last = index + entry.more
            left, right = matches[index].start(), matches[last].end()
            if entry.cased is not None and (text[left:right] != entry.cased or (not index and _common(entry, node.entries))):
                continue
            # a figure or a time behind it is that, whatever it begins with: "reached US$8 billion" is no country
            behind = (_marked(marks, right, known) or _opens(tokens, last + 1, known)) if entry.touches else 0
            if entry.touches and not behind & entry.touches:
                continue
            if not known.spaced and entry.more > 1 and _overruns(tokens, last, entry, node.entries, known):
                continue
            mention = Mention(left, right, entry.meanings, entry.mask, entry.rule)
            if behind and len(node.entries) > 1:
                mention = _with_rivals(mention, entry, [each for each in node.entries if each.touches & behind])
            found.append(mention)
            free = last + 1
            break
    return found


def _common(entry: Entry, entries: tuple[Entry, ...]) -> bool:
    """Whether a name is a word of trade as well: the capital with which a sentence opens does not tell the one from the other."""
    return any(each.more == entry.more and each.cased is None and each.mask & (Head.bit | Goods.bit) for each in entries)


_TAKEN_OVER = Level.bit | Head.bit | Goods.bit | Movement.bit | Party.bit


def _overruns(tokens: list[str], last: int, entry: Entry, entries: tuple[Entry, ...], known: Lexicon) -> bool:
    """Whether a form takes the first character of the next word, and is a word without it: 大豆价 in 大豆价值."""
    if all(each.more != entry.more - 1 or each.touches for each in entries):
        return False
    node, at = known.node(tokens[last]), last + 1
    while node is not None and (longer := node.next.get(tokens[at])) is not None:
        node, at = longer, at + 1
    return node is not None and any(each.more and not each.touches and each.mask & _TAKEN_OVER for each in node.entries)


def _marked(marks: Mapping[int, int], right: int, known: Lexicon) -> int:
    """Return the bits of what other scanners found right behind a form, or behind the space after it where words stand apart."""
    return marks.get(right, 0) | (marks.get(right + 1, 0) if known.spaced else 0)


def _with_rivals(mention: Mention, chosen: Entry, holding: list[Entry]) -> Mention:
    """Return the mention with what its equals mean that ask for another neighbour and have it: 将 before a word that is two things."""
    others = [each for each in holding if each is not chosen and each.more == chosen.more and each.cased is None]
    if not others:
        return mention
    meanings = tuple(dict.fromkeys(meaning for each in (chosen, *others) for meaning in each.meanings))
    mask = chosen.mask
    for each in others:
        mask |= each.mask
    rule = "+".join(dict.fromkeys(part for each in (chosen, *others) for part in each.rule.split("+")))
    return Mention(mention.start, mention.end, meanings, mask, rule)


def _opens(tokens: list[str], index: int, known: Lexicon) -> int:
    """Return the bits of the longest form of the lexicon that begins at this token, whatever that one touches."""
    node, longer = None, known.node(tokens[index])
    while longer is not None:
        node, index = longer, index + 1
        longer = node.next.get(tokens[index])
    return node.entries[0].mask if node is not None and node.entries else 0
