"""What people write in each language, as data: words, numbers, months, roles, endings."""

LANGUAGES = ("en", "ru", "zh")
"""The languages that extraction reads. A new one is a folder here, a folder of cases, and its code in this line."""
