"""Where a document is named and none is told of: opinions, hopes, lists that name each, partners only hinted at."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.sides import Sides
from sinorus.parsers.agreement.terms import Terms
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.talk import HOME
from sinorus.records import Agreement, AgreementKind
from sinorus.scan.mention import Mention
from sinorus.world import Organisation


def opinion(mentions: tuple[Mention, ...], clause: Clause) -> bool:
    """Whether analysts or markets expect it, and nobody who could sign it."""
    for mention in mentions[clause.start : clause.index]:
        speech = mention.get(m.Speech)
        if mention.mask & m.Opinion.bit or (speech is not None and speech.analyst):
            return True
    return False


def hoped(mentions: tuple[Mention, ...], clause: Clause) -> bool:
    """Whether the words before a document without a verb leave open whether there is one."""
    before = mentions[max(clause.index - 4, clause.start) : clause.index]
    return any(each.mask & (m.Certainty.bit | m.Intent.bit | m.Negation.bit) for each in before)


def detailed(mentions: tuple[Mention, ...], clause: Clause) -> bool:
    """Whether the documents are named one by one behind a colon: then those count."""
    colon = next((at for at in range(clause.index + 1, len(mentions)) if mark_of(mentions[at]) is Mark.COLON), None)
    return colon is not None and any(each.mask & m.AgreementNoun.bit for each in mentions[colon:])


def out_of(mentions: tuple[Mention, ...], clause: Clause) -> bool:
    """Whether the documents are only those among which another is: "the last of the papers signed", «из подписанных документов»."""
    first = clause.index if clause.verb is None else min(clause.index, clause.verb)
    return first > 0 and role_of(mentions[first - 1]) in {Role.FROM, Role.OF}


def partners_open(mentions: tuple[Mention, ...], clause: Clause, sides: Sides, terms: Terms) -> bool:
    """Whether one company is known, but with whom it deals is only hinted at: "its partners", "the two Chinese firms", "the port"."""
    if _some_of_theirs(mentions, clause, sides) and clause.noun is not None and clause.noun.plural:
        return terms.count is None and not terms.figures
    if len(sides.parties) != 1 or not isinstance(sides.parties[0], Organisation):
        return False
    if any(is_cue(each, "agreement", "unnamed") for each in mentions[clause.start : clause.index]) or _with_unnamed(mentions, clause):
        return True
    if clause.noun is not None and clause.noun.plural and terms.count is None:
        return True
    verb = clause.verb
    if clause.passive:
        return sides.end <= mentions[clause.index].start  # "A was there, and a deal was signed"
    if verb is None or clause.listed:
        return False
    joint = next((at for at in range(verb - 1, clause.start, -1) if mark_of(mentions[at]) is Mark.AND), None)
    return joint is not None and bool(mentions[joint - 1].mask & m.Body.bit)


def one_sided(mentions: tuple[Mention, ...], clause: Clause) -> bool:
    """Whether a statement is one side's own: "Peru's customs issued a statement on trade with Chile"."""
    noun, verb = clause.noun, clause.verb
    own = noun is not None and noun.weak and noun.kind is AgreementKind.JOINT_STATEMENT
    if not own or verb is None or clause.passive or verb > clause.index:
        return False
    acting = mentions[clause.start : verb]
    who = [at for at, each in enumerate(acting) if each.mask & (m.Party.bit | m.Body.bit)]
    if not who or any(each.mask & m.Pointer.bit for each in acting) or any(each.mask & m.Leader.bit for each in acting[: who[0]]):
        return False
    first = acting[who[0]].get(m.Party)
    joined = any(mark_of(each) is Mark.AND or role_of(each) is Role.WITH for each in acting[who[0] :])
    return not joined and (first is None or (len(first.codes) == 1 and first.codes[0] in HOME))


def _some_of_theirs(mentions: tuple[Mention, ...], clause: Clause, sides: Sides) -> bool:
    """Whether a company deals with some of a country's that nobody names: "A and its Chinese partners"."""
    firms = sum(isinstance(party, Organisation) for party in sides.parties)
    words = mentions[clause.start : clause.end]
    return 0 < firms < len(sides.parties) and any(is_cue(each, "agreement", "unnamed") for each in words)


def _with_unnamed(mentions: tuple[Mention, ...], clause: Clause) -> bool:
    """Whether the document is told to be with somebody without a name: "a contract with a supplier of furniture"."""
    for index in range(clause.index + 1, min(clause.index + 4, clause.end)):
        if role_of(mentions[index - 1]) is Role.WITH and is_cue(mentions[index], "agreement", "unnamed"):
            return True
    return False


def bare(record: Agreement) -> bool:
    """Whether a record says nothing but who signed, and when: a lead-in to a list of papers."""
    return record.count is None and not any(
        (record.title, record.subjects, record.commodity, record.corridor, record.value, record.volume, record.term)
    )
