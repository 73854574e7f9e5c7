"""The examples run as a user runs them, and answer what they ask."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from sinorus.languages import LANGUAGES

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"

ANSWERS = {
    "what_the_texts_say": (
        "003_27848471094c3bd4: 1 Agreement",
        "Russia's exports to China, August 2023: US$11.5 billion, up 3% year-on-year",
    ),
    "turnover_by_year": (
        "2016   69.525 bn USD  up 2.2 %        2017-01-13-turnover: ",
        "2024   244.81 bn USD",
    ),
    "check_against_customs": (
        "CONTRADICTS  ",
        ", 2020: US$117.76 billion; customs: 107.76 bn",
        "agrees       Russia's exports to China, 2018: US$59.08 billion",
    ),
    "goods_by_direction": (
        "Russia to China\n  crude oil (HS 2709), 2018: 71490000 t",
        "pipeline natural gas (HS 271121), 2022: 15400000000 m3  [2023-01-16-pipelines]",
    ),
    "agreements_and_corridors": (
        "2023-01-16-pipelines: Gazprom and CNPC: contract signed, February 2022",
        "Power of Siberia\n    2023-01-16-pipelines: Power of Siberia (pipeline): operating",
    ),
    "records_as_table": (
        "columns as CSV",
        "2018 turnover       CN       RU 107060000000",
    ),
    "three_languages": (
        "en: the same claim: ",
        "described in ru: Товарооборот Китая и России, 2023",
        "described in zh: 2023年中俄贸易额：2401.1亿美元",
    ),
    "why_nothing": (
        "  no flows\n  '$90': a figure of price, not of a flow",
        "a flow between other countries",
        "nothing was dropped; no figures in it",
    ),
}
"""Stretches of what each example prints."""


def printed(name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    monkeypatch.setattr(sys, "argv", [name, *arguments])
    runpy.run_path(str(EXAMPLES / f"{name}.py"), run_name="__main__")
    return capsys.readouterr().out


def test_every_example_has_its_answer_here() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.py")} == set(ANSWERS)


@pytest.mark.parametrize("name", ANSWERS)
def test_example_answers_its_question(name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    out = printed(name, capsys, monkeypatch)
    for stretch in ANSWERS[name]:
        assert stretch in out


def test_only_the_misprint_contradicts_the_customs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    verdicts = [line.split()[0] for line in printed("check_against_customs", capsys, monkeypatch).splitlines() if line[0] != " "]
    assert verdicts.count("CONTRADICTS") == 1
    assert verdicts.count("agrees") >= 12


def test_the_story_is_one_claim_in_every_language(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    out = printed("three_languages", capsys, monkeypatch)
    assert out.count(": the same claim: ") == len(LANGUAGES)
    assert "another claim" not in out


def test_turnover_has_one_row_a_year_in_order(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    years = [line.split()[0] for line in printed("turnover_by_year", capsys, monkeypatch).splitlines()]
    assert years == ["2014", "2016", "2017", "2018", "2019", "2020", "2022", "2023", "2024"]


def test_without_pandas_the_table_says_what_is_missing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    out = printed("records_as_table", capsys, monkeypatch)
    assert 'pip install "sinorus[frames]"' in out


def test_an_example_takes_a_folder_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "note.txt").write_text("In 2023, China imported 107 million tonnes of crude oil from Russia.", encoding="utf-8")
    assert printed("goods_by_direction", capsys, monkeypatch, str(tmp_path)).splitlines() == [
        "Russia to China",
        "  crude oil (HS 2709), 2023: 107000000 t  [note]",
    ]


def test_an_example_runs_from_any_folder(tmp_path: Path) -> None:
    command = [sys.executable, str(EXAMPLES / "what_the_texts_say.py")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=120, encoding="utf-8")
    assert len([line for line in done.stdout.splitlines() if not line.startswith(" ")]) == 5
