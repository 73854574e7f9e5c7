import sys

import pytest

from sinorus import CommodityMention, commodity
from sinorus.errors import MissingExtraError
from sinorus.export import to_frame


def test_without_pandas_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r'pip install "sinorus\[frames\]"'):
        to_frame([])


def test_a_frame_without_records_has_its_columns() -> None:
    frame = to_frame([], "commodities")
    assert frame.shape == (0, 10)
    assert {"id", "hs", "quote"} <= set(frame.columns)


def test_absent_cells_are_none() -> None:
    frame = to_frame([CommodityMention(commodity=commodity("rye"))])
    assert frame["id"][0] == "rye"
    assert frame["value"][0] is None
