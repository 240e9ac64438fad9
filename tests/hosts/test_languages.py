"""What is not found, in the language of its address: by Apache, and as Netlify is told."""

import http.client
from pathlib import Path

import pytest

from tests.hosts.servers import serving
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/
publishing: {host: apache}
languages: {en: {title: The hub}}
-- content/a.md --
---
title: Un
---
Un texte.
-- content/a.en.md --
---
title: One
---
A text.
"""


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    site = SiteFolder(tmp_path / "site")
    site.lay_out(SITE)
    assert site.build().diagnostics == []
    return site


@pytest.mark.slow
def test_apache_answers_below_a_language_in_its_words(site: SiteFolder, tmp_path: Path) -> None:
    site.write("told/apache", site.page(".htaccess"))
    with serving("apache2", tmp_path / "server", site.output) as port:

        def ask(address: str) -> tuple[int, str]:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
            connection.request("GET", address)
            answer = connection.getresponse()
            text = answer.read().decode()
            connection.close()
            return answer.status, text

        for address, words in (("/nichts/", "Page introuvable"), ("/en/none/", "Page not found")):
            status, text = ask(address)
            assert status == 404
            assert words in text


def test_netlify_is_told_behind_all_redirects(site: SiteFolder) -> None:
    site.replace("site.yaml", "host: apache", "host: netlify")
    assert site.build().diagnostics == []

    assert site.page("_redirects").splitlines()[-1] == "/en/* /en/404.html 404"
    assert not site.has("en/.htaccess")
