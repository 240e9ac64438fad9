"""What templates cannot reach, what is told of wrong ones, and texts that would be markup."""

import json
import re
from xml.etree import ElementTree

import pytest

from tests.support import SiteFolder

pytestmark = pytest.mark.slow

ARTICLE = "themes/association/templates/article.html"


def told(site: SiteFolder, template: str | bytes) -> tuple[str, str, int]:
    """Build with *template* for articles; return code, path and line of the one thing told."""
    site.write(ARTICLE, template)
    (diagnostic,) = site.build().diagnostics
    return diagnostic.code, diagnostic.path, diagnostic.line


@pytest.mark.parametrize(
    "name",
    ["../../site.yaml", "../../../site.yaml", "/etc/passwd", "..\\\\..\\\\site.yaml", "site.yaml",
     "parent:../../site.yaml", "file:///etc/passwd", "templates/base.html", "./base.html", "",
     "../templates/base.html", "themes/association/templates/base.html"],
)  # fmt: skip
@pytest.mark.parametrize("tag", ["include", "extends", "import"])
def test_a_template_finds_nothing_but_templates(site: SiteFolder, tag: str, name: str) -> None:
    what = f'{{% {tag} "{name}"{" as x" if tag == "import" else ""} %}}'

    assert told(site, f"\n{what}\n") == ("template-missing", ARTICLE, 2)


def test_a_name_that_is_computed_leads_nowhere_else_either(site: SiteFolder) -> None:
    template = '{% set up = "../" %}\n{% include up ~ up ~ "site.yaml" %}'

    assert told(site, template) == ("template-missing", ARTICLE, 2)


@pytest.mark.parametrize(
    "template",
    [
        '\n{% include "article.html" %}',
        '\n{% extends "article.html" %}',
        '\n{% include "loop.html" %}',
        "\n{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
    ],
)
def test_a_template_that_leads_back_to_itself_ends_with_its_line(
    site: SiteFolder, template: str
) -> None:
    site.write("themes/association/templates/loop.html", '{% include "article.html" %}')

    code, path, line = told(site, template)

    assert code == "template-failed"
    assert (path, line) in ((ARTICLE, 2), ("themes/association/templates/loop.html", 1))


@pytest.mark.parametrize(
    ("template", "excerpt", "word"),
    [
        ("un\n  {{ absent }}", "{{ absent }}", "absent"),
        ("un\n{{ entry.absent }}", "{{ entry.absent }}", "absent"),
        ("un\n{{ entry.title.x.y }}", "{{ entry.title.x.y }}", "x"),
        ("un\n{{ entry.title() }}", "{{ entry.title() }}", "callable"),
        ("un\n{% for a in 1 %}{% endfor %}", "{% for a in 1 %}{% endfor %}", "iterable"),
    ],
)
def test_an_error_shows_the_line_and_the_page(
    site: SiteFolder, template: str, excerpt: str, word: str
) -> None:
    site.write(ARTICLE, template)

    (diagnostic,) = site.build().diagnostics

    assert (diagnostic.code, diagnostic.path, diagnostic.line) == ("template-failed", ARTICLE, 2)
    assert diagnostic.values["excerpt"] == excerpt
    assert diagnostic.values["page"] == "news/a/index.html"
    assert word in str(diagnostic.values["reason"])


def test_a_template_in_another_encoding_is_told_with_its_line(site: SiteFolder) -> None:
    site.write(ARTICLE, "un\nété".encode("latin-1"))

    told = [
        (diagnostic.code, diagnostic.path, diagnostic.line, diagnostic.column)
        for diagnostic in site.build().diagnostics
    ]

    assert told == [("not-utf-8", ARTICLE, 2, 1)]


MARKUP = "</script></title><script>alert(1)</script>\" onload='alert(1)' &lt;b&gt; ]]>"
HOSTILE = """
-- site.yaml --
title: 'Hub MARKUP'
url: https://hub.example.org/
description: 'MARKUP'
organisation: {name: 'MARKUP', address: 'MARKUP', contacts: {a: {name: 'MARKUP', role: 'MARKUP'}}}
search: false
-- content/photo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- content/_data/authors.yaml --
zoe: {name: 'MARKUP', role: 'MARKUP', bio: 'MARKUP'}
-- content/news/_index.md --
---
title: 'News MARKUP'
summary: 'MARKUP'
---
-- content/news/2026-01-10-a.md --
---
title: 'A MARKUP'
summary: 'MARKUP'
tags: ['MARKUP']
author: [zoe, 'B MARKUP']
kind: 'MARKUP'
place: 'MARKUP'
image: {src: photo.svg, alt: 'MARKUP', caption: 'MARKUP', credit: 'MARKUP'}
source: {name: 'MARKUP'}
contact: {name: 'MARKUP', role: 'MARKUP', phone: 'MARKUP', email: 'MARKUP'}
signatories: ['MARKUP']
event:
  name: "MARKED\\nBEGIN:VALARM\\nATTACH:https://evil.example/"
  start: 2026-12-01 09:00
  type: 'MARKUP'
  location: {name: 'MARKUP', address: 'MARKUP', city: 'MARKUP'}
  organizer: 'MARKUP'
  registration: [{email: 'MARKUP', phone: 'MARKUP'}]
---
Texte.
"""


def test_no_text_becomes_markup_code_or_another_line(site: SiteFolder) -> None:
    """In pages, JSON-LD, feeds, calendars and the sitemap."""
    quoted = MARKUP.replace("'", "''")
    in_double = MARKUP.replace('"', '\\"')
    site.write("content/photo.svg", "<svg/>")
    site.remove("content/news/a.md")
    site.lay_out(HOSTILE.replace("MARKUP", quoted).replace("MARKED", in_double))

    report = site.build()

    assert report.errors == []
    for path, raw in site.tree().items():
        if path.endswith(".woff2"):
            continue
        text = raw.decode()
        if path.endswith(".html"):
            assert "<script>alert" not in text, path
            assert not re.search(r"<[^>]*\sonload=", re.sub(r'"[^"]*"', '""', text)), path
            blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
            for block in blocks:
                json.loads(block)
                assert "<" not in block
        elif path.endswith(".xml"):
            tree = ElementTree.fromstring(raw)
            assert not [element for element in tree.iter() if element.tag.endswith("script")], path
        elif path.endswith(".json"):
            json.loads(text)
        elif path.endswith(".ics"):
            assert not re.search(r"^(BEGIN:VALARM|ATTACH)", text, re.MULTILINE), path
    assert "alert(1)" in site.page("news/a/index.html")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("figures.csv", "nom;part\n<b onclick=x>Tours</b>;<script>y</script> **gras** &\n"),
        (
            "figures.yaml",
            '- {nom: "<b onclick=x>Tours</b>", part: "<script>y</script> **gras** &"}\n',
        ),
    ],
)
def test_what_stands_in_a_table_of_data_is_text(site: SiteFolder, name: str, text: str) -> None:
    """Markup in a cell is shown as it is typed, in every format: it is nobody's HTML."""
    site.write(f"content/_data/{name}", text)
    site.write(
        ARTICLE,
        '{% for row in site.data("figures") %}<p>{{ row.nom }}|{{ row.part }}</p>{% endfor %}',
    )

    assert site.build().diagnostics == []
    assert site.page("news/a/index.html") == (
        "<p>&lt;b onclick=x&gt;Tours&lt;/b&gt;|&lt;script&gt;y&lt;/script&gt; **gras** &amp;</p>"
    )
