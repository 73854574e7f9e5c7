"""The figures and differences in ``cases.json`` were computed once by the scorer that defines them; ours are the same."""

import json
from pathlib import Path

import pytest

from sinorus import CommodityMention, commodity, evaluate
from sinorus.errors import DocumentError, ValidationError
from sinorus.evaluation import Count, Evaluation, JsonRecord

CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))
ids = [case["name"] for case in CASES]


def folders(place: Path, case: dict[str, dict[str, list[JsonRecord]]]) -> tuple[Path, Path]:
    gold, predicted = place / "gold", place / "pred"
    gold.mkdir()
    predicted.mkdir()
    for name, records in case["gold"].items():
        (gold / f"{name}.json").write_text(json.dumps({"id": name, "records": records}), encoding="utf-8")
    for name, records in case["pred"].items():
        (predicted / f"{name}.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return gold, predicted


def filled(result: Evaluation) -> dict[str, object]:
    return {kind: figures for kind, figures in result.to_dict().items() if figures["gold"] or figures["pred"]}


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_figures_are_those_of_the_scorer(case: dict[str, dict[str, list[JsonRecord]]], tmp_path: Path) -> None:
    from_files = evaluate(*folders(tmp_path, case))
    assert filled(from_files) == case["figures"]
    assert filled(evaluate(case["gold"], case["pred"])) == case["figures"]


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_differences_are_those_of_the_scorer(case: dict[str, dict[str, list[JsonRecord]]]) -> None:
    found = evaluate(case["gold"], case["pred"]).differences
    # the scorer tells a type's wrong ones in the order of its pairs
    told = [" ".join(str(each).split()[1:3]) for each in found]
    assert sorted(told) == sorted(" ".join(map(str, each)) for each in case["differences"])


def test_our_records_and_json_are_held_against_each_other() -> None:
    oats = CommodityMention(commodity=commodity("oats"))
    result = evaluate({"a": [{"type": "CommodityMention", "id": "oats"}]}, {"a": [oats]})
    assert result.total == Count(gold=1, predicted=1, right=1)
    assert result.total.rates.f1 == 1.0


def test_the_tables_name_types_and_fields() -> None:
    result = evaluate(CASES[0]["gold"], CASES[0]["pred"])
    assert str(result).splitlines()[1].split() == ["TradeFlow", "2", "2", *["100.0"] * 6]
    assert [line.split()[0] for line in result.by_slot().splitlines()[1:]][:2] == ["TradeFlow.measure", "TradeFlow.exporter"]


def test_a_gold_folder_may_hold_lines_and_lists(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"type": "CommodityMention", "id": "oats"}\n\n', encoding="utf-8")
    (tmp_path / "b.json").write_text('[{"type": "CommodityMention", "id": "rye"}]', encoding="utf-8")
    assert evaluate(tmp_path, tmp_path).total == Count(gold=2, predicted=2, right=2)


def test_documents_without_a_prediction_are_named() -> None:
    assert evaluate({"a": [], "b": []}, {"b": []}).unanswered == ("a",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "no JSON"),
        ("5", "no list of records"),
        ('{"id": "a"}', "no list of records"),
        ("[5]", "no list of records"),
        ('[{"type": "TradeFlow", "value": 5}]', "5 is no quantity"),
        ('[{"type": "TradeFlow", "value": {"amount": "5 t", "unit": "t"}}]', "'5 t' is no amount"),
        ('[{"type": "Agreement", "parties": "CN"}]', "'CN' is no array"),
    ],
)
def test_a_file_that_holds_no_records_is_told(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValidationError, match=message) as caught:
        evaluate(tmp_path, tmp_path)
    assert "a" in caught.value.where


def test_missing_and_empty_folders_are_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such folder of gold"):
        evaluate(tmp_path / "none", tmp_path)
    with pytest.raises(DocumentError, match="no such folder of predictions"):
        evaluate(tmp_path, tmp_path / "none")
    with pytest.raises(DocumentError, match="no gold here"):
        evaluate(tmp_path, tmp_path)
