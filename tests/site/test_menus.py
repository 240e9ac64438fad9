"""Lines of menus that lead to nothing are told by every build."""

from collections.abc import Callable

import pytest

from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
sections: {news: {title: Nouvelles}}
menus:
  main:
    - LINE
-- content/news/a.md --
---
title: A
date: 2026-01-05
---
Texte.
-- content/coming/b.md --
---
title: B
date: 2027-01-05
---
Texte.
-- content/club/people.md --
---
title: L’équipe
---
Texte.
-- content/wrong/c.md --
---
titel: C
---
-- content/news/_index.md --
---
title: Nouvelles
---
"""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("news", ""),
        ("coming", ""),
        ("coming/b.md", ""),
        ("club/people.md", ""),
        ("wrong/c.md", ""),
        ("{title: A, url: /news/}", ""),
        ("{title: A, url: news/}", "menu-address"),
        ("newz", "menu-unknown-near news"),
        ("news/", "menu-unknown-near news"),
        ("news/_index.md", "menu-unknown-near news"),
        ("club", "menu-unknown"),
        ("{title: Rien}", "menu-unknown"),
    ],
)
def test_a_line_that_leads_to_nothing_is_told_by_a_build(
    line: str, told: str, make_site: Callable[[str], SiteFolder]
) -> None:
    site = make_site(SITE.replace("LINE", line))

    report = site.build()

    mistakes = [diagnostic for diagnostic in report.diagnostics if diagnostic.path == "site.yaml"]
    words = [
        f"{diagnostic.code} {diagnostic.values.get('suggestion', '')}".strip()
        for diagnostic in mistakes
    ]
    assert words == ([told] if told else [])
    assert {diagnostic.line for diagnostic in mistakes} <= {6}


def test_it_is_told_again_by_a_build_that_has_nothing_to_do(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE.replace("LINE", "newz").replace("titel", "title"))

    site.build()
    report = site.build()

    assert [diagnostic.code for diagnostic in report.diagnostics] == ["menu-unknown-near"]
    assert report.rendered == {}
