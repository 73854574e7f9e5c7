"""How the documentation is built: ``sphinx-build -n -W -b html docs docs/_build/html`` from the root of the checkout."""

import sinorus

project = "sinorus"
author = "The sinorus authors"
copyright = "The sinorus authors"
version = release = sinorus.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"sinorus {version}"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# Docstrings write names of code in single backticks.
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True, "undoc-members": True, "exclude-members": "check"}
python_use_unqualified_type_names = True

# The build reaches no network, so what stands in the documentation of others is no link here.
nitpick_ignore = [
    ("py:class", "Json"),  # a recursive alias, printed by its name
    ("py:class", "sinorus.scan.mention.M"),  # a type variable
]
nitpick_ignore_regex = [
    ("py:.*", r"(datetime|decimal|collections|typing|enum|os|pathlib|pandas|abc|re|regex|cattrs)\..*"),
    ("py:.*", r"(Decimal|Enum|StrEnum|DataFrame|Sequence|Mapping|Iterable|Iterator|Callable|PathLike|date|Path|DataFrame)"),
]
