"""x."""
from sinorus.parsers.parsed import Parsed
def commodities(s,c): return Parsed()
