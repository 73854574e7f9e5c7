"""Vocabularies are what enumerations of texts are, to those who use them."""

import copy
import pickle

import pytest

from sinorus.languages.part import Mark, Role, Side
from sinorus.languages.period_expr import Grain


def test_a_member_is_a_text_and_stays_the_same_one() -> None:
    assert {"comma": 1}[Mark.COMMA] == 1
    assert f"{Role.FROM}" == "from"
    assert Role("from") is Role.FROM
    assert copy.deepcopy(Side.BOTH) is Side.BOTH
    assert pickle.loads(pickle.dumps(Grain.YEAR)) is Grain.YEAR


def test_members_stand_in_order_with_their_names() -> None:
    assert [(side.name, side.value) for side in Side] == [("EXPORTER", "exporter"), ("IMPORTER", "importer"), ("BOTH", "both")]
    assert len(Side) == 3
    assert repr(Grain.MONTH) == "<Grain.MONTH: 'month'>"


def test_what_is_no_member_is_refused() -> None:
    with pytest.raises(ValueError, match="'comma' is not a valid Role"):
        Role("comma")


def test_a_member_has_the_properties_of_its_class() -> None:
    assert Side.EXPORTER.facing is Side.IMPORTER
    assert Side.BOTH.facing is Side.BOTH
