"""Promises: who promises, what is to be done, in which field."""
