"""A site as small as one can be that has every kind of page: for tests that build it many times."""

from tests.support import SiteFolder

_ONE_LINE = ("home", "section", "tag", "author", "tags", "authors", "archives", "archive", "agenda")
_MORE = ("agenda_past", "agenda_year", "agenda_month", "404", "redirect", "page")

SMALL = (
    """
-- site.yaml --
title: Hub
url: https://hub.example.org/
theme: mini
-- content/photo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- content/news/2026-01-10-alpha.md --
---
title: Alpha
tags: [eau]
aliases: [/ancien/]
---
Le texte d’alpha, et ![une image](../photo.svg).
-- content/news/2026-01-11-beta.md --
---
title: Bêta
---
Le texte de bêta.
-- content/_data/figures.csv --
nom;part
Tours;12
-- themes/mini/static/style.css --
body {}
-- themes/mini/templates/article.html --
<h1>{{ entry.title }}</h1>{{ body }}{{ site.data("figures") }}
"""
    + "".join(
        f"-- themes/mini/templates/{name}.html --\n{{{{ site.title }}}}"
        "{% for one in site.articles(5) %}{{ one.title }}{% endfor %}\n"
        for name in _ONE_LINE
    )
    + "".join(f"-- themes/mini/templates/{name}.html --\n{{{{ site.title }}}}\n" for name in _MORE)
)

ALPHA = "content/news/2026-01-10-alpha.md"
BETA = "content/news/2026-01-11-beta.md"
_BETA_TEXT = "---\ntitle: Bêta\n---\nLe texte de bêta.\n"


def edit(site: SiteFolder) -> None:
    """A title, an image, an article less, and one more in a new folder: written, made, swept."""
    site.replace(ALPHA, "title: Alpha", "title: Omega")
    site.replace("content/photo.svg", 'width="20"', 'width="30"')
    site.remove(BETA)
    site.write("content/reports/2026-01-12-new.md", "---\ntitle: Neuf\n---\nTexte.\n")


def take_back(site: SiteFolder) -> None:
    site.replace(ALPHA, "title: Omega", "title: Alpha")
    site.replace("content/photo.svg", 'width="30"', 'width="20"')
    site.write(BETA, _BETA_TEXT)
    site.remove("content/reports/2026-01-12-new.md")
    (site.root / "content/reports").rmdir()
