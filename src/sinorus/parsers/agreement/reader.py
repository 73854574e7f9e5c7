"""Documents and deals: each noun that names one, the verb that says what was done with it, and who, when, about what.

A noun without a verb is an agreement only where its own words name two parties. A pointing noun ("the contract") or pronoun
without parties goes on telling of the agreement before it.
"""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.agreement.about import objects_of, route_of, sectors_of
from sinorus.parsers.agreement.build import agreed_to_build, single
from sinorus.parsers.agreement.clause import Clause, clauses, dated
from sinorus.parsers.agreement.concern import concerns_home, met, strangers
from sinorus.parsers.agreement.continued import continued
from sinorus.parsers.agreement.dealt import dealt
from sinorus.parsers.agreement.doubt import bare, detailed, hoped, one_sided, opinion, out_of, partners_open
from sinorus.parsers.agreement.lent import lent
from sinorus.parsers.agreement.offered import taken_up
from sinorus.parsers.agreement.one_by_one import led_in, one_by_one
from sinorus.parsers.agreement.ordered import ordered
from sinorus.parsers.agreement.promised import promised
from sinorus.parsers.agreement.sides import Sides, sides_of
from sinorus.parsers.agreement.taken_up import also, counted_on, fresh, member, repeats, same_paper, signed_since, specified, told_on
from sinorus.parsers.agreement.talked import talked
from sinorus.parsers.agreement.terms import Terms, terms_of
from sinorus.parsers.agreement.told import agreement_of, evidence_of, title_of
from sinorus.parsers.agreement.topics import by_goods, by_topic
from sinorus.parsers.agreement.unnamed import pronoun
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.parsers.parsed import Dropped, Parsed
from sinorus.parsers.sector import Objects
from sinorus.parsers.talk import HOME, is_item, leads_list
from sinorus.records import Agreement, AgreementKind, AgreementStatus, Confidence, Record, Sector
from sinorus.records.agreement import Party
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import Organisation

_NOTHING = Parsed()
_PROMISED = m.Intent.bit | m.Body.bit
"""What companies that agree to something are told by."""
_UNNAMED = m.Cue.bit
_SOMEBODY = m.Body.bit | m.Party.bit
"""What deals without a document are told by: money lent, supplies that somebody is bound to."""
_ADDED = m.Cue.bit | m.Figure.bit
"""What goes on with the agreement told of before is told by."""
_DEALT = ("loan", "seals", "order", "trades", "talks")
_PARTNERS_OPEN = "the partners are not named"


def agreements(scanned: Scanned, context: Context) -> Parsed:
    """Return the agreements that a sentence tells of."""
    mask = scanned.mask
    if mask & (m.AgreementNoun.bit | m.AgreementVerb.bit) or mask & _PROMISED == _PROMISED:
        return AgreementReader(scanned, context).read()
    if mask & _UNNAMED and mask & _SOMEBODY and any(scanned.cued("agreement", name) for name in _DEALT):
        return AgreementReader(scanned, context).read()
    apart = scanned.sentence.paragraph - context.told.agreement_paragraph
    if not mask & _ADDED or not (apart == 0 or (apart == 1 and context.told.counted is not None)):
        return _NOTHING
    return AgreementReader(scanned, context).read()


class AgreementReader:
    """Reads one sentence."""

    def __init__(self, scanned: Scanned, context: Context) -> None:
        self.scanned = scanned
        self.context = context
        self.records: list[Agreement] = []
        self.dropped: list[Dropped] = []
        self.noted: list[Agreement] = []
        self.later: dict[int, list[Clause]] = {}

    def read(self) -> Parsed:
        """Return what the sentence holds."""
        found = clauses(self.scanned)
        for at, clause in enumerate(found):
            self.later[clause.index] = found[at + 1 :]
            self._clause(clause)
        if not found or not self.records:
            self.records += lent(self.scanned, self.context)
            self.records += agreed_to_build(self.scanned, self.context) if not self.records else []
            self.records += promised(self.scanned, self.context) if not self.records else []
            self.records += talked(self.scanned, self.context) if not self.records else []
            self.records += ordered(self.scanned, self.context) if not self.records else []
        pronoun(self.scanned, self.context, found, self.records)
        bare_nouns = all(clause.verb is None for clause in found)
        if bare_nouns and not self.records and (more := continued(self.scanned, self.context)) is not None:
            self.records.append(more)
        if leads_list(self.scanned) and len(self.records) == 1 and bare(self.records[0]):
            self.noted.append(self.records.pop())  # the papers that follow are told one by one
        if not found and leads_list(self.scanned) and (papers := led_in(self.scanned, self.context)) is not None:
            self.noted.append(papers)
        records: tuple[Record, ...] = tuple(one_by_one(self.scanned, self.context, self.records))
        return Parsed(records, tuple(self.dropped), tuple(self.noted))

    # --- a noun and its verb

    def _clause(self, clause: Clause) -> None:
        noun = clause.noun
        if clause.status is AgreementStatus.NEGOTIATING and noun is not None and noun.definite:
            clause = signed_since(self.scanned, clause)
        told = self.context.told.agreement if noun is not None or not self.records else self.records[-1]
        if noun is None and told is None:
            return
        start, end = self.scanned.mentions[clause.index].start, self.scanned.mentions[clause.index].end
        if clause.negated:
            self.dropped.append(Dropped(start, end, "denied"))
            if noun is not None and clause.status is AgreementStatus.SIGNED and not noun.plural:
                self._note(clause, Terms(), noun, sides_of(self.scanned, self.context, clause).parties)  # the talks on it go on
            return
        sides = sides_of(self.scanned, self.context, clause)
        terms = terms_of(self.scanned, self.context, clause)
        if clause.status is AgreementStatus.SIGNED and self._to_come(clause, terms):
            clause, terms = evolve(clause, status=AgreementStatus.PROPOSED), evolve(terms, date=None)
        papers = self.context.told.papers
        if papers is not None and noun is not None and clause.verb is None and not self.records and is_item(self.scanned):
            self._paper(papers, clause, sides, terms, noun)
            return
        if noun is not None and clause.verb is None and not sides.own and (counted := self._counted(clause)) is not None:
            self._paper(counted, clause, sides, terms, noun)
            return
        if clause.again:
            self._later(clause, terms)
            return
        if noun is not None and (offer := taken_up(self.scanned, self.context, clause, sides.parties)) is not None:
            self._more(evolve(offer, kind=noun.kind), clause, Sides(), terms)
            return
        if noun is None and any(each.noun is not None and each.status is clause.status for each in self.later[clause.index]):
            return  # "talks about a new one are under way: they are negotiating a second programme"
        if clause.status is AgreementStatus.PROPOSED and opinion(self.scanned.mentions, clause):
            self.dropped.append(Dropped(start, end, "only observers speak of it"))
            return
        more = (
            clause.verb is None
            and not sides.own
            and noun is not None
            and (noun.definite or told_on(self.scanned, self.context, clause, terms))
        )
        if noun is None or more:
            if told is not None and (clause.verb is not None or specified(self.scanned, clause, terms)):
                self._more(told, clause, sides, terms)
            return
        self._named(clause, sides, terms, noun, told)

    def _named(self, clause: Clause, sides: Sides, terms: Terms, noun: m.AgreementNoun, told: Agreement | None) -> None:
        """Take what is said of a paper with its noun, where that is not one that was told of before."""
        start, end = self.scanned.mentions[clause.index].start, self.scanned.mentions[clause.index].end
        named = not noun.weak or (self.scanned.sentence.kind == "item" and title_of(self.scanned, clause) is not None)
        listed = noun.weak and named
        if clause.verb is None and told is not None and not sides.own and member(self.scanned, self.context, clause):
            self._more(told, clause, Sides(), terms, kind=noun.kind)
            return
        if clause.verb is None and hoped(self.scanned.mentions, clause):
            self.dropped.append(Dropped(start, end, "it is only hoped for or expected"))
            return
        by_name = clause.verb is None and bool(sides.parties) and dated(self.scanned, clause)
        if clause.verb is None and (not (sides.own or listed or by_name) or not named or len(sides.parties) < 2):
            self.dropped.append(Dropped(start, end, "nothing is said to be done with it"))
            if not noun.plural and (terms.figures or noun.sectors):
                self._note(clause, terms, noun, sides.parties)
            return
        named_next = terms.count is None and any(each.listed and each.verb == clause.verb for each in self.later[clause.index])
        parts = named_next or detailed(self.scanned.mentions, clause) or out_of(self.scanned.mentions, clause)
        if noun.weak and noun.plural and clause.verb is not None and parts:
            return
        self._record(clause, sides, terms, noun)

    def _to_come(self, clause: Clause, terms: Terms) -> bool:
        """Whether the time told right before the verb is after the document's own day: 将于下月签署."""
        date, verb = self.context.date, clause.verb
        told = verb is not None and verb > 0 and bool(self.scanned.mentions[verb - 1].mask & PeriodExpr.bit)
        return told and date is not None and terms.date is not None and terms.date.first > date

    def _counted(self, clause: Clause) -> Agreement | None:
        """Return the papers told of before by their number, where a dash names one of them: "they signed two. The first — a contract"."""
        told, dash = self.context.told, self.scanned.mentions[clause.index - 1] if clause.index else None
        near = told.agreement_paragraph == self.scanned.sentence.paragraph and dash is not None and mark_of(dash) is Mark.DASH
        return told.counted if near else None

    def _paper(self, papers: Agreement, clause: Clause, sides: Sides, terms: Terms, noun: m.AgreementNoun) -> None:
        """One of the papers of a list, signed by whom and when its lead-in says, where it does not say so itself."""
        partner = tuple(party for party in sides.parties if party not in papers.parties and isinstance(party, Organisation | str))
        parties = sides.parties if len(sides.parties) > 1 else (*papers.parties[:1], *partner) if partner else papers.parties
        dated = evolve(terms, date=terms.date or papers.date, count=None)
        own = evolve(sides, parties=parties, own=True, carried=True)
        self._record(evolve(clause, status=papers.status), own, dated, evolve(noun, definite=False))

    def _note(self, clause: Clause, terms: Terms, noun: m.AgreementNoun, parties: tuple[Party, ...] = ()) -> None:
        """Keep a document that is only named, for what the next sentence says of it."""
        self.noted.append(
            Agreement(
                kind=noun.kind,
                parties=parties,
                status=AgreementStatus.SIGNED,
                date=terms.date,
                subjects=sectors_of(self.scanned, self.context, objects_of(self.scanned, clause), clause, noun=noun, parties=()),
                value=terms.value,
                volume=terms.volume,
                evidence=(evidence_of(self.scanned, clause, Sides(), terms),),
            )
        )

    def _record(self, clause: Clause, sides: Sides, terms: Terms, noun: m.AgreementNoun) -> None:
        told = self.context.told.agreement
        if told is not None and self._goes_on(told, clause, sides, terms, noun):
            return
        if noun.definite and noun.weak and not sides.own:
            return  # "the document" that nobody has told of
        parties = sides.parties
        more = also(self.scanned, self.context, clause) or counted_on(self.scanned, self.context, clause, terms)
        if not parties and told is not None and more:
            parties = told.parties
        elif not parties and clause.listed and self.records:
            parties = self.records[-1].parties  # "signed were a memorandum and a plan"
        about = objects_of(self.scanned, clause)
        reason = self._refused(clause, sides, terms, noun, parties=parties, about=about)
        record = agreement_of(self.scanned, self.context, clause, evolve(sides, parties=parties), terms=terms, noun=noun, about=about)
        if reason is None:
            self.records += self._each(clause, terms, noun, record, about)
            return
        if reason == _PARTNERS_OPEN:
            deals = dealt(self.scanned, self.context, clause, record)
            self.records += deals  # "with two companies: A is to get $3 billion, B $2 billion"
            if deals:
                return
            self._note(clause, terms, noun, parties)
        mention = self.scanned.mentions[clause.index]
        self.dropped.append(Dropped(mention.start, mention.end, reason))

    def _goes_on(self, told: Agreement, clause: Clause, sides: Sides, terms: Terms, noun: m.AgreementNoun) -> bool:
        """Add what the words say of the agreement told of before, or of one like it; False where they tell of another."""
        if noun.definite and not sides.parties:
            self._more(told, clause, sides, terms)
        elif same_paper(self.scanned, self.context, clause, sides, noun):
            self._more(told, clause, Sides(), terms)  # who signed "the document" for whom does not change its parties
        elif not sides.parties and told.kind is noun.kind and clause.passive and told.parties and fresh(self.scanned, self.context):
            self._more(told, clause, sides, terms, kind=noun.kind)  # "… signed a programme. A new one is being drafted"
        elif sides.carried and not sides.own and clause.passive and repeats(self.scanned, self.context, clause, noun):
            self._more(told, clause, Sides(), terms)  # "A and B signed a memorandum on gas … Today a memorandum on gas was signed"
        else:
            return False
        return True

    def _refused(
        self, clause: Clause, sides: Sides, terms: Terms, noun: m.AgreementNoun, *, parties: tuple[Party, ...], about: Objects
    ) -> str | None:
        """Return why a document is no agreement to tell of, or None."""
        if not parties:
            return "between whom is not said"
        if one_sided(self.scanned.mentions, clause):
            return "one side's own statement"
        if partners_open(self.scanned.mentions, clause, sides, terms):
            return _PARTNERS_OPEN
        if not concerns_home(parties, sides.countries) and not (strangers(parties) and self.context.mentioned & HOME):
            return "between other countries"
        some = noun.weak and noun.plural and terms.count is None and sides.carried and not about.sectors()
        return "no more than that there shall be some" if some and clause.status is AgreementStatus.PROPOSED else None

    def _each(self, clause: Clause, terms: Terms, noun: m.AgreementNoun, record: Agreement, about: Objects) -> list[Agreement]:
        """Return one record for each deal that the words count up: by its partner and sum, or by its good; else the record."""
        deals = dealt(self.scanned, self.context, clause, record)
        if deals:
            return deals
        if papers := by_topic(self.scanned, clause, record):
            return papers
        counted = terms.count in {None, len(set(about.goods))}
        if noun.kind is AgreementKind.PROTOCOL and noun.plural and counted and record.commodity is None and about.goods:
            return by_goods(evolve(record, count=None), about)
        return [record]

    def _later(self, clause: Clause, terms: Terms) -> None:
        """What became of the document of the clause before."""
        if self.records and clause.status is not None:
            first = self.records[-1]
            evidence = (evidence_of(self.scanned, clause, Sides(), terms),)
            self.records.append(evolve(first, status=clause.status, date=terms.date, term=terms.term or first.term, evidence=evidence))

    def _more(self, told: Agreement, clause: Clause, sides: Sides, terms: Terms, *, kind: AgreementKind | None = None) -> None:
        """Another statement about the agreement told of before, or (where `kind` is given, or without a noun) one like it."""
        earlier = terms.date is not None and told.date is not None and terms.date.last < told.date.first
        another = clause.noun is None or kind is not None or (earlier and clause.status is told.status)
        agreed = clause.status is AgreementStatus.AGREED and told.status is AgreementStatus.SIGNED and not another
        status = clause.status if clause.status is not None and not agreed else told.status  # what is signed has been agreed
        about = objects_of(self.scanned, clause)
        kept = (
            clause.verb is None and kind in {None, told.kind} and set(about.sectors()) <= {Sector.TRADE}
        )  # "supplies will reach" says nothing of the subject
        record = evolve(
            told,
            kind=kind or told.kind,
            title=None if another else told.title,
            parties=met(told.parties, sides.parties) if concerns_home(sides.parties, sides.countries) else told.parties,
            status=status,
            date=terms.date if terms.date is not None or (another and kind is None) or status is not told.status else told.date,
            subjects=told.subjects if kept and told.subjects else about.sectors(),
            commodity=single(about.goods) or told.commodity,
            corridor=route_of(self.scanned, self.context, about, clause) or (None if another else told.corridor),
            value=terms.value or (None if another else told.value),
            volume=terms.volume or (None if another else told.volume),
            term=terms.term or (None if another else told.term),
            count=terms.count,
            confidence=Confidence.INFERRED,
            evidence=(evidence_of(self.scanned, clause, sides, terms),),
        )
        if not record.parties:
            self.noted.append(record)
        elif is_cue(self.scanned.mentions[clause.index], "agreement", "ones"):  # one for each good named
            self.records += by_goods(record, about) or [record]
        else:
            self.records.append(record)
