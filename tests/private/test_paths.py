"""A path that could mean two files: what one document shows gives away nothing of another."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.private.keys import USUAL, keys, ring, secret
from tests.private.reader import Door, unseal
from tests.support import SiteFolder

HUB = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
private: {rounds: 100000}
-- content/before.md --
---
title: Avant
date: 2026-01-01
draft: true
attachments: [programme.txt]
image: {src: images/p.svg, alt: P}
---
Un secret.
-- content/programme.txt --
confidence
-- content/images/p.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><!--confidence--></svg>
-- content/news/programme.txt --
zoulou
-- content/news/images/p.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><!--zoulou--></svg>
-- content/news/public.md --
---
title: Public
date: 2026-01-01
attachments: [programme.txt]
image: {src: images/p.svg, alt: P}
---
Un texte pour tous.
"""


def holds(site: SiteFolder, words: bytes) -> list[str]:
    return [path for path, content in site.tree().items() if words in content]


@pytest.mark.parametrize(
    "kept", ["draft: true", "embargo: 2026-12-24", "access: members", "access: nobody"]
)
def test_a_public_document_releases_its_own_file_alone(
    make_site: Callable[[str], SiteFolder], kept: str
) -> None:
    site = make_site(HUB.replace("draft: true", kept))
    site.keys = USUAL

    assert not site.build().errors

    assert holds(site, b"confidence") == []
    assert sorted(holds(site, b"zoulou")) == ["news/images/p.svg", "news/programme.txt"]


def test_a_preview_opens_its_own_file_alone(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(HUB.replace("draft: true", "access: members"))
    site.keys = keys(press=ring(10, "afp"), members=ring(50, "boss"))
    site.replace("content/news/public.md", "date: 2026-01-01", "draft: true\npreview: press")
    site.build()

    assert opened_by(site, secret(11), b"zoulou")
    assert not opened_by(site, secret(11), b"confidence")
    assert opened_by(site, secret(51), b"confidence")


def test_a_form_to_register_is_opened_by_who_reads_of_the_event(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(HUB.replace("draft: true", "access: members"))
    site.keys = keys(press=ring(10, "afp"), members=ring(50, "boss"))
    site.replace(
        "content/before.md",
        "attachments: [programme.txt]",
        "event: {start: 2026-12-01, registration: /forms/form.txt}",
    )
    site.write("content/forms/form.txt", "formulaire")

    assert not site.build().errors

    assert holds(site, b"formulaire") == []
    assert opened_by(site, secret(51), b"formulaire")


def opened_by(site: SiteFolder, reader: bytes, words: bytes) -> bool:
    """Whether what *reader* opens holds *words*: pages, and the files beside them."""
    is_read = False
    for page in (site.output / "prive").glob("*/index.html"):
        door = Door(page)
        key = door.key(reader)
        if key is None:
            continue
        for path in page.parent.parent.glob("*.bin"):
            try:
                is_read = is_read or words in unseal(key, path.read_bytes(), path.stem)
            except Exception:  # another audience's
                continue
    return is_read


@pytest.mark.parametrize("link", ["[x](../mem/list.txt)", "![x](../mem/list.svg)"])
def test_a_file_of_a_private_folder_is_not_released_by_a_link(
    make_site: Callable[[str], SiteFolder], link: str
) -> None:
    site = make_site(HUB)
    site.keys = USUAL
    site.write("content/mem/_index.md", "---\ntitle: M\naccess: members\n---\n")
    site.write("content/mem/list.txt", "confidence")
    site.write("content/mem/list.svg", "<svg><!--confidence--></svg>")
    site.write("content/_data/files.yaml", "a: mem/list.txt\n")
    site.append("content/news/public.md", f"{link}\n")

    report = site.build()

    assert holds(site, b"confidence") == []
    assert report.diagnostics


def test_a_private_document_translates_a_public_one(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(HUB)
    site.keys = USUAL
    without = site.build() and site.tree()
    site.write(
        "content/news/study.md",
        "---\ntitle: A study\nlang: en\naccess: members\ntranslates: public.md\n---\nText.\n",
    )

    assert site.build().diagnostics == []

    public = {
        path: content for path, content in site.tree().items() if not path.startswith("prive/")
    }
    assert public == without


def test_no_message_names_what_is_for_few(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(HUB)
    site.keys = USUAL
    site.write("content/news/rapport.md", "---\ntitle: R\naccess: members\n---\nText.\n")
    site.append("content/news/public.md", "[x](raport.md)\n")

    (told,) = site.build().diagnostics

    assert told.code == "broken-link"


BUNDLE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
private: {rounds: 100000}
-- content/news/dossier/index.md --
---
title: Dossier
embargo: 2026-12-24
preview: press
---
Le dossier.
-- content/news/dossier/part.md --
---
title: Une partie
---
Une partie.
"""


@pytest.mark.parametrize(
    ("own", "is_read"),
    [
        ("weight: 2", True),
        ("access: members", False),
        ("access: nobody", False),
        ("draft: true", False),
        ("embargo: 2028-01-01", False),
    ],
)
def test_the_preview_of_a_folder_s_page_opens_what_is_part_of_it_and_no_more(
    make_site: Callable[[str], SiteFolder], own: str, is_read: bool
) -> None:
    site = make_site(BUNDLE)
    site.keys = USUAL
    site.replace("content/news/dossier/part.md", "title:", f"{own}\ntitle:")

    site.build()

    shown: list[Any] = []
    for page in (site.output / "prive").glob("*/index.html"):
        door = Door(page)
        if (key := door.key(secret(11))) is not None:
            shown.append(unseal(key, door.sealed, door.name))
    assert any(b"Le dossier." in content for content in shown)
    assert any(b"Une partie" in content for content in shown) == is_read


@pytest.mark.parametrize(
    "wish",
    ["access: members", "embargo: 2026-12-24\npreview: press", "draft: true\npreview: press"],
)
def test_a_public_document_that_is_withdrawn_beside_a_slip_is_withdrawn(
    make_site: Callable[[str], SiteFolder], wish: str
) -> None:
    site = make_site(HUB)
    site.keys = USUAL
    site.build()
    assert "Un texte pour tous." in site.page("news/public/index.html")

    site.replace("content/news/public.md", "title: Public", f"title: Public\n{wish}")
    site.append("content/news/public.md", "[x](nulle-part.md)\n")
    report = site.build()

    assert report.errors
    assert holds(site, b"pour tous") == []
