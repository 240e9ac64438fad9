"""Sites are told that a page links to them (W3C Recommendation Webmention, §3.1). Network I/O."""

import http.client
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin

from sitegen.network.hosts import PrivateHostError
from sitegen.network.request import LED_ON, MOST_STEPS, PATIENCE, Client, asked
from sitegen.wording.phrases import Words

_MOST = 1_000_000
"""Bytes of a page in which its endpoint is sought."""
_LINK = re.compile(
    r"<([^<>]*)>((?:\s*;\s*[\w!#$&+.^`|~*'-]+\s*(?:=\s*(?:\"[^\"]*\"|[^\s\",;]+))?)*)"
)
_RELATION = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s\",;]+))", re.IGNORECASE)
_NAME = "webmention"


def mention(source: str, target: str, client: Client) -> Words | None:
    """Tell the site of *target* that the page *source* links to it; both are addresses.

    Returns what went wrong, nothing where it was told, None where it does not want to be told.
    """
    try:
        endpoint = find_endpoint(target, client)
        if endpoint is None:
            return None
        body = urlencode({"source": source, "target": target}).encode("ascii")
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        with asked("POST", endpoint, client, PATIENCE, headers, body) as answer:
            return "" if answer.status // 100 == 2 else f"HTTP {answer.status}"
    except PrivateHostError:
        return "its address is one of a private network"
    except (OSError, ValueError, http.client.HTTPException) as error:
        return str(error) or type(error).__name__


def find_endpoint(target: str, client: Client) -> str | None:
    """Return where the site of *target* wants to be told (§3.1.2); None: nowhere.

    Raises what `request` does.
    """
    url = target
    for _step in range(MOST_STEPS + 1):
        with asked("GET", url, client, PATIENCE, {"Accept": "text/html, */*;q=0.1"}) as answer:
            if answer.status in LED_ON and (location := answer.getheader("Location")):
                url = urljoin(url, location)
                continue
            if answer.status // 100 != 2:
                return None
            for line in answer.headers.get_all("Link") or ():
                for address in _of_header(line):
                    return urljoin(url, address)
            if "html" not in (answer.getheader("Content-Type") or "").lower():
                return None
            page = _Page()
            page.feed(answer.read(_MOST).decode("utf-8", "replace"))
            return None if page.endpoint is None else urljoin(url, page.endpoint)
    return None


def _of_header(line: str) -> Iterator[str]:
    """Yield the addresses that a ``Link`` header (RFC 8288) gives as endpoints."""
    for match in _LINK.finditer(line):
        relation = _RELATION.search(match[2])
        if relation and _NAME in (relation[1] or relation[2]).lower().split():
            yield match[1]


class _Page(HTMLParser):
    """Finds the first element that names an endpoint."""

    def __init__(self) -> None:
        super().__init__()
        self.endpoint: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        is_endpoint = _NAME in (given.get("rel") or "").lower().split() and "href" in given
        if self.endpoint is None and tag in ("a", "link") and is_endpoint:
            self.endpoint = given["href"] or ""  # an empty one is the page itself
