"""Cases of names: their forms, and the roles that cases give where no preposition stands."""

import pytest

from sinorus.languages.declension import declension
from sinorus.languages.meaning import Party, Role
from sinorus.languages.rows import Row, inflected

RU = declension("ru")


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Россия", {"Россия", "России", "Россию", "Россией"}),
        ("Китай", {"Китай", "Китая", "Китаю", "Китаем", "Китае"}),
        ("сырая нефть", {"сырая нефть", "сырой нефти", "сырую нефть", "сырой нефтью"}),
        ("Внутренняя Монголия", {"Внутренняя Монголия", "Внутренней Монголии", "Внутреннюю Монголию", "Внутренней Монголией"}),
        ("Сила Сибири-2", {"Сила Сибири-2", "Силы Сибири-2", "Силе Сибири-2", "Силу Сибири-2", "Силой Сибири-2"}),
        ("КНР", {"КНР"}),
        ("Sinopec", {"Sinopec"}),
    ],
)
def test_forms_are_those_of_the_grammar(name: str, forms: set[str]) -> None:
    assert {form for form, _ in RU.forms(name)} == forms


@pytest.mark.parametrize("form", ["машин и оборудования", "машинам и оборудованию", "машинами и оборудованием"])
def test_both_sides_of_an_and_decline_together(form: str) -> None:
    assert form in {each for each, _ in RU.forms("машины и оборудование")}


def test_a_word_without_cases_may_own_what_stands_before_it() -> None:
    assert RU.forms("РФ") == [("РФ", Role.POSSESSIVE)]


def test_a_name_whose_case_is_another_word_has_one_form() -> None:
    assert RU.forms("германий") == [("германий", None)]


def test_a_language_without_tables_has_one_form_a_name() -> None:
    assert declension("en").forms("Power of Siberia") == [("Power of Siberia", None)]


def test_a_party_gets_a_row_for_each_role() -> None:
    rows = list(inflected(Row("ru", (), Party(("RU",)), hit=("Россия",)), ["Россия"], RU))
    roles = {form: row.meaning.role for row in rows for form in row.forms if isinstance(row.meaning, Party)}
    assert roles == {"Россия": Role.SUBJECT, "России": Role.OF, "Россию": Role.AGAINST, "Россией": Role.BY}
    assert all(row.hit for row in rows)
