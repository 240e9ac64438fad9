"""The press kit of a release under embargo: sealed like its page, for those who have a key."""

import io
import zipfile
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default

import pikepdf

from tests.private.keys import USUAL, secret
from tests.private.reader import Door, unseal
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
organisation: {name: Association, boilerplate: Nous., contacts: {presse: {name: Ana}}}
press: {contact: presse, licence: CC0}
-- content/news/fusion.md --
---
title: La fusion
date: 2026-11-20
embargo: 2027-01-01 06:00
preview: press
press: true
image: {src: /images/carte.svg, alt: La carte, credit: Ana}
---
Le texte que personne ne connaît.
-- content/images/carte.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><path d="M0 0h9v9z"/></svg>
"""


def test_a_journalist_with_a_key_takes_the_kit_with_them(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.keys = USUAL
    assert site.build().diagnostics == []
    (page,) = (site.output / "prive").glob("*/index.html")
    key = Door(page).key(secret(11))
    assert key is not None
    content = Door(page).content(key)
    address = "/news/fusion/fusion"

    def opened(ending: str) -> bytes:
        url = content["files"][f"{address}{ending}"][0]
        path = site.output / url.lstrip("/")
        assert key is not None
        return unseal(key, path.read_bytes(), path.stem)

    pdf = pikepdf.open(io.BytesIO(opened(".pdf")))
    message = message_from_bytes(opened(".eml"), policy=default)
    text = opened(".txt").decode("utf-8-sig")
    archive = zipfile.ZipFile(io.BytesIO(opened(".zip")))

    assert str(pdf.docinfo["/embargo"]) == message["X-Embargo"] == "2027-01-01T06:00:00+01:00"
    assert "Sous embargo jusqu’au vendredi 1er" in text
    assert "Le texte que personne ne connaît." in text
    assert b"<path" in archive.read("fusion/photos/carte.svg")
    assert "(PDF, français)" in content["html"]
    assert not (site.root / ".sitegen/press").exists()
    assert not any("fusion" in path for path in site.tree())


def test_after_the_embargo_the_kit_stands_at_its_address(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.keys = USUAL
    site.build()
    site.build(now="2027-01-01T06:00+01:00")

    text = (site.output / "news/fusion/fusion.txt").read_text("utf-8-sig")
    assert "Sous embargo" not in text
    assert "fusion.pdf" in site.page("news/fusion/index.html")
    assert not list((site.output / "prive").glob("*.bin"))
