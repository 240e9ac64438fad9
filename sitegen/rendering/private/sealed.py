"""A rendered page becomes what its readers' browsers open: its content, sealed, and their keys."""

import html
import re
from typing import Any

import msgspec

from sitegen.model import Page, Question
from sitegen.model.kinds import PRIVATE
from sitegen.patterns import lazy_pattern
from sitegen.sealing.seal import Seal, encoded
from sitegen.site.access import Readership
from sitegen.site.questions.private import private_files, readers

_MAIN = lazy_pattern(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_TITLE = lazy_pattern(r"<title([^>]*)>(.*?)</title>", re.DOTALL)
_ADDRESS = lazy_pattern(r'\b(?:href|src|poster)="([^"]*)"|\bsrcset="([^"]*)"')


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in a sealed page, as JSON."""

    title: str
    html: str
    """What stands in `<main>`."""
    files: dict[str, tuple[str, str, str]]
    """What it shows and leads to: by address, where that stands sealed, its name and its type."""


def marks(audience: str, page: Page) -> tuple[Question, ...]:
    """Return what decides a sealed page beside what it asked itself."""
    keys = readers.question(audience)
    return (keys, private_files.question(audience)) if page.kind == PRIVATE.name else (keys,)


def sealed_file(audience: Readership, page: Page, content: bytes) -> bytes:
    """Return the file that *page* is, with *content* for who has a key."""
    return Seal(audience.ring, audience.name).seal(sealed_name(page), content)


def sealed_page(audience: Readership, page: Page, rendered: bytes) -> dict[str, Any]:
    """Return what the template `private.html` is given: texts in letters, digits and few signs."""
    seal = Seal(audience.ring, audience.name)
    content = msgspec.json.encode(_content(audience, rendered.decode()))
    return {
        "envelope": msgspec.json.encode(seal.envelope()).decode(),
        "sealed": encoded(seal.seal(sealed_name(page), content)),
        "has_passwords": audience.ring.has_passwords,
    }


def sealed_name(page: Page) -> str:
    """Return the name that a sealed file is bound to, by which no other one stands for it."""
    return page.path.removesuffix("/index.html").removesuffix(".bin").rpartition("/")[2]


def _content(audience: Readership, page: str) -> Content:
    main, title = _MAIN.search(page), _TITLE.search(page)
    shown = main[1].strip() if main else page
    addresses = {
        html.unescape(address.split()[0]).partition("#")[0]
        for match in _ADDRESS.finditer(shown)
        for address in ((match[1],) if match[2] is None else match[2].split(", "))
        if address and address.strip()
    }
    files = {
        url: (known.url, known.name, known.media_type)
        for url in sorted(addresses)
        if (known := audience.files.get(url))
    }
    return Content(title=html.unescape(title[2]) if title else "", html=shown, files=files)
