"""Currencies of payment: which clause tells of which, with what share, in what scope, when."""
