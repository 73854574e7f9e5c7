"""Flows of the case files: sentences and short passages with the records they make, and those that make none."""

import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from sinorus.pipeline import extract

CASES = Path(__file__).parent.parent.parent / "cases"
TODAY = date(2024, 6, 20)
_BASIS = re.compile(r"^([+-].* (?:%|pp|x|[A-Z]{3}|t|m3|TEU|1|bbl/d)) \S+$")


class Case(NamedTuple):
    language: str
    group: str
    text: str
    flows: list[str]
    today: date


def load(name: str) -> list[Case]:
    """Return the cases of every language that has a file of this name."""
    return [
        Case(file.parent.name, group["name"], case["text"], case.get("flows", []), case.get("date", TODAY))
        for file in sorted(CASES.glob(f"*/{name}"))
        for group in tomllib.loads(file.read_text("utf-8"))["group"]
        for case in group["cases"]
    ]


def title(case: Case) -> str:
    return f"{case.language} {case.group}: {case.text[:60]}"


def parts(flow: str) -> tuple[str, frozenset[str]]:
    head, _, rest = flow.partition(": ")
    return head, frozenset(rest.split(", "))


def same(expected: str, given: str) -> bool:
    """Whether a flow is the expected one; a basis that the case leaves open may be any."""
    head, wanted = parts(expected)
    other, found = parts(given)
    return head == other and (wanted == found or wanted == frozenset(_BASIS.sub(r"\1", part) for part in found))


def differences(expected: list[str], given: list[str]) -> list[str]:
    rest = list(given)
    missing = []
    for flow in expected:
        match = next((each for each in rest if same(flow, each)), None)
        if match is None:
            missing.append(f"missing  {flow}")
        else:
            rest.remove(match)
    return missing + [f"invented {flow}" for flow in rest]


@pytest.mark.parametrize("case", load("flow.toml"), ids=title)
def test_case(case: Case, told: Callable[..., list[str]]) -> None:
    assert differences(case.flows, told(case.text, case.today, case.language)) == []


@pytest.mark.parametrize("case", load("flow_negative.toml"), ids=title)
def test_no_flow(case: Case, told: Callable[..., list[str]]) -> None:
    assert told(case.text, case.today, case.language) == []


def test_a_case_says_something() -> None:
    assert all(case.flows for case in load("flow.toml"))
    assert not any(case.flows for case in load("flow_negative.toml"))


@pytest.mark.parametrize("case", load("flow.toml"), ids=title)
def test_evidence_holds_the_figures(case: Case) -> None:
    result = extract(case.text, date=case.today, language=case.language)
    for flow in result.flows:
        quotes = [piece.quote for piece in flow.evidence]
        assert quotes == [result.document.text[piece.start : piece.end] for piece in flow.evidence]
        by = flow.change.by if flow.change is not None and flow.change.by is not None and flow.change.by.unit != "x" else None
        for figure in (flow.value, flow.volume, flow.share, by):
            if figure is not None and (written := f"{figure.amount.normalize():f}".replace(".", "").strip("0")) in numbers(case.text):
                assert written in digits(" ".join(quotes))


def numbers(text: str) -> set[str]:
    """Return the numbers of a text without their marks: those in words ("a third", 三亿) are none."""
    return {re.sub(r"\D", "", run).strip("0") for run in re.findall(r"\d[\d.,]*", text)}


def digits(text: str) -> str:
    """Leave the digits of a text; figures in words ("a third", "doubled") have none."""
    return re.sub(r"\D", "", text)
