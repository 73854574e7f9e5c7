"""Imports run one way: what stands further left in `ORDER` never imports what stands further right, inside functions neither."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "sinorus"
ORDER = (
    *("errors", "span", "values", "world", "records", "text", "languages", "scan", "parsers", "resolve"),
    # an extraction offers its records in every form, so the forms stand left of it and know nothing of extraction
    *("export", "extraction", "pipeline"),
    *("explanation", "evaluation", "cli", "__main__"),
)
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The parts of the package that a module imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names = [node.module or ""]
            if node.module == "sinorus":
                names = [f"sinorus.{alias.name}" for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("sinorus.")}
    return found - {"__version__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_stands_left_of_it(path: Path) -> None:
    part = part_of(path)
    assert part in ORDER, f"{part} has no place in the order"
    right = {name for name in imported(path) if name not in ORDER[: ORDER.index(part) + 1]}
    assert right == set()


def test_click_and_rich_are_imported_by_the_command_line_alone() -> None:
    for path in MODULES:
        if part_of(path) != "cli":
            text = path.read_text(encoding="utf-8")
            assert "import click" not in text, path
            assert "from rich" not in text, path


def test_no_module_bears_a_public_name() -> None:
    """Importing sinorus.explain would put a module in the place of the function."""
    import sinorus

    modules = {path.stem if path.name != "__init__.py" else path.parent.name for path in PACKAGE.glob("*")} | {
        path.name for path in PACKAGE.iterdir() if path.is_dir()
    }
    assert modules.isdisjoint(set(sinorus.__all__))
