"""Who reported a flow: the organisation that the sentence has say so, or whose data it is."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.home import home
from sinorus.languages.meaning import Role
from sinorus.parsers.marks import is_cue, role_of
from sinorus.parsers.talk import HOME
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve

_COUNTING = frozenset({"customs", "statistics"})
"""Kinds of organisations that keep the figures of trade."""
_PLACES = frozenset({"institution", "bloc", "exchange"})
"""Kinds of organisations where others speak: "he told the forum"."""
_ELSEWHERE = _PLACES | {"news", "research", "bank", "fund"}
"""Kinds of organisations that tell of any country's trade."""
_NEAR = 40
"""Characters between an organisation and the word by which it speaks."""


def reported_by(scanned: Scanned) -> str | None:
    """Return the words that name the one organisation that reports, or None where there is none or more than one.

    A customs service reports wherever it is named; others report beside a word of saying.
    """
    if not scanned.mask & m.Body.bit:
        return None
    spoken = [mention for mention in scanned.mentions if mention.mask & m.Speech.bit]
    bodies = [(scanned.mentions[index], body) for index, body in scanned.of(m.Body) if body.kind not in _PLACES]
    named = {
        scanned.text[mention.start : mention.end]
        for mention, body in bodies
        if (body.kind in _COUNTING or any(-1 <= _gap(mention.start, mention.end, word.start, word.end) <= _NEAR for word in spoken))
    }
    return named.pop() if len(named) == 1 else None


def counting(scanned: Scanned, before: str | None) -> str | None:
    """Return the country whose customs or statisticians the sentence names: what they count is a trade of their own country.

    Where it names "the customs" alone, they are those whose figures were told `before`.
    """
    if not scanned.mask & (m.Body.bit | m.Cue.bit):
        return None
    countries = {body.country for _, body in scanned.of(m.Body) if body.kind in _COUNTING}
    if not countries:
        return _own_customs(scanned, before) if scanned.mask & m.Cue.bit else None
    return countries.pop() if len(countries) == 1 else None


def teller(scanned: Scanned) -> str | None:
    """Return the country of the ministries or companies that tell what a sentence says that does not name it: they tell of their own."""
    if not scanned.mask & m.Speech.bit or not scanned.mask & m.Body.bit:
        return None
    spoken = [mention for mention in scanned.mentions if mention.mask & m.Speech.bit]
    told = [(scanned.mentions[at], body) for at, body in scanned.of(m.Body) if body.kind not in _ELSEWHERE]
    near = {body.country for each, body in told if any(-1 <= _gap(each.start, each.end, word.start, word.end) <= _NEAR for word in spoken)}
    named = {code for _, party in scanned.of(m.Party) for code in party.codes} if near else set()
    return near.pop() if len(near) == 1 and not near & named else None


def counted_by_another(scanned: Scanned, before: Mention, item: Mention) -> bool:
    """Whether one country's count was told with the level ``before``, and another's is named between it and the level at hand."""
    sources = [(start, code) for start, code in _sources(scanned) if start < item.start]
    first = {code for start, code in sources if start < before.start}
    second = {code for start, code in sources if before.end <= start}
    return len(second) == 1 and bool(first) and first != second and second != {sources[0][1]}


def _sources(scanned: Scanned) -> list[tuple[int, str]]:
    """Return who counts, and where it is told: customs, statisticians, countries behind "by" or beside a word of saying or counting."""
    found = [(scanned.mentions[at].start, body.country) for at, body in scanned.of(m.Body) if body.kind in _COUNTING and body.country]
    for at, party in scanned.of(m.Party):
        if len(party.codes) == 1 and (_is_told_by(scanned, at) or _counts(scanned, at)):
            found.append((scanned.mentions[at].start, party.codes[0]))
    return sorted(found)


def _is_told_by(scanned: Scanned, at: int) -> bool:
    before = scanned.mentions[at - 1] if at else None
    return before is not None and (bool(before.mask & m.Speech.bit) or role_of(before) in {Role.BY, Role.VIA})


def _counts(scanned: Scanned, at: int) -> bool:
    behind = scanned.mentions[at + 1 : at + 3]
    if behind and role_of(behind[0]) is Role.POSSESSIVE:
        behind = behind[1:]
    word = behind[0] if behind else None
    return word is not None and (is_cue(word, "flow", "results") or bool(word.mask & m.Speech.bit))


def is_count(items: Sequence[Mention]) -> bool:
    """Whether nothing but somebody's figures is named: whose trade they tell of stands elsewhere."""
    own = all(item.mask & m.Party.bit or role_of(item) is Role.POSSESSIVE for item in items[:-1])
    return len(items) > 1 and own and is_cue(items[-1], "flow", "results")


def _own_customs(scanned: Scanned, told: str | None) -> str | None:
    """Return whose "customs" are named without a name: the country's right before, else those told of, or where the text is at home."""
    named = scanned.cued("flow", "customs")
    if not named:
        return None
    at = named[0]
    before, start = _owner_before(scanned, at), scanned.mentions[at].start
    if before is not None and start - before.end > 1:
        before = None
    if before is not None and before.mask & m.World.bit:
        return None  # the customs of all countries
    party = before.get(m.Party) if before is not None else _owner_behind(scanned, at)
    if party is not None:
        return party.codes[0] if len(party.codes) == 1 else None
    if before is not None and before.mask & m.Pointer.bit:
        return None  # "its customs": whoever was spoken of
    at_home = home(scanned.sentence.language or "")
    return told or (at_home if at_home in HOME else None)  # a language may be at home where nobody speaks of China's trade


def _owner_behind(scanned: Scanned, index: int) -> m.Party | None:
    """Return the country whose name stands right behind, in the case of an owner: «таможня Перу»."""
    behind = scanned.mentions[index + 1] if index + 1 < len(scanned.mentions) else None
    if behind is None or behind.start - scanned.mentions[index].end != 1:
        return None
    party = behind.get(m.Party)
    return party if party is not None and party.role is Role.OF else None


def _owner_before(scanned: Scanned, index: int) -> Mention | None:
    """Return the mention that touches the one at an index, or owns it: 俄罗斯海关, "Peru's customs"."""
    before = scanned.mentions[index - 1] if index else None
    if before is None or role_of(before) is not Role.POSSESSIVE or index < 2:
        return before
    owner = scanned.mentions[index - 2]
    return evolve(owner, end=scanned.mentions[index].start) if owner.end == before.start else before


def _gap(start: int, end: int, other_start: int, other_end: int) -> int:
    return max(other_start - end, start - other_end)
