"""For whom "we" and "its" stand in a sentence that has told of no flow yet."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Use
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot

_BESIDE = 15
"""Characters between "we" and the verb that tells what we do, at most."""


def theirs(state: State, phrase: Phrase) -> None:
    """Let what a sentence tells behind a colon of "its" exports be of the one country that it names before: "Peru has no luck: its …"."""
    first = phrase.chunk.items[0].get(m.Pointer)
    pointed = first is not None and first.to in {Anaphor.THIS, Anaphor.GOODS} and phrase.chunk.opener is Mark.COLON
    if not pointed or state.frame is not None or state.records or phrase.parties or phrase.heads[1:]:
        return
    before = [each for each in state.scanned.mentions if each.start < phrase.chunk.items[0].start]
    named = [party.codes for each in before if (party := each.get(m.Party)) is not None]
    if named and len(named[-1]) == 1 and not any(each.mask & (m.Goods.bit | m.Head.bit | m.Figure.bit) for each in before):
        phrase.parties = [Placed(-1, named[-1], Slot.OWNER)]
        phrase.pointers -= {Anaphor.THIS}


def we_do(state: State, phrase: Phrase) -> None:
    """Let "we" who trade be the country in which the text is at home."""
    home, us = state.context.home, [state.scanned.mentions[at] for at in state.scanned.cued("flow", "we")]
    if home is None or not us or phrase.of(Slot.SUBJECT) or phrase.of(Slot.OWNER):
        return
    verbs = [phrase.chunk.items[at] for at, head in phrase.heads if head.use is Use.VERB]
    named = any(home in placed.codes for placed in phrase.parties)
    if not named and any(-_BESIDE <= verb.start - each.end <= _BESIDE for verb in verbs for each in us):
        phrase.parties = [Placed(-1, (home,), Slot.SUBJECT), *phrase.parties]
