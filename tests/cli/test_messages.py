"""The message catalogues: whole, in step with the sources, and used."""

import ast
import inspect
import string
from collections.abc import Iterator
from importlib import import_module, resources
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from click.testing import CliRunner

from sinorus.cli import main
from sinorus.cli.messages import LANGUAGES, catalog, wanted

SOURCES = Path(main.callback.__code__.co_filename).parents[1] if main.callback else Path()
REACHED = ("cli", "errors.py", "evaluation", "export/atomic.py", "pipeline.py", "text", "world/register.py")
"""Where what a user of the command may read is written; other errors are a programmer's."""
OTHERS = [language for language in LANGUAGES if language != "en"]
CLICK = ("Usage:", "Options", "Commands", "Show this message and exit.", "Show the version and exit.", "[OPTIONS]", "COMMAND", "[ARGS]...")


def _paths() -> Iterator[Path]:
    for name in REACHED:
        place = SOURCES / name
        yield from [place] if place.suffix else sorted(place.rglob("*.py"))


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value else None


def _in_sources() -> Iterator[str]:
    """Templates of Message, both forms of counts, and what and remedy where they are plain text."""
    for path in _paths():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
            spoken = {"Message", "count", "text"} if "cli" in path.parts else {"Message"}
            first = 1 if name in spoken else 0
            for argument in [*node.args[:first], *(keyword.value for keyword in node.keywords if keyword.arg in ("what", "remedy"))]:
                if (text := _literal(argument)) is not None:
                    yield text


def _in_help() -> Iterator[str]:
    with click.Context(main) as context:
        commands = [main, *(main.get_command(context, name) for name in main.list_commands(context))]
    for command in commands:
        assert command is not None
        yield inspect.cleandoc(command.help or "")
        yield from filter(None, [command.short_help])
        yield from (option.help for option in command.params if isinstance(option, click.Option) and option.help)


def _in_tables() -> Iterator[str]:
    world = import_module("sinorus.cli.world")
    for register in world._registers().values():
        yield from world._row(next(iter(register.entries())))
    yield from ("country", "place", "commodity", "corridor", "organisation", "gold", "predictions")


def _messages() -> set[str]:
    """All that the command may say; the codes of the languages head columns and say themselves."""
    return {*_in_sources(), *_in_help(), *_in_tables(), *CLICK} - {*LANGUAGES}


def _catalog(language: str) -> Catalog:
    with resources.files("sinorus.cli").joinpath("locale", f"{language}.po").open("rb") as handle:
        return read_po(handle, locale=language)


def _forms(texts: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_in_the_catalogue_and_nothing_else(language: str) -> None:
    known = {english for message in _catalog(language) if (english := _forms(message.id)[0])}
    assert sorted(_messages() - known) == []
    assert sorted(known - _messages()) == []


@pytest.mark.parametrize("language", OTHERS)
def test_translations_are_whole(language: str) -> None:
    for message in _catalog(language):
        (english, *_), texts = _forms(message.id), _forms(message.string)
        assert not message.fuzzy
        for text in texts if english else ():
            assert text, english
            assert '{"' in english or _names(text) == _names(english), english


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh-CN"}, "zh"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "ru"}, "ru"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_environment(environment: dict[str, str], language: str) -> None:
    assert wanted(environment) == language


@pytest.mark.parametrize(("count", "said"), [(1, "1 запись"), (2, "2 записи"), (5, "5 записей"), (21, "21 запись"), (111, "111 записей")])
def test_russian_counts(count: int, said: str) -> None:
    assert catalog("ru").count("{count} record", "{count} records", count) == said


def test_help_speaks_the_language_of_the_environment_and_of_the_option() -> None:
    runner = CliRunner()
    assert runner.invoke(main, ["extract", "--help"], env={"LC_ALL": "ru_RU.UTF-8"}).stdout.startswith("Использование: main extract")
    shown = runner.invoke(main, ["extract", "--lang", "zh", "--help"], env={"LC_ALL": "ru_RU.UTF-8"}).stdout
    assert shown.startswith("用法：")
    assert "选项" in shown


def test_errors_and_records_speak_the_language() -> None:
    runner = CliRunner()
    result = runner.invoke(main, ["--lang", "ru", "extract", "good.txt", "missing.txt"])
    assert result.exit_code == 1
    assert "missing.txt: такого файла нет; проверьте путь" in result.stderr
    assert "Поставки угля" in result.stdout or "угля" in result.stdout
    assert "1 документ, " in result.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["extrct"], "нет команды 'extrct'"),
        (["extract"], "не хватает"),
        (["extract", "--frm", "x"], "нет параметра '--frm'"),
        (["extract", "good.txt", "--format", "xml"], "table, jsonl, json, csv"),
        (["extract", "good.txt", "--date", "soon"], "'soon' — не дата"),
    ],
)
def test_wrong_usage_is_told_in_the_language(args: list[str], said: str) -> None:
    result = CliRunner().invoke(main, ["--lang", "ru", *args])
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Ошибка" in result.stderr
