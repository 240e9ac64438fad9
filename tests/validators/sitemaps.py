"""Sitemaps by their schemas, and by the protocol's rules that no schema can say."""

import datetime as dt
from collections import Counter
from functools import cache
from pathlib import Path
from xml.sax.saxutils import quoteattr

from lxml import etree

from tests.tools import tool

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
MOST_ADDRESSES = 50_000
MOST_NEWS = 1_000
MOST_BYTES = 50 * 1024 * 1024


def sitemap_faults(path: Path, site: str, now: dt.datetime) -> list[str]:
    """Return what breaks the protocol in the sitemap or index at *path*; nothing: all well.

    *site* is the address below which its own must stand, with a slash; *now* the build's clock.
    """
    data = path.read_bytes()
    root = etree.fromstring(data)
    wrong = []
    if len(root) or root.tag != f"{{{_SITEMAP}}}urlset":
        schema = _schema(etree.QName(root).localname)
        schema.validate(root)
        wrong = [f"{error.line}: {error.message}" for error in schema.error_log]
    # A sitemap without addresses breaks the schema, but Google asks for an empty one where there
    # is no news ("Create a News sitemap").
    news = root.findall(f".//{{{_NEWS}}}news")
    if len(root) > MOST_ADDRESSES or len(news) > MOST_NEWS or len(data) > MOST_BYTES:
        wrong.append(f"too much: {len(root)} addresses, {len(data)} bytes")
    addresses = [location.text or "" for location in root.iterfind(f".//{{{_SITEMAP}}}loc")]
    wrong += [f"{address} twice" for address, times in Counter(addresses).items() if times > 1]
    wrong += [
        f"not below {site}: {address}" for address in addresses if not address.startswith(site)
    ]
    # "Entity escaping": RFC 3986 knows ASCII alone, and neither spaces nor quotation marks.
    wrong += [
        f"not encoded: {address}"
        for address in addresses
        if not address.isascii() or not address.isprintable() or set(address) & set(' "<>\\^`{|}')
    ]
    for date in (*root.iter(f"{{{_SITEMAP}}}lastmod"), *root.iter(f"{{{_NEWS}}}publication_date")):
        try:
            moment = dt.datetime.fromisoformat(date.text or "")
        except ValueError:
            wrong.append(f"no date: {date.text}")
            continue
        if (moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)) > now:
            wrong.append(f"not yet: {date.text}")
    return wrong


@cache
def _schema(root: str) -> etree.XMLSchema:
    """Return the schemas that a document of that root needs, as one."""
    folder = Path(__file__).parent
    parts = {_NEWS: folder / "sitemap_news.xsd"}
    if root == "sitemapindex":
        parts[_SITEMAP] = folder / "sitemap_index.xsd"
    else:
        parts[_SITEMAP] = tool("sitemap/schema/sitemap.xsd")  # that of sitemaps.org
    imports = "".join(
        f"<xs:import namespace={quoteattr(name)} schemaLocation={quoteattr(path.as_uri())}/>"
        for name, path in parts.items()
    )
    text = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(text))
