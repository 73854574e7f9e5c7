import json
from decimal import localcontext
from pathlib import Path

import pytest

from sinorus.errors import LanguageError
from sinorus.records import (
    AgreementKind,
    AgreementStatus,
    CommodityMention,
    CorridorKind,
    CorridorStatus,
    FlowStatus,
    PledgeAction,
    Sector,
    SettlementScope,
    from_dict,
)
from sinorus.records.wording.names import country_forms
from sinorus.records.wording.template import fill
from sinorus.records.wording.voice import voice
from sinorus.values import Bound
from sinorus.values.unit import RATES, UNITS
from sinorus.world import LOCALES, commodities, commodity, country

CASES = json.loads((Path(__file__).parent / "wording_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("record", "locale", "sentence"), [(case["record"], key, case[key]) for case in CASES for key in LOCALES])
def test_records_are_told_as_a_native_would(record: dict[str, str], locale: str, sentence: str) -> None:
    # CLDR sets no-break spaces in Russian figures; the cases are written with plain ones
    told = from_dict({**record}).describe(locale).replace("\xa0", " ").replace("\u202f", " ")
    assert told == sentence


def test_another_language_is_refused() -> None:
    with pytest.raises(LanguageError, match="'de'"):
        CommodityMention(commodity=commodity("oil")).describe("de")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_member_has_its_words(locale: str) -> None:
    speaker = voice(locale)
    paths = [f"flow.status.{status}" for status in FlowStatus]
    paths += [f"agreement.kind.{kind}" for kind in AgreementKind] + [f"agreement.what.{status}" for status in AgreementStatus]
    paths += [f"corridor.kind.{kind}" for kind in CorridorKind] + [f"corridor.status.{status}" for status in CorridorStatus]
    paths += [f"pledge.action.{action}" for action in PledgeAction] + [f"sector.{sector}" for sector in Sector]
    paths += [f"settlement.{scope}{number}" for scope in (*SettlementScope, "commodity") for number in ("", "_one")]
    paths += (
        [f"bound.{bound}" for bound in Bound] + [f"change.hedge.{bound}" for bound in Bound] + [f"rate.{per}" for per in ("a", "mo", "d")]
    )
    assert [path for path in paths if not speaker.has(path)] == []
    assert set(RATES) <= set(UNITS)
    assert [code for code in UNITS if not (speaker.has(f'unit."{code}"') or speaker.has(f'units."{code}"'))] == []


def test_every_good_of_the_first_list_has_its_russian_genitive() -> None:
    goods = voice("ru").goods
    assert {"crude-oil", "soybeans", "electricity", "machinery-electronics"} <= goods.keys()
    assert goods.keys() <= {good.id for good in commodities()}
    assert len(goods) >= 0.9 * len(commodities())


@pytest.mark.parametrize(
    ("code", "to", "whence", "beside"),
    [
        ("CN", "в Китай", "из Китая", "с Китаем"),
        ("RU", "в Россию", "из России", "с Россией"),
        ("US", "в США", "из США", "с США"),
        ("VN", "во Вьетнам", "из Вьетнама", "с Вьетнамом"),
        ("FR", "во Францию", "из Франции", "с Францией"),
        ("CH", "в Швейцарию", "из Швейцарии", "со Швейцарией"),
        ("CU", "на Кубу", "с Кубы", "с Кубой"),
        ("KZ", "в Казахстан", "из Казахстана", "с Казахстаном"),
        ("TR", "в Турцию", "из Турции", "с Турцией"),
        ("IN", "в Индию", "из Индии", "с Индией"),
        ("JP", "в Японию", "из Японии", "с Японией"),
        ("MN", "в Монголию", "из Монголии", "с Монголией"),
        ("KR", "в Республику Корея", "из Республики Корея", "с Республикой Корея"),
        ("SA", "в Саудовскую Аравию", "из Саудовской Аравии", "с Саудовской Аравией"),
        ("NL", "в Нидерланды", "из Нидерландов", "с Нидерландами"),
        ("IL", "в Израиль", "из Израиля", "с Израилем"),
        ("PE", "в Перу", "из Перу", "с Перу"),
        ("AO", "в Анголу", "из Анголы", "с Анголой"),
        ("PL", "в Польшу", "из Польши", "с Польшей"),
        ("BY", "в Беларусь", "из Беларуси", "с Беларусью"),
        ("KE", "в Кению", "из Кении", "с Кенией"),
        ("UY", "в Уругвай", "из Уругвая", "с Уругваем"),
        ("KH", "в Камбоджу", "из Камбоджи", "с Камбоджей"),
        ("BN", "в Бруней", "из Брунея", "с Брунеем"),
        ("TW", "на Тайвань", "с Тайваня", "с Тайванем"),
        ("MU", "на Маврикий", "с Маврикия", "с Маврикием"),
        ("NI", "в Никарагуа", "из Никарагуа", "с Никарагуа"),
        ("GF", "в территорию «Французская Гвиана»", "из территории «Французская Гвиана»", "с территорией «Французская Гвиана»"),
        ("EAEU", "в ЕАЭС", "из ЕАЭС", "с ЕАЭС"),
    ],
)
def test_russian_country_names_decline(code: str, to: str, whence: str, beside: str) -> None:
    forms = country_forms(voice("ru"), country(code))
    assert (forms["to"], forms["from"], forms["with"]) == (to, whence, beside)


@pytest.mark.parametrize(
    ("code", "name", "possessive"),
    [
        ("CN", "China", "China's"),
        ("US", "the United States", "the United States'"),
        ("NL", "the Netherlands", "the Netherlands'"),
        ("LA", "Laos", "Laos's"),
        ("KY", "the Cayman Islands", "the Cayman Islands'"),
        ("EU", "the EU", "the EU's"),
        ("BRICS", "BRICS", "BRICS'"),
    ],
)
def test_english_country_names_take_article_and_possessive(code: str, name: str, possessive: str) -> None:
    forms = country_forms(voice("en"), country(code))
    assert (forms["nom"], forms["poss"]) == (name, possessive)


def test_text_from_outside_is_never_read_as_template() -> None:
    assert fill("{a}[ by {b}]", {"a": "{b}[x]", "b": "{a}"}) == "{b}[x] by {a}"


def test_no_caller_can_round_a_figure() -> None:
    flow = from_dict({"type": "TradeFlow", "measure": "exports", "value": {"amount": "11512345678.25", "unit": "USD"}})
    with localcontext() as context:
        context.prec = 4
        assert "11,512,345,678.25" in flow.describe("en")
