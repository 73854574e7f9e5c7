"""The data of Russian."""
