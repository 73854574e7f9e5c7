from pathlib import Path

import pytest

FLOW = "Russian coal deliveries to China rose 7% to 31 million tonnes in 2019."


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with one good document; the command speaks English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "good.txt").write_text(FLOW, encoding="utf-8")
    return tmp_path
