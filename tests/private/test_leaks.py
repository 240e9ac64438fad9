"""Nothing of a private page is in any byte that is published, nor of a key in what is kept."""

import hashlib
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.private.keys import PASSWORD, USUAL, secret, word
from tests.support import SiteFolder

PUBLIC = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
search: true
sitemap: {news: true}
private: {rounds: 100000}
publishing: {host: netlify}
organisation: {name: Association, contacts: {presse: {name: Ana}}}
-- content/_data/press.yaml --
sections: [news]
contacts: [{contact: presse}]
-- content/news/public.md --
---
title: Public
date: 2026-11-21
tags: [commun]
author: Ana
---
Un texte pour tous.
"""
LENGTH = 7
"""Of the pieces that are looked for: shorter ones meet in ciphertext by chance."""


def lay_out_private(site: SiteFolder, chance: random.Random) -> list[bytes]:
    """Write private documents and what goes with them; return all their texts and bytes."""
    told: list[bytes] = []

    def words(number: int) -> str:
        letters = "bcdfghjklmnpqrstvwxz"
        made = " ".join("".join(chance.choices(letters, k=9)) for _ in range(number))
        told.append(made.encode())
        return made

    def picture(path: str) -> None:
        noise = chance.randbytes(40).hex()
        told.append(noise.encode())
        site.write(
            path,
            f"<svg xmlns='http://www.w3.org/2000/svg' width='8' height='4'><!--{noise}--></svg>",
        )

    def document(path: str, keys: str, name: str) -> None:
        picture(f"content/images/{name}.svg")
        site.write(f"content/files/{name}.txt", words(6))
        site.write(
            path,
            f"---\ntitle: {words(3)}\ndate: 2026-11-20\n{keys}\ntags: [{words(1)}, commun]\n"
            f"author: {words(1)}\nkind: {words(1)}\nplace: {words(1)}\nsummary: {words(4)}\n"
            f"image: {{src: /images/{name}.svg, alt: {words(2)}, credit: {words(1)}}}\n"
            f"attachments: [/files/{name}.txt]\naliases: [/{words(1)}/]\n"
            f"coverage: [{{medium: {words(1)}, title: {words(2)}, date: 2026-11-21}}]\n"
            f"correction: {{date: 2026-11-21, text: {words(2)}}}\n"
            f"announced_by: [{words(1)}]\nsignatories: [{words(1)}]\n"
            f"event: {{start: 2026-12-10, name: {words(2)}, type: {words(1)},"
            f" location: {words(1)}}}\n---\n{words(30)}\n\n## {words(2)}\n\n"
            f"![{words(1)}](/images/{name}.svg) [commun](/news/public/)\n",
        )

    for kind in ("draft: true", "embargo: 2027-01-01", "access: members"):
        name = words(1)
        keys = kind if kind.startswith("access") else f"{kind}\npreview: press"
        document(f"content/news/{name}.md", f"{keys}\npress: {{kit: true}}", name)
    folder = words(1)
    site.write(
        f"content/{folder}/_index.md",
        f"---\ntitle: {words(2)}\nsummary: {words(3)}\naccess: members\n---\n{words(5)}\n",
    )
    for _ in range(2):
        name = words(1)
        document(f"content/{folder}/{name}.md", "pinned: true", name)
    site.write(f"content/{folder}/{words(1)}.txt", words(4))
    told.append(folder.encode())
    return told


def pieces(texts: list[bytes]) -> Iterator[bytes]:
    for text in texts:
        for start in range(len(text) - LENGTH + 1):
            yield text[start : start + LENGTH]


@pytest.mark.slow
@pytest.mark.parametrize("keys", [True, False])
def test_no_piece_of_a_private_page_is_in_any_byte(
    make_site: Callable[[str], SiteFolder], tmp_path: Path, keys: bool
) -> None:
    """And what is public is, byte for byte, what it were if there were nothing else."""
    site = make_site(PUBLIC)
    told = lay_out_private(site, random.Random(7))
    if keys:
        site.keys = USUAL
    alone = SiteFolder(tmp_path / "alone")
    alone.lay_out(PUBLIC)

    assert site.build().errors == []
    assert alone.build().errors == []

    tree, public = site.tree(), alone.tree()
    sealed = {path: raw for path, raw in tree.items() if path.startswith("prive/")}
    assert {path: raw for path, raw in tree.items() if path not in sealed} == public
    assert len(sealed) == (42 if keys else 0)
    searched = [(path, path.encode() + b"\n" + raw) for path, raw in sealed.items()]
    looked_for = set(pieces(told))
    for path, raw in searched:
        windows = {raw[start : start + LENGTH] for start in range(len(raw))}
        assert not windows & looked_for, path


def test_sizes_and_names_tell_nothing(make_site: Callable[[str], SiteFolder]) -> None:
    """A text of a word and one of a page are of one size; a name is 26 letters of no meaning."""
    site = make_site(PUBLIC)
    site.keys = USUAL
    for name, text in (("a", "Oui."), ("b", "Une longue phrase. " * 60)):
        head = f"---\ntitle: Un titre\nembargo: 2027-01-01\npreview: press\n---\n{text}\n"
        site.write(f"content/{name}.md", head)

    site.build()

    pages = {path: len(raw) for path, raw in site.tree().items() if path.startswith("prive/")}
    assert len(pages) == 2
    assert len(set(pages.values())) == 1
    assert all(len(path.split("/")[1]) == 26 for path in pages)


def test_the_state_holds_no_key_and_nothing_that_opens(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(PUBLIC)
    lay_out_private(site, random.Random(3))
    site.keys = USUAL
    site.build()
    parts = [secret(number) for number in (10, 11, 12, 50, 51)]
    stretched = [
        ring_secret
        for rings in site.inspect(lambda opened: opened.session.index.rings).values()
        for ring_secret in _derived(rings)
    ]

    kept = [path.read_bytes() for path in (site.root / ".sitegen").rglob("*") if path.is_file()]

    assert kept
    for raw in kept:
        for part in (*parts, *stretched):
            assert part not in raw
            assert word(part).encode() not in raw
            assert part.hex().encode() not in raw
        assert PASSWORD.encode() not in raw
        assert hashlib.sha256(PASSWORD.encode()).digest() not in raw


def _derived(ring: object) -> list[bytes]:
    from sitegen.sealing.keys import Ring, secret_of

    assert isinstance(ring, Ring)
    return [secret_of(reader, ring) for reader in ring.readers]
