"""What templates see of documents: their metadata, their texts, and what stands beside them."""

import re
from functools import partial
from urllib.parse import quote, unquote

from markupsafe import Markup

from sitegen.markup.shortcodes.calls import ELEMENT
from sitegen.markup.tokens import split_tokens
from sitegen.model import Entry, Page
from sitegen.patterns import lazy_pattern
from sitegen.rendering.view.asking import asks, asks_of
from sitegen.rendering.view.pictures import with_pictures
from sitegen.rendering.view.settings import SettingsView
from sitegen.rendering.view.shortcodes import expand_shortcodes
from sitegen.site.counterparts import Version
from sitegen.site.questions import documents, private, settings, versions

_INTERNAL = lazy_pattern(r'\s(href|src|poster)="sitegen:([^"?#]*)((?:\?[^"#]*)?(?:#[^"]*)?)"')
_GONE = " sitegen:gone"
"""Stands for the address of a link that leads nowhere now."""
_GONE_LINK = lazy_pattern(rf"<a\b[^>]*{_GONE}[^>]*>(.*?)</a>", re.DOTALL)
_ID = lazy_pattern(r'(\s(?:id|for|headers|aria-labelledby|aria-describedby)="|\shref="#)([^"]+)"')


class DocumentView(SettingsView):
    """Documents, one by one."""

    entry = asks(documents.entry)
    frame_hosts = asks(documents.frame_hosts)
    neighbours = asks_of(Entry, documents.neighbours)
    related = asks_of(Entry, documents.related)
    translations = asks_of(Entry, documents.translations)
    waiting = asks_of(Entry, private.waiting)

    def versions(self, page: Page) -> tuple[Version, ...]:
        """Return where *page* stands in each language of the site, in their order: `lang`, `url`,
        `is_same`, `is_here`; nothing on a site in one language. What is not there leads to the page
        nearest to it.
        """
        return self.ask(versions.versions, page.kind, page.subject, page.number)

    def body(self, document_id: str, prefix: str = "", *, is_plain: bool = False) -> Markup:
        """Return a document's HTML. *prefix* goes before its ids where a page shows several.

        *is_plain*: each image in one size alone, for readers elsewhere.
        """
        html = self.ask(documents.body, document_id)
        if ELEMENT in html:
            html = expand_shortcodes(html, self._shortcode)
        if "sitegen:" in html:
            resolved = partial(self._resolved, document_id if self.languages else "")
            html = _INTERNAL.sub(resolved, with_pictures(self, html, is_plain=is_plain))
            if _GONE in html:
                html = _GONE_LINK.sub(r"\1", html).replace(_GONE, "")
        if prefix:
            html = _with_prefix(html, prefix)
        return Markup(html)

    def _shortcode(self, name: str, encoded: str, content: str) -> str:
        return self._shared.shortcode(self, name, encoded, content)

    def _resolved(self, source: str, link: re.Match[str]) -> str:
        """Return *link* resolved; *source*: its document, on a site in several languages."""
        target = unquote(link[2])
        if source:
            address = self.ask(versions.address_from, source, target)
        else:
            address = self.ask(documents.address, target)
        if address is None:  # not public now: of a link the text stays
            return _GONE if link[1] == "href" else ""
        return f' {link[1]}="{address.replace("&", "&amp;")}{link[3]}"'

    def edit_url(self, document_id: str) -> str:
        """Return where a document is edited on the web; empty without `repository.edit`."""
        folder = str(self.ask(settings.setting, "repository").edit)
        return f"{folder.rstrip('/')}/{quote(document_id)}" if folder else ""


def _with_prefix(html: str, prefix: str) -> str:
    """Return *html* with *prefix* before each of its ids, and in all that refers to them."""
    tokens = split_tokens(html)

    def prefixed(ids: re.Match[str]) -> str:
        return f'{ids[1]}{" ".join(prefix + name for name in ids[2].split())}"'

    tokens[1::2] = [_ID.sub(prefixed, tag) for tag in tokens[1::2]]
    return "".join(tokens)
