#!/bin/sh
# Jinja2 3.1.6 (PyPI), read on 2026-11-29.
# Behaviour: {% include "part" without context %} inside a macro (or a call block) makes the macro a generator
# function; calling it prints the generator object, and the part is not shown. Without "without context", in a
# set block, in a filter block and outside of macros the part is shown.
# Output seen: page: <generator object ...>; set: Bonjour; filter: Bonjour; top: Bonjour.
# One would have guessed: the same text everywhere, or an error when the template is compiled.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check jinja2==3.1.6 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import jinja2

INCLUDE = "{% include 'part' without context %}"
PAGES = {
    "macro": "{% macro shown() %}" + INCLUDE + "{% endmacro %}{{ shown() }}",
    "with context": "{% macro shown() %}{% include 'part' %}{% endmacro %}{{ shown() }}",
    "set": "{% set shown %}" + INCLUDE + "{% endset %}{{ shown }}",
    "filter": "{% filter trim %}" + INCLUDE + "{% endfilter %}",
    "top": INCLUDE,
}
environment = jinja2.Environment(loader=jinja2.DictLoader({"part": "Bonjour", **PAGES}))
seen = {name: environment.get_template(name).render() for name in PAGES}
print(seen)
assert seen.pop("macro").startswith("<generator object"), "the behaviour has changed"
assert set(seen.values()) == {"Bonjour"}, "the behaviour has changed"
PYTHON
