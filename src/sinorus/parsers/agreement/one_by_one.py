"""Papers that were counted, told one by one: "they signed two documents. One concerns tourism; the other, a protocol, deals with rice"."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.agreement.build import single
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.terms import terms_of
from sinorus.parsers.agreement.topics import JOINTS, goes_on
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.parsers.office import pair_of
from sinorus.parsers.sector import objects
from sinorus.parsers.talk import HOME
from sinorus.records import Agreement, AgreementKind, AgreementStatus, Confidence, Evidence
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import country

_TOPIC = m.Field.bit | m.Goods.bit
_NEXT = m.AgreementVerb.bit | m.AgreementNoun.bit
_DONE = frozenset({AgreementStatus.SIGNED, AgreementStatus.AGREED})


def one_by_one(scanned: Scanned, context: Context, records: list[Agreement]) -> list[Agreement]:
    """Return the records of a sentence, with one for each of the counted papers that it goes through."""
    starts = sorted({*scanned.cued("agreement", "ordinal"), *scanned.cued("agreement", "ordinals")})
    if not starts:
        return records or _all_of_them(scanned, context)
    starts = sorted({*starts, *(at for at in scanned.cued("agreement", "ordinal-next") if at > starts[0])})
    own = next((each for each in records if (each.count or 0) > 1), None)
    base = own or _counted(scanned, context)
    if base is None or any(each is not own for each in records):
        return records
    papers = [paper for start, end in _parts(scanned, starts) if (paper := _paper(scanned, context, base, start, end)) is not None]
    if own is None:
        return papers
    rest = [evolve(own, value=None, volume=None, term=None)] if len(papers) < (own.count or 0) else []
    return [*rest, *papers] if papers else records


def _all_of_them(scanned: Scanned, context: Context) -> list[Agreement]:
    """Return one for each topic told of all counted papers, where these are as many: "three were signed. They cover A, B and C"."""
    start = next(iter(scanned.cued("agreement", "all-of-them")), None)
    base = _counted(scanned, context) if start is not None else None
    if start is None or base is None:
        return []
    mentions = scanned.mentions
    end = next((at for at in range(start + 1, len(mentions)) if mentions[at].mask & _NEXT), len(mentions))
    behind = range(start + 2, end)
    inner = [at for at in behind if goes_on(mentions, at)]
    inner = inner or [at for at in behind if mark_of(mentions[at - 1]) in JOINTS and mentions[at].mask & _TOPIC]
    if len(inner) + 1 != base.count:
        return []
    papers = [_paper(scanned, context, base, first, until) for first, until in pairwise([start, *inner, end])]
    return [paper for paper in papers if paper is not None]


def led_in(scanned: Scanned, context: Context) -> Agreement | None:
    """Return what a lead-in without a noun says of the papers listed behind it: "on 20 March the two sides signed:"."""
    verb = next((verb for _, verb in scanned.of(m.AgreementVerb)), None)
    named = {code for _, party in scanned.of(m.Party) for code in party.codes}
    both = any(pointer.to is Anaphor.PAIR for _, pointer in scanned.of(m.Pointer))
    codes = sorted(named if len(named) > 1 else pair_of(context) if both else ())
    if verb is None or verb.status is not AgreementStatus.SIGNED or len(codes) != 2 or not HOME & set(codes):
        return None
    days = [expr for _, expr in scanned.of(PeriodExpr)]
    date = context.anchor(days[0], None) if days else None
    parties = tuple(country(code) for code in codes)
    evidence = (Evidence.of(scanned.text, scanned.sentence.span.start, scanned.sentence.span.end),)
    return Agreement(kind=AgreementKind.AGREEMENT, parties=parties, status=verb.status, date=date, evidence=evidence)


def _counted(scanned: Scanned, context: Context) -> Agreement | None:
    """Return the papers told of before, in this paragraph or, by their number, in the one before."""
    told = context.told
    base = told.counted or (told.agreement if told.agreement_paragraph == scanned.sentence.paragraph else None)
    near = scanned.sentence.paragraph - told.agreement_paragraph <= 1
    return base if base is not None and near and base.parties and base.status in _DONE else None


def _parts(scanned: Scanned, starts: list[int]) -> list[tuple[int, int]]:
    """Return where the words on each paper begin and end; "others on A, on B and on C" tells of three."""
    found: list[tuple[int, int]] = []
    for start, limit in pairwise([*starts, len(scanned.mentions)]):
        ends = [at for at in range(start + 1, limit) if mark_of(scanned.mentions[at]) is Mark.SEMICOLON]
        end = ends[0] if ends else limit
        inner = [start]
        if _several(scanned.mentions[start]):
            inner += [at for at in range(start + 2, end) if goes_on(scanned.mentions, at)]
        found += pairwise([*inner, end])
    return found


def _several(mention: Mention) -> bool:
    """Whether the words begin a list of further papers: "there were others on"."""
    return is_cue(mention, "agreement", "ordinals")


def _paper(scanned: Scanned, context: Context, base: Agreement, start: int, end: int) -> Agreement | None:
    """Return one of the papers; None where its words tell what was done with it, or nothing."""
    mentions = scanned.mentions[start:end]
    about = objects(scanned.mentions, start, end)
    noun = next((noun for each in mentions if (noun := each.get(m.AgreementNoun)) is not None and not noun.weak), None)
    if any(each.mask & m.AgreementVerb.bit for each in mentions) or not (about.sectors() or noun is not None):
        return None
    terms = terms_of(scanned, context, Clause(start, noun, None, None, start, end, start))
    return evolve(
        base,
        kind=noun.kind if noun is not None else base.kind,
        title=None,
        subjects=about.sectors(),
        commodity=single(about.goods),
        corridor=about.corridor(),
        value=terms.value,
        volume=terms.volume,
        term=terms.term,
        count=None,
        confidence=Confidence.INFERRED,
        evidence=(Evidence.of(scanned.text, scanned.mentions[start].start, scanned.mentions[end - 1].end),),
    )
