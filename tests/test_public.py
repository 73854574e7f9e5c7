"""The public names: complete, lazy, and cheap to import."""

import subprocess
import sys

import pytest

import sinorus

EXTRAS = ("pandas", "trafilatura", "lxml", "numpy")
HEAVY = ("attrs", "babel", "cattrs", "charset_normalizer", "click", "ftfy", "regex", "rich", "sinorus.world", "sinorus.text")


def run(code: str) -> str:
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stdout


def test_every_public_name_is_there_and_stays_itself_when_all_modules_are_imported() -> None:
    code = """
import importlib, pkgutil, sinorus
before = {name: getattr(sinorus, name) for name in sinorus.__all__}
for module in pkgutil.walk_packages(sinorus.__path__, "sinorus."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(len(before), all(getattr(sinorus, name) is value for name, value in before.items()))
"""
    assert run(code).split() == [str(len(sinorus.__all__)), "True"]


def test_names_that_modules_were_imported_for_first_are_functions_still() -> None:
    assert run("import sinorus.explanation, sinorus.evaluation, sinorus.pipeline, sinorus\nprint(callable(sinorus.explain))") == "True\n"


def test_dir_lists_the_public_names_in_order() -> None:
    assert dir(sinorus) == sorted(sinorus.__all__)
    assert 25 <= len(sinorus.__all__) <= 35


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'exract'"):
        getattr(sinorus, "exract")  # noqa: B009  a type checker knows that there is no such name


def test_import_pulls_no_extra_and_nothing_heavy() -> None:
    loaded = run("import sys, sinorus\nprint(*sys.modules)").split()
    assert not {name for name in (*EXTRAS, *HEAVY) if name in loaded}


def test_extraction_pulls_no_extra() -> None:
    loaded = run("import sys, sinorus\nsinorus.extract('Trade grew.').to_csv()\nprint(*sys.modules)").split()
    assert not {name for name in (*EXTRAS, "click", "rich") if name in loaded}


def test_import_takes_less_than_150_milliseconds() -> None:
    code = "import time\nstart = time.perf_counter()\nimport sinorus\nprint(time.perf_counter() - start)"
    # the best of three: a busy machine is not the package's fault
    assert min(float(run(code)) for _ in range(3)) < 0.150


def test_version_is_that_of_the_package() -> None:
    assert sinorus.__version__.count(".") == 2
