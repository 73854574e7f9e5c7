"""To agree to build a named route or node is an agreement, not a mere intention."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role, Use
from sinorus.parsers.context import Context
from sinorus.parsers.sector import objects, of_goods, of_kind
from sinorus.parsers.subject import subject
from sinorus.parsers.talk import HOME
from sinorus.records import Agreement, AgreementKind, AgreementStatus, CorridorKind, Evidence, PledgeAction
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.world import Commodity, commodity, corridor, country

_REACH = 40


def agreed_to_build(scanned: Scanned, context: Context) -> list[Agreement]:
    """To agree to build a named thing is an agreement, not a mere intention."""
    mentions = scanned.mentions
    for index, mention in enumerate(mentions):
        verb = mention.get(m.AgreementVerb) if mention.mask & m.AgreementVerb.bit else None
        if verb is None or verb.use is not Use.NOUN:
            continue
        for at in range(index + 1, min(index + 3, len(mentions))):
            action = mentions[at].get(m.Action)
            if action is not None and action.action is PledgeAction.BUILD and mentions[at].start - mention.end <= _REACH:
                return _built(scanned, context, index, at)
    return []


def _built(scanned: Scanned, context: Context, verb: int, action: int) -> list[Agreement]:
    mentions = scanned.mentions
    thing = named_thing(mentions, action + 1, len(mentions))
    acting = subject(scanned, context, verb, 0)
    if (
        thing is None
        or acting is None
        or _placed(mentions[action + 1 : thing])
        or mentions[thing].start - mentions[action].end > _REACH
        or not HOME & set(acting.codes)
    ):
        return []
    codes = acting.codes
    if len(codes) == 1 and context.mentioned >= HOME:
        codes = tuple(sorted(HOME))
    about = objects(mentions, action + 1, thing + 1)
    route = mentions[thing].get(m.Route)
    noun = mentions[thing].get(m.CorridorNoun)
    goods = [*about.goods, *(noun.goods if noun is not None else ())]
    sectors = [sector for each in goods for sector in of_goods(each)] + [*about.sectors()]
    if route is not None:
        sectors += of_kind(CorridorKind(corridor(route.id).kind))
    return [
        Agreement(
            kind=AgreementKind.AGREEMENT,
            parties=tuple(country(code) for code in codes),
            status=AgreementStatus.AGREED,
            subjects=tuple(dict.fromkeys(sectors)),
            commodity=single(goods),
            corridor=corridor(route.id) if route is not None else None,
            evidence=(Evidence.of(scanned.text, min(acting.start, mentions[verb].start), mentions[thing].end),),
        )
    ]


def named_thing(mentions: tuple[Mention, ...], start: int, end: int) -> int | None:
    """Return the index of the route or node that is to be built, unless what is built only stands there."""
    thing = next((at for at in range(start, end) if mentions[at].mask & (m.Route.bit | m.CorridorNoun.bit)), None)
    return None if thing is None or _placed(mentions[start:thing]) else thing


def _placed(between: tuple[Mention, ...]) -> bool:
    """Whether what is built only stands at the route or node: "warehouses at the crossing"."""
    return any((relation := each.get(m.Relation)) is not None and relation.role in {Role.AT, Role.IN} for each in between)


def single(goods: list[str]) -> Commodity | None:
    """Return the one commodity named, or the first where the others are wider or narrower names of it."""
    if not goods:
        return None
    first = commodity(goods[0])
    return first if all(each == first.id or each in first.line or first.id in commodity(each).line for each in goods) else None
