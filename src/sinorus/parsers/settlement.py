"""x."""
from sinorus.parsers.parsed import Parsed
def settlements(s,c): return Parsed()
