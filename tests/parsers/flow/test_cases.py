"""Flows of the case files: sentences and short passages with the records they make, and those that make none."""

import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from sinorus.pipeline import extract

CASES = Path(__file__).parent.parent.parent / "cases" / "en"
TODAY = date(2024, 6, 20)
_BASIS = re.compile(r"^([+-].* (?:%|pp|x|[A-Z]{3}|t|m3|TEU|1|bbl/d)) \S+$")


class Case(NamedTuple):
    group: str
    text: str
    flows: list[str]
    today: date


def load(name: str) -> list[Case]:
    table = tomllib.loads((CASES / name).read_text("utf-8"))
    return [
        Case(group["name"], case["text"], case.get("flows", []), case.get("date", TODAY))
        for group in table["group"]
        for case in group["cases"]
    ]


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


@pytest.mark.parametrize("case", load("flow.toml"), ids=lambda case: f"{case.group}: {case.text[:60]}")
def test_case(case: Case, told: Callable[..., list[str]]) -> None:
    assert differences(case.flows, told(case.text, case.today)) == []


@pytest.mark.parametrize("case", load("flow_negative.toml"), ids=lambda case: f"{case.group}: {case.text[:60]}")
def test_no_flow(case: Case, told: Callable[..., list[str]]) -> None:
    assert told(case.text, case.today) == []


def test_a_case_says_something() -> None:
    assert all(case.flows for case in load("flow.toml"))
    assert not any(case.flows for case in load("flow_negative.toml"))


@pytest.mark.parametrize("case", load("flow.toml"), ids=lambda case: f"{case.group}: {case.text[:60]}")
def test_evidence_holds_the_figures(case: Case) -> None:
    result = extract(case.text, date=case.today, language="en")
    for flow in result.flows:
        quotes = [piece.quote for piece in flow.evidence]
        assert quotes == [result.document.text[piece.start : piece.end] for piece in flow.evidence]
        by = flow.change.by if flow.change is not None and flow.change.by is not None and flow.change.by.unit != "x" else None
        for figure in (flow.value, flow.volume, flow.share, by):
            if figure is not None and (written := f"{figure.amount.normalize():f}".replace(".", "").strip("0")) in digits(case.text):
                assert written in digits(" ".join(quotes))


def digits(text: str) -> str:
    """Leave the digits of a text; figures in words ("a third", "doubled") have none."""
    return re.sub(r"\D", "", text)
