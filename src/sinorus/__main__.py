"""``python -m sinorus`` is ``sinorus``."""

from sinorus.cli import main

if __name__ == "__main__":
    main(prog_name="sinorus")
