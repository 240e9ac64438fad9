"""What readers read under a key is one line everywhere, whatever lines it was written on."""

import json
import re
from collections.abc import Callable

from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: |
  Le hub
  des communes
url: https://hub.example.org/
-- content/_data/venues.yaml --
halle:
  name: |
    La halle
    aux grains
  address: |
    Bâtiment B
    3, rue des Lices
-- content/_data/authors.yaml --
ada:
  name: "Ada\\n  Verne"
-- content/a.md --
---
title: |
  Le café

  des   élus
date: 2026-01-01
author: ada
summary: |
  Une ligne.
  Une autre.
tags:
  - |
    eau
    vive
image:
  src: https://img.example.org/a.jpg
  alt: "Une salle\\n  pleine"
event:
  id: cafe
  start: 2027-01-07 18:00
  location: halle
  name: |
    Le café
    du jeudi
---
Texte.
"""


def test_a_title_on_two_lines_is_one_everywhere(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)

    site.build()

    page = site.page("a/index.html")
    assert "<title>Le café des élus – Le hub des communes</title>" in page
    assert re.search(r"<h1[^>]*>Le café des élus</h1>", page)
    assert '"headline":"Le café des élus"' in page
    assert 'content="Une ligne. Une autre."' in page
    calendar = re.sub("\r?\n ", "", site.page("agenda.ics"))
    assert "SUMMARY:Le café du jeudi\n" in calendar.replace("\r", "")
    assert "LOCATION:La halle aux grains\\, Bâtiment B\\, 3\\, rue des Lices\n" in calendar.replace(
        "\r", ""
    )
    assert "NAME:Le hub des communes\n" in calendar.replace("\r", "")
    (item,) = json.loads(site.page("feed.json"))["items"]
    assert item["title"] == "Le café des élus"
    assert item["tags"] == ["eau vive"]
    assert item["authors"][0]["name"] == "Ada Verne"
