"""What a sentence hands on: who spoke, what is listed, which currencies were spoken of."""

from datetime import date

from sinorus.parsers.talk import Talk
from sinorus.pipeline import document_of, steps


def talks(text: str) -> list[Talk]:
    return [step.after.talk for step in steps(document_of(text, date=date(2024, 6, 20), language="en"))]


def test_a_speaker_stays_the_actor() -> None:
    first, second = talks("Putin said so in Beijing. The weather was fine.")
    assert first.actors == ("RU",)
    assert second.actors == ("RU",)
    assert not second.pledged


def test_the_last_pledge_wins_over_the_speaker() -> None:
    (talk,) = talks("Putin said that China was ready to deepen energy cooperation with Russia.")
    assert talk.actors == ("CN",)
    assert talk.pledged


def test_a_lead_in_opens_a_list_and_a_sentence_closes_it() -> None:
    text = "China and Russia met. Their key priorities include:\n\n- Expanding trade\n- Building ports\n\nThe weather was fine."
    assert [talk.listing for talk in talks(text)] == [False, True, True, True, False]


def test_the_first_statement_on_currencies_is_gone_on_with() -> None:
    (talk,) = talks("In 2023 the yuan made up 40% of Russia's export payments, the dollar 20%.")
    assert talk.settled is not None
    assert talk.settled.currencies == ("CNY",)
    assert talk.since_settled(talk.settled_at + 7) == 7


def test_a_plain_sentence_changes_nothing() -> None:
    first, second = talks("China and Russia met. The weather was fine.")
    assert second is first
