"""Links to what readers do not see yet carry a word for it, in the preview alone. Pure."""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape

from sitegen.border.addresses import split_address
from sitegen.model import Withheld
from sitegen.server.addresses import steps_of
from sitegen.wording.translation import _

_LINK = re.compile(rb'<a\s[^>]*?\bhref="([^"]*)"[^>]*>')
Ask = Callable[[str], Withheld | None]
"""Why readers do not see the page of a name below the output, if they do not."""


def mark_links(html: bytes, base_path: str, ask: Ask) -> bytes:
    """Return *html* with a mark at the beginning of each link to what is withheld."""

    def marked(match: re.Match[bytes]) -> bytes:
        withheld = ask(_name(match[1], base_path))
        return match[0] + _mark(withheld).encode() if withheld else match[0]

    return _LINK.sub(marked, html)


def marked_links(html: bytes, base_path: str, ask: Ask) -> Iterator[str]:
    """Yield what `mark_links` marks, with the reason: what a page looks like depends on it."""
    for address in sorted(set(_LINK.findall(html))):
        name = _name(address, base_path)
        if withheld := ask(name):
            yield f"{name} {withheld.why}"


def _name(address: bytes, base_path: str) -> str:
    """Return the file below the output that answers to *address*; nothing for another site's."""
    parts = split_address(unescape(address.decode("utf-8", "replace")))
    if parts.netloc or not parts.path.startswith(f"{base_path}/"):
        return ""
    steps = steps_of(parts.path[len(base_path) :])
    if steps is None:
        return ""
    return "/".join([*steps[:-1], steps[-1] or "index.html"])


def _mark(withheld: Withheld) -> str:
    words = {"draft": _("Draft"), "embargo": _("Embargo"), "future": _("Not yet published")}
    text = escape(words[withheld.why])
    return f'<span class="sitegen_mark" lang="{_("en")}" dir="ltr">{text}</span> '
