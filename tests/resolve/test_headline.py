"""Headlines that sum up what the text tells."""

import datetime

from sinorus.pipeline import extract

TODAY = datetime.date(2024, 6, 20)


def told(text: str) -> list[str]:
    return [str(flow.change.by) if flow.change is not None else "" for flow in extract(text, date=TODAY, language="en").flows]


def test_a_rough_change_of_the_headline_is_that_of_the_text() -> None:
    text = "China's coal imports from Russia fell by a fifth in January-May\n\nIn January-May China bought 34 Mt from Russia, down 19%."
    assert told(text) == ["19 %"]


def test_another_change_stays() -> None:
    text = "China's coal imports from Russia fell by a half in May\n\nIn May 2024 China imported 5 Mt of coal from Russia, down 19%."
    assert told(text) == ["about 50 %", "19 %"]


def test_the_evidence_is_kept() -> None:
    text = "China's coal imports from Russia fell by a fifth in January-May\n\nIn January-May China bought 34 Mt from Russia, down 19%."
    (flow,) = extract(text, date=TODAY, language="en").flows
    assert flow.evidence[0].start == 0
    assert len(flow.evidence) == 2
