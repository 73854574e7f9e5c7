import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import sinorus as package
from sinorus.cli import main


def sinorus(*args: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, args, input=stdin)


@pytest.mark.parametrize("command", [[], ["extract"], ["explain"], ["world"], ["schema"], ["evaluate"]])
def test_help_has_examples(command: list[str]) -> None:
    result = sinorus(*command, "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert f"sinorus {' '.join(command)}".strip() in result.stdout.partition("Example")[2]


def test_version() -> None:
    assert sinorus("--version").stdout.split()[-1] == package.__version__


def test_an_unknown_command_is_wrong_usage() -> None:
    result = sinorus("extrct")
    assert result.exit_code == 2
    assert "No such command 'extrct'" in result.stderr


def test_explain_a_text_and_standard_input() -> None:
    text = "Russian coal deliveries to China rose 7% last year."
    shown = sinorus("explain", text, "--date", "2020-01-31").stdout
    assert "'last year' is 2019" in shown
    assert "document stdin" in sinorus("explain", "-", stdin=text).stdout


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["Coal sales grew.", "--date", "2020-13-01"], "is no date"),
        (["Coal sales grew.", "--language", "tlh"], "unknown language"),
        (["Los envíos de carbón para el vecino del sur han crecido con fuerza."], "language cannot be told"),
    ],
)
def test_explain_refuses_with_one_message(args: list[str], message: str) -> None:
    result = sinorus("explain", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


@pytest.mark.parametrize(
    ("args", "found"),
    [
        (["commodities", "1201"], "soybeans"),
        (["commodities", "соевые бобы"], "soybeans"),
        (["corridors", "siberia 2"], "power-of-siberia-2"),
        (["organisations", "gazprom"], "Gazprom"),
        (["countries", "Китай"], "CN"),
        (["places", "满洲里"], "Manzhouli"),
    ],
)
def test_world_finds_by_code_and_any_name(args: list[str], found: str) -> None:
    result = sinorus("world", *args)
    assert result.exit_code == 0
    assert any(line.startswith((found, found.lower())) for line in result.stdout.splitlines()[1:])


@pytest.mark.parametrize("register", ["commodities", "corridors", "organisations", "countries", "places"])
def test_world_lists_a_whole_register(register: str) -> None:
    entries = getattr(__import__("sinorus.world", fromlist=[register]), register)()
    assert len(sinorus("world", register).stdout.splitlines()) == len(entries) + 1
    rows = [json.loads(line) for line in sinorus("world", register, "--json").stdout.splitlines()]
    assert len(rows) == len(entries)
    assert all(row["en"] for row in rows)


def test_world_names_near_misses() -> None:
    result = sinorus("world", "commodities", "soybeens")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean 'soybeans'" in result.stderr


def test_schema_is_json() -> None:
    assert json.loads(sinorus("schema").stdout) == package.schema()


def test_evaluate_prints_table_json_and_differences(tmp_path: Path) -> None:
    for folder, goods in (("gold", ["oats", "rye"]), ("pred", ["oats", "tea"])):
        (tmp_path / folder).mkdir()
        records = [{"type": "CommodityMention", "id": name} for name in goods]
        (tmp_path / folder / "a.json").write_text(json.dumps({"id": "a", "records": records}), encoding="utf-8")
    args = ["evaluate", str(tmp_path / "gold"), str(tmp_path / "pred")]
    assert json.loads(sinorus(*args, "--json").stdout)["all"]["record"] == [0.5, 0.5, 0.5]
    shown = sinorus(*args, "--show").stdout
    assert "a missed   CommodityMention id=rye" in shown
    assert "a invented CommodityMention id=tea" in shown
    assert "CommodityMention.id" in shown
    assert sinorus(*args).stdout.splitlines()[-1].split()[:3] == ["all", "2", "2"]


def test_evaluate_tells_what_is_missing(tmp_path: Path) -> None:
    result = sinorus("evaluate", str(tmp_path / "none"), str(tmp_path))
    assert result.exit_code == 2
    assert "no such folder of gold" in result.stderr
    (tmp_path / "a.json").write_text('{"id": "b", "records": []}', encoding="utf-8")
    assert "for 1 document of" in sinorus("evaluate", str(tmp_path), str(tmp_path)).stderr
