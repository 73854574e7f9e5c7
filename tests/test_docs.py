"""What README and docs show is what happens: their blocks of Python and of commands run, a page from top to bottom in one go.

Blocks marked ``pycon`` are interpreter sessions (``>>>``); lines ``$ sinorus …`` in blocks marked ``console`` are run through the command
line, with what follows as its output (``...`` for anything). The commands of a page run before its sessions, in a folder that holds
``seeds`` and ``examples``. After a change that is meant, ``python tests/test_docs.py`` writes what the blocks print now into the pages.
"""

import doctest
import io
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from sinorus.cli import main

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
COLUMNS = "100"

_BLOCK = re.compile(r"^```(?P<kind>pycon|console)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (?P<command>sinorus .*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)


class Session(doctest.DocTestRunner):
    """Runs interpreter sessions and keeps what each example printed."""

    def __init__(self) -> None:
        super().__init__(verbose=False, optionflags=FLAGS)
        self.wrong: list[tuple[doctest.Example, str]] = []

    def report_failure(self, out: object, test: doctest.DocTest, example: doctest.Example, got: str) -> None:
        self.wrong.append((example, got))

    def report_unexpected_exception(self, out: object, test: doctest.DocTest, example: doctest.Example, exc_info: object) -> None:
        self.wrong.append((example, f"{exc_info}\n"))


def sessions(text: str) -> Iterator[tuple[int, str, str]]:
    """Give line (from 0), expected and printed output of each example of a page that does not print what it says."""
    lines = [""] * text.count("\n")
    for block in _BLOCK.finditer(text):
        if block["kind"] == "pycon":
            first = text.count("\n", 0, block.start("body"))
            body = block["body"].splitlines()
            lines[first : first + len(body)] = body
    test = doctest.DocTestParser().get_doctest("\n".join(lines) + "\n", {}, "page", None, 0)
    session = Session()
    session.run(test, out=io.StringIO().write)
    for example, got in session.wrong:
        yield example.lineno + example.source.count("\n"), example.want, got


def commands(text: str) -> Iterator[tuple[int, str, str]]:
    """Give the same for each command of a page."""
    for block in _BLOCK.finditer(text):
        if block["kind"] == "console":
            for found in _COMMAND.finditer(block["body"]):
                words = shlex.split(found["command"])[1:]
                result = CliRunner().invoke(main, words, env={"COLUMNS": COLUMNS, "LC_ALL": "C.UTF-8"}, prog_name="sinorus")
                printed = "".join(f"{line.rstrip()}\n" for line in result.output.splitlines())
                if not doctest.OutputChecker().check_output(found["output"], printed, doctest.ELLIPSIS):
                    yield text.count("\n", 0, block.start("body") + found.start("output")), found["output"], printed


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def furnish(place: Path) -> None:
    shutil.copytree(ROOT / "seeds", place / "seeds")
    shutil.copytree(ROOT / "examples", place / "examples")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
@pytest.mark.usefixtures("workplace")
def test_blocks_print_what_the_page_says(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    wrong = [f"line {line}\nexpected:\n{want}\nprinted:\n{got}" for kind in (commands, sessions) for line, want, got in kind(text)]
    assert not wrong, "\n".join(wrong)


def test_pages_have_blocks_that_run() -> None:
    kinds = [block["kind"] for page in PAGES for block in _BLOCK.finditer(page.read_text(encoding="utf-8"))]
    assert kinds.count("pycon") >= 20
    assert kinds.count("console") >= 5


def test_a_wrong_output_is_found(workplace: Path) -> None:
    assert [got for _, _, got in sessions("```pycon\n>>> 1 + 1\n3\n```\n")] == ["2\n"]
    assert [want for _, want, _ in commands("```console\n$ sinorus --version\nsinorus, version 99\n```\n")] == ["sinorus, version 99\n"]


def refreshed(text: str) -> str:
    """Return the page with what its blocks print now; an example that printed nothing so far takes its output, too."""
    lines = text.splitlines(keepends=True)
    wrong = sorted((each for kind in (commands, sessions) for each in kind(text)), reverse=True)
    for line, want, got in wrong:
        lines[line : line + want.count("\n")] = got.splitlines(keepends=True)
    return "".join(lines)


if __name__ == "__main__":
    for page in PAGES:
        old = page.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as name, chdir(name):
            furnish(Path(name))
            new = refreshed(old)
        if new != old:
            page.write_text(new, encoding="utf-8")
            print(page.relative_to(ROOT))
