"""What has lost its time is let go where the text is dated, and shown with the reason."""

import datetime

import sinorus

TODAY = datetime.date(2024, 6, 20)
LEVEL = "China's exports to Russia are worth $5bn."


def test_a_level_without_a_time_is_no_record_of_a_dated_text() -> None:
    result = sinorus.extract(LEVEL, date=TODAY)
    assert result.flows == ()
    assert ["when this was" in each.reason for each in result.dropped] == [True]
    assert "when this was" in str(sinorus.explain(LEVEL, date=TODAY))
    assert "told elsewhere" not in str(sinorus.explain(LEVEL, date=TODAY))


def test_a_text_without_a_date_says_what_it_can() -> None:
    (flow,) = sinorus.extract(LEVEL).flows
    assert flow.period is None


def test_a_share_may_hold_at_all_times() -> None:
    (flow,) = sinorus.extract("Crude oil makes up 48% of Russian exports to China.", date=TODAY).flows
    assert flow.period is None
