"""Sites are told of links to them that are new, changed or gone (Webmention). Network I/O."""

import time
from collections.abc import Callable, Mapping, Sequence
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urldefrag, urlsplit

from sitegen.deploying.manifest import DeployManifest, ToldLinks
from sitegen.errors import Diagnostic
from sitegen.network.hosts import Resolve, resolve_public
from sitegen.network.request import Client
from sitegen.network.webmention import mention
from sitegen.published.edition import PublishedContent

SECONDS = 300.0
"""How long sites are told at most; each of them has 15 s for an answer."""


class LinkMentions(NamedTuple):
    """What came of it."""

    told: int
    """Sites' pages that took it."""
    diagnostics: Sequence[Diagnostic]


def changed_texts(before: PublishedContent | None, after: PublishedContent | None) -> list[str]:
    """Return the documents whose texts readers did not have so until now, in order.

    None where nobody knows what they had: at the first time, nobody is told of ten years of links.
    """
    if before is None or after is None or before.tool != after.tool:
        return []
    return sorted(
        key
        for key, story in after.stories.items()
        if story.kind != "section" and before.stories.get(key) != story
    )


class Telling:
    """What sites are told of by one deployment; found out once, when it is known what stood there.

    Sites are told again of a link that is still in a text that changed, and of one that is not, so
    that they look (Webmention §3.1.4); likewise of a page that is gone (§3.1.5).
    """

    def __init__(
        self,
        after: PublishedContent | None,
        linked_by: Callable[[Sequence[str]], Mapping[str, ToldLinks]],
    ) -> None:
        """*linked_by*: what documents, by their paths, link to now."""
        self._after = after
        self._linked_by = linked_by
        self.links: dict[str, list[str]] = {}
        """What is to be told: addresses by the page that leads or led to them."""

    def mentions(self, before: DeployManifest) -> dict[str, ToldLinks]:
        """Return of which links sites will have been told then."""
        known = dict(before.mentions)
        texts = changed_texts(before.edition, self._after)
        there = self._after.stories if self._after else known
        gone = sorted(known.keys() - there.keys())
        now = dict(self._linked_by(texts)) if texts else {}
        links: dict[str, dict[str, None]] = {}
        for text in (*texts, *gone):
            for mention_of in filter(None, (known.pop(text, None), now.get(text))):
                links.setdefault(mention_of.source, {}).update(dict.fromkeys(mention_of.targets))
        self.links = {source: list(targets) for source, targets in links.items()}
        return known | now


def links_of(html: str, own_host: str) -> list[str]:
    """Return the addresses on other hosts to which *html* links, each once, without `#…`."""
    links = _Links()
    links.feed(html)
    targets = (urldefrag(url).url for url in links.found)
    return list(dict.fromkeys(url for url in targets if _is_elsewhere(url, own_host)))


def tell_linked(
    links: Mapping[str, Sequence[str]],
    site: str,
    resolve: Resolve = resolve_public,
    seconds: float = SECONDS,
) -> LinkMentions:
    """Tell the sites behind *links*, which pages (by their addresses) lead to; one at a time."""
    client = Client(resolve, site, "tells of links of")
    ends = time.monotonic() + seconds
    told, untold, problems = 0, 0, []
    for source, targets in links.items():
        for target in targets:
            if time.monotonic() > ends:
                untold += 1
                continue
            reason = mention(source, target, client)
            told += reason == ""
            if reason:
                values = {"target": target, "source": source, "reason": reason}
                problems.append(Diagnostic("mention-not-told", values=values))
    if untold:
        problems.append(Diagnostic("mentions-untold", values={"number": str(untold)}))
    return LinkMentions(told, problems)


def _is_elsewhere(url: str, own_host: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.hostname not in (None, own_host)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href") if tag == "a" else None
        if address:
            self.found.append(address)
