"""Names of goods that are another word elsewhere: each row's examples, both ways."""

import tomllib
from importlib.resources import files

import pytest

from sinorus.languages import LANGUAGES
from sinorus.languages.meaning import Goods
from sinorus.scan.fold import fold
from sinorus.scan.homonym import homonyms
from sinorus.scan.sentence import scan
from sinorus.span import Span
from sinorus.text import Sentence


def examples(kind: str) -> list[tuple[str, str, str]]:
    found = []
    for language in LANGUAGES:
        file = files("sinorus.languages").joinpath(language, "homonyms.toml")
        if file.is_file():
            for row in tomllib.loads(file.read_text("utf-8"))["homonym"]:
                found += [(language, form, text) for form in row["forms"] for text in row[kind]]
    return found


def names_goods(language: str, form: str, text: str) -> bool:
    """Whether the form is read as goods where it stands in the text."""
    sentence = Sentence(span=Span(0, len(text)), kind="sentence", paragraph=0, language=language)
    at = fold(text).index(fold(form))
    return any(mention.mask & Goods.bit and mention.start == at for mention in scan(text, fold(text), sentence, language).mentions)


@pytest.mark.parametrize(("language", "form", "text"), examples("hit"))
def test_it_names_goods_behind_what_leads_to_goods(language: str, form: str, text: str) -> None:
    assert names_goods(language, form, text)


@pytest.mark.parametrize(("language", "form", "text"), examples("miss"))
def test_it_is_another_word_elsewhere(language: str, form: str, text: str) -> None:
    assert not names_goods(language, form, text)


def test_every_form_has_examples_of_both() -> None:
    told = {kind: {(language, fold(form)) for language, form, _ in examples(kind)} for kind in ("hit", "miss")}
    assert told["hit"] == told["miss"] == {(language, form) for language in LANGUAGES for form in homonyms(language)}
