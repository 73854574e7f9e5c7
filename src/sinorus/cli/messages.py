"""What the command says, in English, Russian and Chinese: message catalogues, and which of them a user wants.

A message in English is its own key; ``locale/ru.po`` and ``locale/zh.po`` hold the others. Babel reads them as they are, so that there is
nothing to compile and nothing to forget. Tests hold every message of the command against both.

>>> catalog("ru").count("{count} record", "{count} records", 5)
'5 записей'
"""

import io
import os
from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib import resources

import click
from attrs import frozen

from sinorus.errors import Message, SinorusError

__all__ = ["LANGUAGES", "Catalog", "catalog", "chosen", "said_in", "wanted"]

LANGUAGES = ("en", "ru", "zh")
"""The languages the command speaks; those it reads are the package's own business."""

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_KEY = "sinorus.language"


@frozen
class Catalog:
    """The messages of one language."""

    language: str
    translations: NullTranslations

    def text(self, message: str) -> str:
        """Return a message, or the template of one, in this language; in English where it is not known."""
        if isinstance(message, Message):
            return message.told(self.text)
        return self.translations.gettext(message) if message else message

    def error(self, error: SinorusError) -> str:
        """Return what an error says."""
        return error.told(self.text)

    def count(self, one: str, many: str, count: int) -> str:
        """Return the message that goes with a count, which stands in it as ``{count}``."""
        return self.translations.ngettext(one, many, count).format(count=count)


@cache
def catalog(language: str) -> Catalog:
    """Return the catalogue of a language, read once; English needs none."""
    if language == "en":
        return Catalog(language, NullTranslations())
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    written = resources.files("sinorus.cli").joinpath("locale", f"{language}.po").read_bytes()
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(written), locale=language))
    compiled.seek(0)
    return Catalog(language, GNUTranslations(compiled))


def wanted(environment: Mapping[str, str]) -> str:
    """Return the language that the environment asks for, by the first variable that is set; English where we do not speak it.

    >>> wanted({"LANG": "zh_CN.UTF-8"}), wanted({"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}), wanted({})
    ('zh', 'en', 'en')
    """
    setting = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    code = setting.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return code if code in LANGUAGES else "en"


def chosen(context: click.Context, _: click.Parameter, value: str | None) -> None:
    """Keep the language that an option asks for, for all that the command still says."""
    if value is not None:
        context.find_root().meta[_KEY] = value


def said_in(context: click.Context | None = None) -> Catalog:
    """Return the catalogue of the command at work: that of its option, else that of the environment."""
    context = context or click.get_current_context(silent=True)
    asked = context.find_root().meta.get(_KEY) if context is not None else None
    return catalog(str(asked) if asked else wanted(os.environ))
