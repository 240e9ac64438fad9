"""`sitegen check --plugins` finds what plugins read beside what they are given."""

from collections.abc import Callable

import pytest

from sitegen.checking.plugins import check_plugins
from sitegen.engine.options import BuildOptions
from tests.support import NOW, SiteFolder, _moment

TOOLS = "plugins/tools.py"
SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
plugins: [./plugins/tools.py]
-- content/about.md --
---
title: About
---
Un.

::: clock

::: sorted
-- plugins/tools.py --
'''Planted mistakes, each in a line of its own.'''
import datetime
import os
import random
import socket
import subprocess
import time
from datetime import date

from sitegen.plugins import Plugin

plugin = Plugin()
WORDS = {"un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit"}


@plugin.input()
def world(root):
    return [time.time(), sorted(os.listdir(root))]


@plugin.shortcode
def clock(site):
    return f"{time.time()} {date.today()} {datetime.datetime.now()}"


@plugin.shortcode
def sorted(site):
    return " ".join(WORDS) + str(random.random()) + site.title


@plugin.documents
def read(document):
    with open("site.yaml") as file:
        length = len(file.read())
    os.listdir(".")
    subprocess.run(["true"])
    try:
        socket.create_connection(("127.0.0.1", 9), 0.01)
    except OSError:
        pass
    return document.replace(extra={"length": length})
"""
PURE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
plugins: [./plugins/tools.py]
-- content/_data/figures.csv --
nom;part
Tours;12
-- content/about.md --
---
title: About
---
Un.

::: rows
-- plugins/tools.py --
'''What reads nothing but what it is given.'''
import json
import os
import time

from sitegen.plugins import Plugin

plugin = Plugin()


@plugin.input()
def world(root):
    return len(os.listdir(root))


@plugin.question
def names(facts):
    return tuple(sorted({row["nom"] for row in facts.data("figures")}))


@plugin.shortcode
def rows(site):
    import decimal

    return json.dumps([*site.names, str(decimal.Decimal(1)), time.strftime("%Y", time.gmtime(0))])
"""


def told_of(site: SiteFolder, *codes: str) -> list[tuple[str, int, str]]:
    """Return place and reason of what is told, which is *codes* and nothing else."""
    options = BuildOptions(root=str(site.root), output=str(site.output), now=_moment(NOW))
    told = check_plugins(options)
    assert {diagnostic.code for diagnostic in told} == set(codes)
    return [
        (diagnostic.path, diagnostic.line, str(diagnostic.values["reason"])) for diagnostic in told
    ]


@pytest.mark.slow
def test_what_a_plugin_reads_beside_what_it_is_given_is_told(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)

    told = told_of(site, "plugin-impure")

    lines = SITE.partition(f"-- {TOOLS} --\n")[2].splitlines()
    planted = [
        ("time.time()} {date", "clock"),
        ("open(", "site.yaml"),
        ('os.listdir(".")', "folder"),
        ("subprocess.run", "program"),
        ("create_connection", "network"),
    ]
    for text, word in planted:
        line = next(number for number, line in enumerate(lines, 1) if text in line)
        assert any(impurity[:2] == (TOOLS, line) and word in impurity[2] for impurity in told), (
            text,
            told,
        )
    second = next(number for number, line in enumerate(lines, 1) if line.startswith("def sorted"))
    assert (TOOLS, second - 1, "it gives something else in a second build") in told
    assert not site.output.exists()


@pytest.mark.slow
def test_a_plugin_that_is_pure_is_not_told(make_site: Callable[[str], SiteFolder]) -> None:
    assert told_of(make_site(PURE)) == []
