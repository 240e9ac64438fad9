"""What a site's own theme changes and nobody asks for."""

from collections.abc import Callable

import pytest

from sitegen.checking.overrides import check_overrides
from sitegen.errors import Diagnostic
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

SITE = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/
theme: mairie
-- content/news/a.md --
---
title: Premier article
date: 2026-01-10
---
Un premier texte.
-- themes/mairie/theme.yaml --
name: mairie
extends: association
-- themes/mairie/templates/article.html --
{% extends "parent:article.html" %}
{% import "macros/ours.html" as ours %}
{% block content %}{{ super() }}{% block ours %}{{ ours.seal() }}{% endblock %}{% endblock %}
-- themes/mairie/templates/macros/ours.html --
{% macro seal() %}{% include "parts/seal.html" %}{% endmacro %}
-- themes/mairie/templates/parts/seal.html --
<p>{{ _("Latest articles") }} {{ _("Sealed by the town") }}</p>
-- themes/mairie/templates/parts/footer.html --
<footer></footer>
-- themes/mairie/templates/shortcodes/quote.html --
<q></q>
-- themes/mairie/templates/layouts/large/page.html --
{% extends "page.html" %}
-- themes/mairie/templates/NOTES.md --
For those who come after.
-- themes/mairie/locales/fr.po --
msgid "Latest articles"
msgstr "À la une"

msgid "Sealed by the town"
msgstr "Au sceau de la ville"

msgid "%(num)s article"
msgid_plural "%(num)s articles"
msgstr[0] "%(num)s texte"
msgstr[1] "%(num)s textes"
"""
OWN = "themes/mairie/templates/"


@pytest.fixture
def site(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SITE)


def told_of(site: SiteFolder) -> list[Diagnostic]:
    return site.inspect(lambda inspection: check_overrides(inspection))


def test_a_theme_whose_files_all_have_their_place_is_in_order(site: SiteFolder) -> None:
    assert told_of(site) == []


def test_a_site_without_a_theme_of_its_own_is_not_held_to_what_sitegen_brings(
    site: SiteFolder,
) -> None:
    site.replace("site.yaml", "theme: mairie", "theme: association")
    site.write("themes/mairie/templates/parts/absent.html", "x")

    assert told_of(site) == []


@pytest.mark.parametrize(
    ("template", "text", "name", "line"),
    [
        ("article.html", '{% extends "parent:article.html" %}\n{% block contents %}{% endblock %}',
         "contents", 2),
        ("article.html", '{% extends "parent:article.html" %}{% block x %}'
         "{% block y %}{% endblock %}{% endblock %}", "x", 1),
        ("article.html", '{% extends "parent:article.html" %}\n\n{% if page %}{% block Content %}'
         "{% endblock %}{% endif %}", "Content", 3),
        ("home.html", '{% extends "base.html" %}{% block articles %}{% endblock %}', "articles", 1),
    ],
)  # fmt: skip
def test_a_block_that_no_parent_has_is_told(
    site: SiteFolder, template: str, text: str, name: str, line: int
) -> None:
    site.write(OWN + template, text + '\n{% import "macros/ours.html" as ours %}')

    (diagnostic,) = told_of(site)

    assert (diagnostic.code, diagnostic.path, diagnostic.line) == (
        "block-unknown",
        OWN + template,
        line,
    )
    assert diagnostic.values["name"] == name
    assert "content" in diagnostic.values["known"].split(", ")


@pytest.mark.parametrize(
    "text",
    [
        # A block of a template further up, one that is called, parents that are computed.
        '{% extends "parent:article.html" %}{% block head %}{{ super() }}{% endblock %}',
        '{% extends "parent:article.html" %}{% block head %}{{ self.mine() }}{% endblock %}'
        "{% block mine %}x{% endblock %}",
        '{% extends "base" ~ ".html" %}{% block mine %}x{% endblock %}',
        "{% block mine %}a whole page{% endblock %}",
    ],
)
def test_a_block_that_has_its_place_is_none_of_it(site: SiteFolder, text: str) -> None:
    site.write(f"{OWN}article.html", text + '{% import "macros/ours.html" as ours %}')

    assert told_of(site) == []


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("parts/notice.html", ""),
        ("parts/breadcrumbs.html", "parts/breadcrumb.html"),
        ("contact.html", "parts/contact.html"),
        ("articel.html", "article.html"),
        ("shortcodes/galery.html", "shortcodes/gallery.html"),
        ("layouts/large/sections.html", ""),
        ("macros/signs.html", ""),
    ],
)
def test_a_template_that_nobody_names_is_told(site: SiteFolder, name: str, suggestion: str) -> None:
    if name == "articel.html":
        site.remove(f"{OWN}article.html")
        site.remove(f"{OWN}macros/ours.html")
        site.remove(f"{OWN}parts/seal.html")
        site.remove("themes/mairie/locales/fr.po")
    site.write(OWN + name, "x")

    (diagnostic,) = told_of(site)

    assert (diagnostic.code, diagnostic.path) == (
        "template-unused-near" if suggestion else "template-unused", OWN + name
    )  # fmt: skip
    assert diagnostic.values == {"template": name, "suggestion": suggestion}


@pytest.mark.parametrize(
    "edit",
    [
        lambda site: site.write("content/b.md", "---\ntitle: B\ntemplate: notice.html\n---\n"),
        lambda site: site.write(f"{OWN}parts/footer.html", '{% include "notice.html" %}'),
        lambda site: site.write(
            f"{OWN}parts/footer.html", '{% include ["absent.html", "notice.html"] %}'
        ),
        lambda site: site.write(f"{OWN}parts/footer.html", '{{ site.part("notice.html") }}'),
        lambda site: site.write(f"{OWN}parts/footer.html", "{{ site.part(page.kind) }}"),
        lambda site: site.write(f"{OWN}parts/footer.html", '{% include page.kind ~ ".html" %}'),
    ],
)
def test_a_template_that_a_page_or_a_template_names_is_used(
    site: SiteFolder, edit: Callable[[SiteFolder], None]
) -> None:
    site.write(f"{OWN}notice.html", "x")
    edit(site)

    assert told_of(site) == []


@pytest.mark.parametrize(
    ("words", "suggestion"),
    [
        ('msgid "Latest article"', "Latest articles"),
        ('msgid "latest articles"', "Latest articles"),
        ('msgid "À la une"', ""),
        ('msgid "%(num)s article"', ""),
    ],
)
def test_a_translation_of_words_that_no_template_shows_is_told(
    site: SiteFolder, words: str, suggestion: str
) -> None:
    site.write("themes/mairie/locales/fr.po", f'\n{words}\nmsgstr "x"\n')

    (diagnostic,) = told_of(site)

    assert (diagnostic.path, diagnostic.line) == ("themes/mairie/locales/fr.po", 2)
    assert diagnostic.code == ("words-unused-near" if suggestion else "words-unused")
    assert diagnostic.values["suggestion"] == suggestion


def test_where_a_template_computes_its_words_any_may_be_shown(site: SiteFolder) -> None:
    site.write("themes/mairie/locales/fr.po", 'msgid "Anything"\nmsgstr "x"\n')
    site.append(f"{OWN}parts/footer.html", "{{ _(page.kind) }}")

    assert told_of(site) == []
