"""Documents and deals: which noun tells of which, what was done with it, between whom, about what, when."""
