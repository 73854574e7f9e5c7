"""Names of companies that no register knows, told from their own words: "Such-and-such Mining Group", "the carmaker So-and-so", «Имя».

Only sentences on deals and plans are asked for them. A name takes the place of what its words would mean alone: no place, no goods are
meant in "Tianjin Timber Group".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import takewhile

from sinorus.languages import meaning as m
from sinorus.scan.firm_words import FirmWords, firm_words
from sinorus.scan.mention import Mention
from sinorus.text import Sentence
from sinorus.values.evolve import evolve
from sinorus.world.registry import known_place

_WORD = re.compile(r"(?<![\w-])[A-Z][^\W_]*(?:[-'’.&][A-Z0-9][^\W_]*)*(?![^\W_])|(?<= )&(?= )|(?<= )\d+(?= [A-Z])")
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][a-z]\w*|[A-Z]{2,}[a-z]{2,}\w*")
_ROMAN = re.compile(r"[IVXLC]+")
_COMMON = m.OtherMeasure.bit | m.Field.bit | m.Goods.bit | m.CorridorNoun.bit | m.Cue.bit | m.Head.bit | m.Action.bit
_INSIDE = _COMMON | m.Party.bit | m.Body.bit | m.Route.bit
"""What the words of a name may mean elsewhere."""
_BEFORE = 40
_SHORT = 3
_MOST = 4
"""So many words a name has at most that nothing but the noun before it makes a company's."""
_SYLLABLE = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|a|o|e|i|u)){2,}"
)
"""Words spelled as Chinese syllables are."""
_DEALS = m.AgreementNoun.bit | m.AgreementVerb.bit | m.Action.bit | m.Intent.bit


def with_firms(mentions: list[Mention], mask: int, text: str, sentence: Sentence, language: str) -> list[Mention]:
    """Return the mentions of a sentence on deals with the names of unknown companies in place of what their words mean."""
    words = firm_words(language) if mask & _DEALS else None
    if words is None:
        return mentions
    finder = _Finder(mentions, text, sentence, words)
    found = [*finder.quoted(), *finder.named()]
    if not found:
        return mentions
    kept = [each for each in mentions if not any(each.start < name.end and name.start < each.end for name in found)]
    return sorted([*kept, *found], key=lambda each: each.start)


class _Finder:
    """Finds the names of one sentence."""

    def __init__(self, mentions: list[Mention], text: str, sentence: Sentence, words: FirmWords) -> None:
        self.mentions, self.text, self.words = mentions, text, words
        self.start, self.end = sentence.span.start, sentence.span.end
        self.starts = [each.start for each in mentions]
        self.titled = sentence.kind == "title"
        self.foreign = bool(words.latin)
        """Whether Latin letters are those of another script, so that only names are written in them."""

    def named(self) -> Iterator[Mention]:
        """Yield the names in words with capitals."""
        for run in self._runs():
            tokens = self._trimmed(run)
            count = self._length(tokens) if tokens else 0
            if count:
                yield from self._name(tokens[:count])

    def quoted(self) -> Iterator[Mention]:
        """Yield the names in quotes that stand where companies do."""
        if self.words.quotes is None:
            return
        for match in self.words.quotes.finditer(self.text, self.start, self.end):
            name = next(each for each in match.groups() if each is not None)
            left, right = match.start() + 1, match.end() - 1
            if (
                not name[0].isupper()
                or "," in name
                or self._said(match.end())
                or any(each.start <= left and right <= each.end for each in self.mentions)
            ):
                continue
            if self._stands_as_firm(match.start()):
                name = self._plain(name, match.start()).translate(self.words.latin)
                yield self._body(left, right, name, self._country(match.start(), right) or self.words.home)

    def _said(self, end: int) -> bool:
        """Whether the quote is what somebody says: "…", — he said."""
        return self.text[end : end + 3].rstrip("-–—") == ", "

    def _stands_as_firm(self, quote: int) -> bool:
        """Whether a noun for companies, a joint, a country, an office or a deal leads to the quote."""
        before = self.text[max(quote - _BEFORE, self.start) : quote]
        if not before.strip() or self.words.leads.search(before):
            return True
        word = before.split()[-1]
        last = next((each for each in reversed(self.mentions) if each.end <= quote), None)
        if last is not None and quote - last.end <= 1 and last.mask & (m.Party.bit | m.AgreementVerb.bit | m.Cue.bit):
            return not last.mask & (m.Goods.bit | m.CorridorNoun.bit)
        return word.lower() in self.words.joints

    def _plain(self, name: str, quote: int) -> str:
        """Return the name without the ending that a preposition or an office before it gives it."""
        before = self.text[max(quote - _BEFORE, self.start) : quote]
        office = next((each for each in reversed(self.mentions) if each.end == quote - 1), None)
        governed = before.split()[-1:] and before.split()[-1].lower() in self.words.governing
        if self.words.leads.search(before) or not (governed or (office is not None and office.mask & (m.Cue.bit | m.Leader.bit))):
            return name
        ending = next((each for each in self.words.endings if name.endswith(each)), "")
        return name[: len(name) - len(ending)] + self.words.endings.get(ending, "")

    # --- words with capitals

    def _runs(self) -> Iterator[list[tuple[int, int]]]:
        """Yield the words of each run of words with capitals; a word that means something no name holds ends it."""
        run: list[tuple[int, int]] = []
        free = self.start
        for match in _WORD.finditer(self.text, self.start, self.end):
            start, end = match.span()
            if start < free:
                continue
            if self.text.startswith(self.words.inside, start):
                end = next(start + len(each) for each in self.words.inside if self.text.startswith(each, start))
            owner = self._owner(start)
            ends = self.text[start:end] in self.words.common
            blocked = owner is not None and bool(owner.mask & ~_INSIDE) and not ends
            if run and (blocked or not self._goes_on(run[-1], start)):
                yield run
                run = []
            if not blocked:
                run.append((start, end))
                free = end
        if run:
            yield run

    def _goes_on(self, last: tuple[int, int], start: int) -> bool:
        gap = self.text[last[1] : start]
        return gap == " " or (gap in {". ", ", "} and self.text[last[0] : last[1]] in self.words.ends and self._legal(start))

    def _legal(self, start: int) -> bool:
        return any(self.text.startswith(each, start) for each in self.words.legal)

    def _owner(self, start: int) -> Mention | None:
        at = bisect_right(self.starts, start) - 1
        return self.mentions[at] if at >= 0 and start < self.mentions[at].end else None

    def _trimmed(self, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the words from the first that can begin a name."""
        while run:
            start, end = run[0]
            word = self.text[start:end]
            owner = self._owner(start)
            party = owner.get(m.Party) if owner is not None else None
            adjective = party is not None and party.owns and owner is not None and owner.start == start
            following = self._owner(run[1][0]) if len(run) > 1 else None
            common = following is not None and bool(following.mask & _COMMON)
            if word in self.words.openers or word == "&" or word.isdigit() or (adjective and not common):
                run = run[1:]
            else:
                return run
        return run

    def _length(self, tokens: list[tuple[int, int]]) -> int:
        """Return how many of the words are the name of a company, or 0."""
        words = [self.text[start:end] for start, end in tokens]
        last = max((at for at, word in enumerate(words) if at and word in self.words.ends), default=0) if len(words) > 1 else 0
        if last and self._proper(tokens[:last]):
            return last + 1
        if self.titled:
            return 0
        whole = len(words)
        trade = words[-1] in self.words.trades or words[-1] in self.words.inside or words[-1].split()[-1] in self.words.trades
        if whole > 1 and trade and self._proper(tokens[:-1]):
            return whole
        first, end = tokens[0][0], tokens[-1][1]
        numbered = any(map(str.isdigit, words[0]))
        if (
            whole == 1
            and (len(words[0]) <= _SHORT or numbered or _ROMAN.fullmatch(words[0]))
            and not self.words.leads.search(self._led(first))
        ):
            return 0
        known = self._owner(first)
        if known is not None and known.end >= end:
            return 0
        if self.foreign or any(map(_CAMEL.fullmatch, words)) or self.words.told.match(self.text, end):
            return whole
        return min(whole, _MOST) if self.words.leads.search(self._led(first)) or self._placed(end) else 0

    def _led(self, start: int) -> str:
        return self.text[max(start - _BEFORE, self.start) : start]

    def _placed(self, end: int) -> bool:
        """Whether the country stands in brackets behind the name; a province there is a governor's."""
        behind = self._owner(end + 2) if self.text[end : end + 2] == " (" else None
        party = behind.get(m.Party) if behind is not None and self.text[behind.end : behind.end + 1] == ")" else None
        return party is not None and not party.region

    def _proper(self, tokens: list[tuple[int, int]]) -> bool:
        """Whether a word is there that is no common one."""
        for start, end in tokens:
            owner = self._owner(start)
            word = self.text[start:end]
            if word not in self.words.common and (owner is None or not owner.mask & _COMMON):
                return True
        return False

    def _name(self, tokens: list[tuple[int, int]]) -> Iterator[Mention]:
        start, end = tokens[0][0], tokens[-1][1]
        inner = [each for each in self.mentions if each.start < end and start < each.end]
        if any(each.start < start or each.end > end for each in inner) or any(each.start <= start and each.end >= end for each in inner):
            return  # another name goes further, or is the same
        known = next((each for each in inner if each.mask & m.Body.bit), None)
        if known is not None and known.start == start:
            rest = [self.text[a:b] for a, b in tokens if a >= known.end]
            if all(word in self.words.ends for word in rest):
                yield evolve(known, end=end)
                return
        elif known is not None:
            return
        plain = list(takewhile(lambda token: self.text[slice(*token)] not in self.words.legal, tokens))
        if plain:
            yield self._body(start, end, self.text[start : plain[-1][1]], self._country(start, end))

    def _country(self, start: int, end: int) -> str | None:
        """Return the country that the words before, behind or within the name tell."""
        owners = [each for each in self.mentions if each.mask & m.Party.bit and start - _BEFORE <= each.start < end + _BEFORE]
        for each in reversed(owners):
            party = each.get(m.Party)
            if party is None or len(party.codes) != 1:
                continue
            between = self.text[each.end : start] if each.end <= start else self.text[end : each.start]
            led = each.end <= start and all(word.islower() for word in re.findall(r"[^\W_]+", between)) and not set(",.;") & set(between)
            if (led and (party.owns or between[:1] in "'’")) or (each.start >= end and between == " ("):
                return party.codes[0]
        told = self.words.told.match(self.text, end)
        for each in owners:
            party = each.get(m.Party)
            behind = told is not None and end <= each.start < told.end()
            if party is not None and len(party.codes) == 1 and (start <= each.start < end or behind):
                return party.codes[0]
        bodies = [body.country for each in self.mentions if start <= each.start < end and (body := each.get(m.Body)) is not None]
        words = [word for word in self.text[start:end].split() if word not in self.words.common]
        spelled = bool(words) and all(_SYLLABLE.fullmatch(word.lower()) for word in words)
        if self.foreign and not bodies and (known := known_place(self.text[start:end].split()[0])) is not None:
            return known.country  # «China Copper», «Harbin Electric»
        return bodies[0] if bodies else "CN" if spelled else None

    def _body(self, start: int, end: int, name: str, country: str | None) -> Mention:
        return Mention(start, end, (m.Body(f"~{name}", country, "company", name),), m.Body.bit, "firm")
