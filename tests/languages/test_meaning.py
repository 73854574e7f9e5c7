"""The bits by which the classes of meaning are told apart in a mask."""

from sinorus.languages import meaning, period_expr
from sinorus.languages.meaning import Meaning


def test_each_class_owns_one_bit_of_its_own() -> None:
    classes: list[type[Meaning]] = [period_expr.PeriodExpr]
    for each in vars(meaning).values():
        if isinstance(each, type) and issubclass(each, Meaning) and each is not Meaning:
            classes.append(each)
    bits = [each.bit for each in classes]
    assert all(bit.bit_count() == 1 for bit in bits)
    assert len(set(bits)) == len(bits) > 30
