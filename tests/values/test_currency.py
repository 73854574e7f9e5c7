from babel.core import get_global

from sinorus.values import CURRENCIES


def test_the_list_is_that_of_cldr() -> None:
    assert set(get_global("all_currencies")) - {"XXX", "XTS"} == CURRENCIES
