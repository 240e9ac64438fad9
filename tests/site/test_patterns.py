"""Patterns of addresses: by section, by the place of the file, for pages too."""

from collections.abc import Callable

import pytest

from sitegen.errors import UsageError
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/sous/
urls:
  article: "/{section}/{slug}.html"
  page: "/pages/{path}.html"
  sections: {blog: "/{section}/{path}/", ca: "/{year}/{slug}/"}
-- content/index.md --
---
title: Accueil
---
-- content/association/statuts.md --
---
title: Statuts
slug: nos-statuts
---
Voir [Été](../blog/2018/Été à Tours/b.md) et [le plan](../news/c/plan.txt).
-- content/blog/2018/Été à Tours/b.md --
---
title: B
date: 2018-07-02
---
-- content/blog/a/index.md --
---
title: A
date: 2018-07-03
---
-- content/blog/a/plan.txt --
-- content/blog/club/_index.md --
---
title: Le club
---
-- content/blog/club/2019/d.md --
---
title: D
date: 2019-07-03
---
-- content/ca/2020/e.md --
---
title: E
date: 2021-07-03
---
-- content/ca/f.md --
---
title: F
date: 2021-07-03
section: blog
---
-- content/news/c/index.md --
---
title: C
date: 2018-07-03
---
-- content/news/c/plan.txt --
Un plan.
"""


@pytest.fixture
def site(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SITE)


def test_each_section_has_its_pattern_and_a_path_keeps_the_folders(site: SiteFolder) -> None:
    assert site.build().diagnostics == []

    assert {path for path in site.tree() if path.endswith((".txt", ".html"))} >= {
        "index.html",
        "pages/association/nos-statuts.html",
        "blog/2018/ete-a-tours/b/index.html",
        "blog/a/index.html",
        "blog/a/plan.txt",
        "blog/club/2019/d/index.html",
        "2021/e/index.html",
        "blog/f/index.html",
        "news/c.html",
        "news/c/plan.txt",
    }
    page = site.page("pages/association/nos-statuts.html")
    assert 'href="/sous/blog/2018/ete-a-tours/b/"' in page
    assert 'href="/sous/news/c/plan.txt"' in page


@pytest.mark.parametrize(
    ("key", "pattern", "code"),
    [
        ("sections: {blog: %s}", "/{section}/", "missing-placeholder"),
        ("sections: {blog: %s}", "/{folder}/{slug}/", "bad-placeholder"),
        ("sections: {blog: %s}", "../{slug}/", "bad-url-pattern"),
        ("sections: {blog: %s}", "/{path}", "pattern-open"),
        ("page: %s", "/{section}/{path}/", "bad-placeholder"),
        ("page: %s", "/{path}.php", "pattern-open"),
    ],
)
def test_a_pattern_that_cannot_be_is_told_where_it_stands(
    site: SiteFolder, key: str, pattern: str, code: str
) -> None:
    site.write("site.yaml", f"title: H\nurl: https://a.example/\nurls:\n  {key % repr(pattern)}\n")

    with pytest.raises(UsageError) as error:
        site.build()

    (diagnostic,) = error.value.diagnostics
    assert (diagnostic.code, diagnostic.path, diagnostic.line) == (code, "site.yaml", 4)
    assert diagnostic.column > 5


def test_a_pattern_of_a_section_that_is_misspelt_is_told(site: SiteFolder) -> None:
    site.replace("site.yaml", '{blog: "/', '{bloog: "/')

    assert [(diagnostic.code, diagnostic.line) for diagnostic in site.build().diagnostics] == [
        ("section-near", 6)
    ]


def test_the_slug_of_a_section_is_obeyed_or_refused(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    site.replace("site.yaml", "urls:", "sections: {ca: {slug: Conseil_2027}}\nurls:")
    site.replace("site.yaml", '"/{year}/{slug}/"', '"/{section}/{slug}/"')
    site.build()
    assert site.has("Conseil_2027/e/index.html")

    site.replace("site.yaml", "Conseil_2027", "Conseil d’ici")

    with pytest.raises(UsageError) as raised:
        site.build()
    (told,) = raised.value.diagnostics
    assert (told.code, told.path, told.line) == ("slug-refused", "site.yaml", 3)
    assert told.values["suggestion"] == "conseil-d-ici"
