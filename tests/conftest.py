"""What holds for all tests: the same cases in every run, no deadline a busy machine could miss, and processes that find the package."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import sinorus

settings.register_profile("same-every-time", deadline=None, derandomize=True)
settings.load_profile("same-every-time")


@pytest.fixture(scope="session", autouse=True)
def importable() -> Iterator[None]:
    """Let a process that a test starts import the package that the test imports, from whatever folder it runs in."""
    found = str(Path(sinorus.__file__).resolve().parents[1])
    paths = [found, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYTHONPATH", os.pathsep.join(paths))
        yield
