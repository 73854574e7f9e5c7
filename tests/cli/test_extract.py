import csv
import datetime
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sinorus import Document, Extraction, from_jsonl
from sinorus.cli import main

HTML = (
    "<html><body><article><p>Russian coal deliveries to China fell 4% to 28 million tonnes in 2020, "
    "the customs office said.</p></article></body></html>"
)
SEEDS = Path(__file__).parents[2] / "seeds"


def sinorus(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, args, input=stdin)


def extract(*args: str, stdin: bytes | None = None) -> Result:
    return sinorus("extract", *args, stdin=stdin)


def complaints(result: Result) -> list[str]:
    """The messages; a traceback would be more than one line each."""
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return [line for line in result.stderr.splitlines() if line.startswith("sinorus: ")]


def process(*args: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "sinorus", *args]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False, env={**os.environ, **environment}
    )


# -- forms and places


def test_a_table_with_the_quote_of_each_record() -> None:
    result = extract("good.txt")
    assert result.exit_code == 0
    assert "TradeFlow" in result.stdout
    assert "“Russian coal deliveries to China rose 7%" in result.stdout
    assert result.stdout.endswith("1 document, " + result.stdout.rsplit(", ", 1)[1])
    assert result.stderr == ""


def test_json_lines_on_standard_output_come_back_as_records() -> None:
    records = from_jsonl(extract("good.txt", "--format", "jsonl").stdout)
    assert {record.document for record in records} == {"good"}


def test_json_is_one_array_whatever_the_number_of_documents(place: Path) -> None:
    (place / "other.txt").write_text("Coal sales grew.", encoding="utf-8")
    one, two = (json.loads(extract(*paths, "--format", "json").stdout) for paths in (["good.txt"], ["good.txt", "other.txt"]))
    assert [each["document"]["id"] for each in one] == ["good"]
    assert [each["document"]["id"] for each in two] == ["good", "other"]
    assert json.loads(extract("none.txt", "--format", "json").stdout) == []


def test_csv_has_one_header(place: Path) -> None:
    (place / "other.txt").write_text("Russia's coal exports to China were worth $2 billion in 2018.", encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(extract("good.txt", "other.txt", "--format", "csv").stdout)))
    assert [row["document"] for row in rows if row["type"] == "TradeFlow"] == ["good", "other"]


@pytest.mark.parametrize(
    ("name", "start"), [("r.csv", "type,document"), ("r.json", "[\n"), ("r.jsonl", '{"type"'), ("r.txt", "good"), ("r.x", '{"type"')]
)
def test_a_file_is_written_in_the_form_of_its_suffix(place: Path, name: str, start: str) -> None:
    result = extract("good.txt", "--output", name)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert (place / name).read_text(encoding="utf-8").startswith(start)
    assert f"written to {name}" in result.stderr


def test_a_folder_gets_a_file_a_document(place: Path) -> None:
    result = extract(str(SEEDS), "--format", "jsonl", "--output", "out/")
    assert result.exit_code == 0
    assert sorted(path.name for path in (place / "out").iterdir()) == sorted(f"{path.stem}.jsonl" for path in SEEDS.glob("*.txt"))
    for path in (place / "out").iterdir():
        for record in from_jsonl(path.read_text(encoding="utf-8")):
            assert record.document == path.stem


@pytest.mark.parametrize(("form", "suffix"), [("json", ".json"), ("csv", ".csv"), ("table", ".table")])
def test_a_folder_in_other_forms(place: Path, form: str, suffix: str) -> None:
    assert extract("good.txt", "--format", form, "--output", "new").exit_code == 0
    text = (place / "new" / f"good{suffix}").read_text(encoding="utf-8")
    assert "Russian coal deliveries" in text
    if form == "json":
        assert set(json.loads(text)) == {"document", "records"}


def test_standard_input() -> None:
    result = extract("-", "--format", "jsonl", stdin=b"Russian coal deliveries to China rose 7% in 2019.")
    assert {record.document for record in from_jsonl(result.stdout)} == {"stdin"}


def test_date_and_language_are_handed_on(place: Path) -> None:
    (place / "year.txt").write_text("Russian coal deliveries to China rose 7% last year.", encoding="utf-8")
    (record,) = (
        each
        for each in from_jsonl(extract("year.txt", "--date", "2015-02-03", "--format", "jsonl", "--language", "EN").stdout)
        if "TradeFlow" in repr(each)
    )
    assert "period=2014" in repr(record)


# -- names


def test_documents_that_share_a_stem_lose_nothing(place: Path) -> None:
    (place / "in" / "sub").mkdir(parents=True)
    for name, text in (
        ("a.txt", "Coal."),
        ("a.html", HTML),
        ("B.txt", "Coal."),
        ("b.md", "Coal."),
        ("sub/a.txt", "Oil."),
        ("c.txt", "Oil."),
    ):
        (place / "in" / name).write_text(text, encoding="utf-8")
    assert extract("in", "--output", "out").exit_code == 0
    assert sorted(path.name for path in (place / "out").iterdir()) == [
        "B.txt.jsonl", "a.html.jsonl", "b.md.jsonl", "c.jsonl", "in_a.txt.jsonl", "in_sub_a.txt.jsonl",
    ]  # fmt: skip


def test_a_document_that_is_named_twice_is_read_once() -> None:
    assert "1 document," in extract("good.txt", "./good.txt", ".").stdout


def test_hidden_and_other_files_of_a_folder_are_left(place: Path) -> None:
    for name in (".hidden.txt", "data.bin", ".git/x.txt"):
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text("Coal.", encoding="utf-8")
    assert "1 document," in extract(".").stdout


# -- bad input: one message each, the other documents done


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "bad.txt: the document is empty; give a document with text in it"),
        (b" \n\t", "bad.txt: the document is empty; give a document with text in it"),
        (b"%PDF-1.7 \x00\x01", "bad.txt: this is a PDF file, not a text; export its text as UTF-8 and read that"),
        (bytes(range(32)) * 40, "bad.txt: this is a binary file, not a text; give a text or HTML file"),
        (
            "Los envíos de carbón para el vecino del sur han crecido con fuerza.".encode(),
            "bad.txt: its language cannot be told; records are read from",
        ),
    ],
    ids=["empty", "blank", "pdf", "binary", "language"],
)
def test_a_document_that_cannot_be_read(place: Path, content: bytes, message: str) -> None:
    (place / "bad.txt").write_bytes(content)
    result = extract("bad.txt", "good.txt", "--format", "jsonl")
    (line,) = complaints(result)
    assert line.startswith(f"sinorus: {message}")
    assert result.exit_code == 1
    assert {record.document for record in from_jsonl(result.stdout)} == {"good"}


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("none.txt", "none.txt: there is no such file; check the path"),
        ("empty", "empty: no documents in this folder; put .txt"),
        ("x" * 400, "x" * 400),
    ],
    ids=["missing", "empty folder", "long name"],
)
def test_a_path_that_leads_nowhere(place: Path, path: str, message: str) -> None:
    (place / "empty").mkdir()
    result = extract(path, "good.txt")
    (line,) = complaints(result)
    assert line.startswith(f"sinorus: {message[:150]}")
    assert result.exit_code == 1
    assert "1 document," in result.stdout


def test_an_unreadable_document_leaves_the_output_as_it_was(place: Path) -> None:
    (place / "old.csv").write_text("old", encoding="utf-8")
    result = extract("none.txt", "--output", "old.csv")
    assert (result.exit_code, (place / "old.csv").read_text(encoding="utf-8")) == (1, "old")
    assert "nothing written" in result.stderr


@pytest.mark.parametrize(
    "content",
    [
        b"Russian coal deliveries to China rose \xff\xfe7% to 31 million tonnes in 2019.",
        b"Russian coal deliveries to China\x00 rose 7% to \x0731 million tonnes in 2019.",
        "Russian coal deliveries \u200fto China rose\u202e 7% to 31 million tonnes in 2019.".encode(),
        b"Russian coal deliveries to China rose 7% to 31 million tonnes in 2019",
        ("Russian coal deliveries to China rose 7% to 31 million tonnes in 2019 " + "and so on " * 30_000).encode(),
    ],
    ids=["broken UTF-8", "control characters", "right-to-left marks", "no sentence end", "one long line"],
)
def test_a_damaged_document_is_read(place: Path, content: bytes) -> None:
    (place / "damaged.txt").write_bytes(content)
    result = extract("damaged.txt", "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    (whole,) = json.loads(result.stdout)
    for record in whole["records"]:
        for piece in record["evidence"]:
            assert whole["document"]["text"][piece["start"] : piece["end"]] == piece["quote"]
    assert any(record["type"] == "TradeFlow" for record in whole["records"])


def test_a_line_of_200_megabytes_is_refused_at_once(place: Path) -> None:
    with (place / "long.txt").open("wb") as handle:
        handle.truncate(200_000_000)
    result = extract("long.txt", "good.txt")
    (line,) = complaints(result)
    assert line == "sinorus: long.txt: the document is 200 MB long, and at most 50 MB are read at once; split it into its articles"
    assert result.exit_code == 1


def test_a_fault_of_ours_costs_one_document_alone(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sinorus.cli import extract as module
    from sinorus.pipeline import extract as real

    def fail(source: Document, *, date: datetime.date | None, language: str | None) -> Extraction:
        if source.id == "bad":
            raise ZeroDivisionError("seven")
        return real(source, date=date, language=language)

    monkeypatch.setattr(module, "extract", fail)
    (place / "bad.txt").write_text("Coal.", encoding="utf-8")
    result = extract("bad.txt", "good.txt")
    assert complaints(result) == ["sinorus: bad.txt: a fault in sinorus (ZeroDivisionError: seven); please report it with this document"]
    assert (result.exit_code, "1 document," in result.stdout) == (1, True)


# -- wrong usage


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "Missing 'PATH...'"),
        (["good.txt", "--date", "2023-02-30"], "'2023-02-30' is no date; give a day as YYYY-MM-DD"),
        (["good.txt", "--date", "last year"], "'last year' is no date"),
        (["good.txt", "--date", "20230101"], "'20230101' is no date"),
        (["good.txt", "--language", "tlh"], "unknown language 'tlh'; give one of en"),
        (["good.txt", "--format", "xml"], "give one of table, jsonl, json, csv"),
        (["good.txt", "--output", "good.txt/"], "a file stands where a folder should be"),
        (["good.txt", "--output", "good.txt/x.csv"], "a file stands where a folder should be"),
        (["good.txt", "--output", "good.txt"], "this is one of the documents, and stays as it is"),
        (["good.txt", "--output", "taken"], "a folder stands where the file should be written"),
        (["good.txt", "--output", "y" * 300 + ".csv"], "cannot be written"),
    ],
)
def test_wrong_usage(place: Path, args: list[str], message: str) -> None:
    (place / "taken" / "good.jsonl").mkdir(parents=True)
    result = extract(*args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.output
    assert (place / "good.txt").read_text(encoding="utf-8").startswith("Russian")


def test_a_folder_of_documents_is_not_written_over(place: Path) -> None:
    (place / "good.json").write_text("Russian coal deliveries to China rose.", encoding="utf-8")
    result = extract("good.json", "--format", "json", "--output", ".")
    assert result.exit_code == 2
    assert "one of the documents" in result.stderr


# -- other ends of the pipe


def test_a_reader_that_has_seen_enough_is_no_error(place: Path) -> None:
    for number in range(60):
        (place / f"{number}.txt").write_text(
            "Russian coal deliveries to China rose 7% to 31 million tonnes in 2019. " * 20, encoding="utf-8"
        )
    command = f'"{sys.executable}" -m sinorus extract . --format json | head -c 10'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    assert done.stdout.startswith("[\n")


def test_a_full_disk_is_told_once(place: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():  # known on Linux alone: there is nothing to be told elsewhere
        return
    with full.open("w") as handle:
        done = subprocess.run(
            [sys.executable, "-m", "sinorus", "extract", "good.txt"],
            stdout=handle,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "No space left" in done.stderr


def test_what_is_piped_is_utf_8_whatever_the_locale() -> None:
    done = process("extract", "good.txt", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert "“Russian coal" in done.stdout
