"""sinorus reads what was said about Sino-Russian trade and returns typed records that can be cited."""

__version__ = "0.1.0"
