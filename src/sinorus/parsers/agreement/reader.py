"""Documents and deals: each noun that names one, the verb that says what was done with it, and who, when, about what.

A noun without a verb is an agreement only where its own words name two parties. A pointing noun ("the contract") or pronoun
without parties goes on telling of the agreement before it.
"""

from sinorus.languages import meaning as m
from sinorus.parsers.agreement.about import objects_of, route_of, sectors_of
from sinorus.parsers.agreement.build import agreed_to_build, negotiated_route, single
from sinorus.parsers.agreement.clause import Clause, clauses, dated
from sinorus.parsers.agreement.dealt import dealt
from sinorus.parsers.agreement.doubt import bare, detailed, hoped, opinion, partners_open
from sinorus.parsers.agreement.promised import promised
from sinorus.parsers.agreement.sides import Sides, sides_of
from sinorus.parsers.agreement.terms import Terms, terms_of
from sinorus.parsers.agreement.unnamed import pronoun, restated
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue
from sinorus.parsers.parsed import Dropped, Parsed
from sinorus.parsers.proper_name import title_end
from sinorus.parsers.talk import is_item, leads_list
from sinorus.records import Agreement, AgreementKind, AgreementStatus, Confidence, Evidence, Record
from sinorus.records.agreement import Party
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import Country, Organisation, commodity

_NOTHING = Parsed()
_PROMISED = m.Intent.bit | m.Body.bit | m.Figure.bit
"""What companies that agree to something with figures are told by."""
_HOME = frozenset({"CN", "RU"})
_NEXT = 40
"""Room between a document and how long it runs."""


def agreements(scanned: Scanned, context: Context) -> Parsed:
    """Return the agreements that a sentence tells of."""
    mask = scanned.mask
    if mask & (m.AgreementNoun.bit | m.AgreementVerb.bit) or mask & _PROMISED == _PROMISED:
        return AgreementReader(scanned, context).read()
    if not mask & m.Cue.bit or context.told.agreement_paragraph != scanned.sentence.paragraph:
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
            self.records += agreed_to_build(self.scanned, self.context) or negotiated_route(self.scanned, self.context)
            self.records += promised(self.scanned, self.context) if not self.records else []
        pronoun(self.scanned, self.context, found, self.records)
        if not found and not self.records and (more := restated(self.scanned, self.context)) is not None:
            self.records.append(more)
        if leads_list(self.scanned) and len(self.records) == 1 and bare(self.records[0]):
            self.noted.append(self.records.pop())  # the papers that follow are told one by one
        records: tuple[Record, ...] = tuple(self.records)
        return Parsed(records, tuple(self.dropped), tuple(self.noted))

    # --- a noun and its verb

    def _clause(self, clause: Clause) -> None:
        noun = clause.noun
        told = self.context.told.agreement if noun is not None or not self.records else self.records[-1]
        if noun is None and told is None:
            return
        start, end = self.scanned.mentions[clause.index].start, self.scanned.mentions[clause.index].end
        if clause.negated:
            self.dropped.append(Dropped(start, end, "denied"))
            return
        sides = sides_of(self.scanned, self.context, clause)
        terms = terms_of(self.scanned, self.context, clause)
        papers = self.context.told.papers
        if papers is not None and noun is not None and clause.verb is None and not self.records and is_item(self.scanned):
            self._paper(papers, clause, sides, terms, noun)
            return
        if clause.again:
            self._later(clause, terms)
            return
        if noun is None and any(each.noun is not None and each.status is clause.status for each in self.later[clause.index]):
            return  # "talks about a new one are under way: they are negotiating a second programme"
        if clause.status is AgreementStatus.PROPOSED and opinion(self.scanned.mentions, clause):
            self.dropped.append(Dropped(start, end, "only observers speak of it"))
            return
        if noun is None or (noun.definite and clause.verb is None and not sides.own):
            if told is not None and (clause.verb is not None or self._specified(clause, terms)):
                self._more(told, clause, sides, terms)
            return
        named = not noun.weak or (self.scanned.sentence.kind == "item" and self._title(clause) is not None)
        listed = noun.weak and named
        if clause.verb is None and told is not None and not sides.own and self._member(clause):
            self._more(told, clause, Sides(), terms, kind=noun.kind)
            return
        if clause.verb is None and hoped(self.scanned.mentions, clause):
            self.dropped.append(Dropped(start, end, "it is only hoped for or expected"))
            return
        by_name = clause.verb is None and bool(sides.parties) and dated(self.scanned, clause)
        if clause.verb is None and (not (sides.own or listed or by_name) or not named or len(sides.parties) < 2):
            self.dropped.append(Dropped(start, end, "nothing is said to be done with it"))
            if not noun.plural and (terms.value is not None or noun.sectors):
                self._note(clause, terms, noun)
            return
        if noun.weak and noun.plural and clause.verb is not None and detailed(self.scanned.mentions, clause):
            return
        self._record(clause, sides, terms, noun)

    def _paper(self, papers: Agreement, clause: Clause, sides: Sides, terms: Terms, noun: m.AgreementNoun) -> None:
        """One of the papers of a list, signed by whom and when its lead-in says, where it does not say so itself."""
        parties = sides.parties if len(sides.parties) > 1 else papers.parties
        dated = evolve(terms, date=terms.date or papers.date, count=None)
        own = evolve(sides, parties=parties, own=True, carried=True)
        self._record(evolve(clause, status=papers.status), own, dated, evolve(noun, definite=False))

    def _member(self, clause: Clause) -> bool:
        """Whether it is one of the papers that the sentence before counted: "Among them are a protocol on … and a plan for …"."""
        last = self.context.told.agreement
        if last is None or last.count is None or self.context.told.agreement_paragraph != self.scanned.sentence.paragraph:
            return False
        return any(is_cue(each, "agreement", "members") for each in self.scanned.mentions[: clause.index])

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
                evidence=(self._evidence(clause, Sides(), terms),),
            )
        )

    def _record(self, clause: Clause, sides: Sides, terms: Terms, noun: m.AgreementNoun) -> None:
        start, end = self.scanned.mentions[clause.index].start, self.scanned.mentions[clause.index].end
        told = self.context.told.agreement
        if told is not None and noun.definite and not sides.parties:
            self._more(told, clause, sides, terms)
            return
        if told is not None and self._same_paper(told, clause, sides, noun):
            self._more(told, clause, Sides(), terms)  # who signed "the document" for whom does not change its parties
            return
        parties = sides.parties
        if not parties and told is not None and told.kind is noun.kind and clause.passive and told.parties and self._fresh():
            self._more(told, clause, sides, terms, kind=noun.kind)  # "… signed a programme. A new one is being drafted"
            return
        if told is not None and sides.carried and not sides.own and clause.passive and self._repeats(told, clause, noun):
            self._more(told, clause, Sides(), terms)  # "A and B signed a memorandum on gas … Today a memorandum on gas was signed"
            return
        if not parties and told is not None and self._also(told, clause):
            parties = told.parties
        if not parties:
            self.dropped.append(Dropped(start, end, "between whom is not said"))
            return
        if partners_open(self.scanned.mentions, clause, sides, terms):
            self.dropped.append(Dropped(start, end, "the partners are not named"))
            self._note(clause, terms, noun, parties)
            return
        if not concerns_home(parties, sides.countries):
            self.dropped.append(Dropped(start, end, "between other countries"))
            return
        about = objects_of(self.scanned, clause)
        if (
            noun.weak
            and noun.plural
            and terms.count is None
            and sides.carried
            and not about.sectors()
            and clause.status is AgreementStatus.PROPOSED
        ):
            self.dropped.append(Dropped(start, end, "no more than that there shall be some"))
            return
        record = Agreement(
            kind=noun.kind,
            title=self._title(clause),
            parties=parties,
            status=clause.status or AgreementStatus.SIGNED,
            date=terms.date,
            subjects=sectors_of(self.scanned, self.context, about, clause, noun=noun, parties=parties),
            commodity=single(about.goods),
            corridor=route_of(self.scanned, self.context, about, clause),
            value=terms.value,
            volume=terms.volume,
            term=terms.term,
            count=terms.count,
            confidence=Confidence.INFERRED if sides.carried or clause.verb is None else Confidence.STATED,
            evidence=(self._evidence(clause, sides, terms),),
        )
        deals = dealt(self.scanned, self.context, clause, record)
        if deals:
            self.records += deals
            return
        if noun.kind is AgreementKind.PROTOCOL and noun.plural and terms.count is None and record.commodity is None and about.goods:
            self.records += [evolve(record, commodity=commodity(each)) for each in dict.fromkeys(about.goods)]  # one for each good
            return
        self.records.append(record)

    def _specified(self, clause: Clause, terms: Terms) -> bool:
        """Whether the words give figures of the document; how long something lasts is only its term where they say so."""
        if terms.value is not None or terms.volume is not None:
            return True
        near = self.scanned.mentions[clause.start : clause.end]
        touching = terms.end - self.scanned.mentions[clause.index].end <= _NEXT
        return terms.term is not None and (touching or any(is_cue(each, "agreement", "obliges") for each in near))

    def _fresh(self) -> bool:
        """Whether the agreement told of before stands in this paragraph or the one before."""
        return self.scanned.sentence.paragraph - self.context.told.agreement_paragraph <= 1

    def _also(self, told: Agreement, clause: Clause) -> bool:
        """Whether it was signed "as well", by nobody named: by those of the paper told of right before."""
        same = told.status is clause.status and self.context.told.agreement_paragraph == self.scanned.sentence.paragraph
        near = self.scanned.mentions[clause.start : clause.end]
        return same and clause.passive and any(is_cue(each, "agreement", "also") for each in near)

    def _same_paper(self, told: Agreement, clause: Clause, sides: Sides, noun: m.AgreementNoun) -> bool:
        """Whether the noun takes up the paper told of before: "the document", one that opens its sentence, one of the same signers."""
        if not told.parties or not self._fresh() or noun.plural:
            return False
        if noun.definite and noun.kind is told.kind and set(sides.parties) == set(told.parties):
            return True
        opens = self.scanned.mentions[clause.index].start == self.scanned.sentence.span.start
        return noun.weak and (noun.definite or (opens and clause.passive and not sides.own and noun.kind is AgreementKind.AGREEMENT))

    def _repeats(self, told: Agreement, clause: Clause, noun: m.AgreementNoun) -> bool:
        """Whether a paper between nobody named is the one that companies signed before: of one kind, state and subject."""
        if told.kind is not noun.kind or told.status is not clause.status or not self._fresh():
            return False
        goods = single(objects_of(self.scanned, clause).goods)
        same = goods is not None and told.commodity is not None and (goods.within(told.commodity) or told.commodity.within(goods))
        return same and any(isinstance(party, Organisation) for party in told.parties)

    def _later(self, clause: Clause, terms: Terms) -> None:
        """What became of the document of the clause before."""
        if self.records and clause.status is not None:
            first = self.records[-1]
            evidence = (self._evidence(clause, Sides(), terms),)
            self.records.append(evolve(first, status=clause.status, date=terms.date, term=terms.term or first.term, evidence=evidence))

    def _more(self, told: Agreement, clause: Clause, sides: Sides, terms: Terms, *, kind: AgreementKind | None = None) -> None:
        """Another statement about the agreement told of before, or (where `kind` is given, or without a noun) one like it."""
        another = clause.noun is None or kind is not None
        agreed = clause.status is AgreementStatus.AGREED and told.status is AgreementStatus.SIGNED and not another
        status = clause.status if clause.status is not None and not agreed else told.status  # what is signed has been agreed
        about = objects_of(self.scanned, clause)
        record = evolve(
            told,
            kind=kind or told.kind,
            title=None if another else told.title,
            parties=sides.parties if sides.parties and concerns_home(sides.parties, sides.countries) else told.parties,
            status=status,
            date=terms.date if terms.date is not None or (another and kind is None) or status is not told.status else told.date,
            subjects=about.sectors() or (told.subjects if kind in {None, told.kind} else ()),
            commodity=single(about.goods) or told.commodity,
            corridor=route_of(self.scanned, self.context, about, clause) or (None if another else told.corridor),
            value=terms.value or (None if another else told.value),
            volume=terms.volume or (None if another else told.volume),
            term=terms.term or (None if another else told.term),
            count=terms.count,
            confidence=Confidence.INFERRED,
            evidence=(self._evidence(clause, sides, terms),),
        )
        if is_cue(self.scanned.mentions[clause.index], "agreement", "ones"):  # one for each good named
            self.records += [evolve(record, commodity=commodity(each)) for each in dict.fromkeys(about.goods)] or [record]
        else:
            self.records.append(record)

    def _title(self, clause: Clause) -> str | None:
        mention = self.scanned.mentions[clause.index]
        text = self.scanned.text
        end = title_end(text, mention.start, mention.end, self.scanned.sentence.span.end)
        return text[mention.start : end] if end is not None else None

    def _evidence(self, clause: Clause, sides: Sides, terms: Terms) -> Evidence:
        mentions = self.scanned.mentions
        spots = [mentions[clause.index]]
        if clause.verb is not None:
            spots.append(mentions[clause.verb])
        start = min([each.start for each in spots] + ([sides.start] if sides.start >= 0 else []))
        end = max([each.end for each in spots] + [sides.end, terms.end])
        return Evidence.of(self.scanned.text, start, end)


def concerns_home(parties: tuple[Party, ...], countries: frozenset[str]) -> bool:
    """Whether a party is Chinese or Russian: a state or a company."""
    codes = {party.code for party in parties if isinstance(party, Country)} | countries
    codes |= {party.country for party in parties if isinstance(party, Organisation) and party.country is not None}
    return bool(codes & _HOME)
