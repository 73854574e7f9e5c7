from __future__ import annotations

import pytest

from sinorus.text import Document, from_text


def true_offsets(document: Document) -> bool:
    return all(document.text.startswith(repair.after, repair.offset) for repair in document.repairs)


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("Harbin â the port city â said Chinaâs grain buyers agreed.", "Harbin — the port city — said China’s grain buyers agreed."),
        ("The firmsâ plan and the portâs role were known.", "The firms’ plan and the port’s role were known."),
        ("The portâs growthâslow at firstâwas seen.", "The port’s growth—slow at first—was seen."),
        ("It wasnât Russiaâs coal; theyâve said so.", "It wasn’t Russia’s coal; they’ve said so."),
    ],
)
def test_a_lone_letter_becomes_what_its_context_decides(damaged: str, mended: str) -> None:
    document = from_text(damaged)
    assert document.text == mended
    assert len(document.repairs) == damaged.count("â")
    assert true_offsets(document)
    assert {r.before for r in document.repairs} == {"â"}


@pytest.mark.parametrize(
    "text",
    [
        "Trade of 5 â 7 billion is Chinaâs aim".replace("Chinaâs", "the"),
        "Le château et le gâteau de la pâte sont là.",
        "România și Moldova vând grâu; o întâlnire a avut loc.",
        "A câmara aprovou a importância do comércio.",
        "The Château Mâcon deal was signed in Neuchâtel by the Chinese buyer.",
        "Lâm Đồng and Hân were named.",
        "Theâquote opens here",
    ],
)
def test_a_text_that_uses_the_letter_stays(text: str) -> None:
    document = from_text(text)
    assert document.text == text
    assert document.repairs == ()


def test_beside_a_digit_nothing_is_mended() -> None:
    text = "Chinaâs trade rose 5â7 percent, and 3 â 4 more; 9âs end."
    document = from_text(text)
    assert document.text == "China’s trade rose 5â7 percent, and 3 â 4 more; 9âs end."
    assert len(document.repairs) == 1


def test_a_genuine_word_stays_in_a_damaged_text() -> None:
    document = from_text("Chinaâs buyers of Château wine â and others â met; Russiaâs did not.")
    assert document.text == "China’s buyers of Château wine — and others — met; Russia’s did not."


def test_sequences_are_mended_one_by_one() -> None:
    damaged = "Chinaâ€™s ports â€” all of them — and 李强 said â€œyesâ€\x9d to ﬁve　１２ tonnes; 5\u00a0bn."
    document = from_text(damaged)
    assert document.text == "China’s ports — all of them — and 李强 said “yes” to ﬁve　１２ tonnes; 5\u00a0bn."
    assert true_offsets(document)
    assert [r.after for r in document.repairs] == ["’", "—", "“", "”"]
    assert {r.rule for r in document.repairs} == {"mojibake"}


def test_sequences_beside_a_digit_stay_in_a_text_that_is_otherwise_sound() -> None:
    text = "Торговля: 5â€“7 млрд"
    assert from_text(text).text == text


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_a_whole_text_in_the_wrong_code_is_decoded_anew(codec: str) -> None:
    text = "The plan’s cost – €3bn, “or more” – is known; 5–7 percent."
    damaged = text.encode().decode(codec) if codec == "latin-1" else text.replace("”", "").encode().decode(codec)
    document = from_text(damaged)
    assert document.text == (text if codec == "latin-1" else text.replace("”", ""))
    assert true_offsets(document)
    assert {r.rule for r in document.repairs} == {"encoding"}


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_russian_in_western_letters(codec: str) -> None:
    text = "Россия и Китай договорились о поставках пшеницы на 5 млн тонн."
    document = from_text(text.encode("cp1251").decode(codec))
    assert document.text == text
    assert document.language == "ru"
    assert true_offsets(document)


def test_russian_utf8_in_western_letters() -> None:
    text = "Вывоз угля в Китай: 5 млн т."
    document = from_text(text.encode().decode("latin-1"))
    assert document.text == text


@pytest.mark.parametrize(
    "text",
    [
        "Рост поставок РФ и СНГ, Ст. 5",
        "Сравните: Российско-китайский оборот",
        "Ån ö är på sjön",
        "Å å æ ø Ð ð",
        "São Paulo and Ålesund trade grew",
    ],
)
def test_sound_text_with_such_letters_stays(text: str) -> None:
    assert from_text(text).text == text


def test_offsets_stay_true_behind_what_is_taken_out() -> None:
    document = from_text("top of page\n date line\nChinaâs buyers met.\nRead more\nRussiaâs too.")
    assert [document.text[r.offset - 6 : r.offset + 2] for r in document.repairs] == ["\nChina’s"[-8:], "Russia’s"]
    assert true_offsets(document)
