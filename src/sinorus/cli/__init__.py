"""The command line ``sinorus``."""

from sinorus.cli.app import main

__all__ = ["main"]
