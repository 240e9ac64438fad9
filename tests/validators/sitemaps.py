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
    found = []
    if len(root) or root.tag != f"{{{_SITEMAP}}}urlset":
        schema = _schema(etree.QName(root).localname)
        schema.validate(root)
        found = [f"{one.line}: {one.message}" for one in schema.error_log]
    # A sitemap without addresses breaks the schema, but Google asks for an empty one where there
    # is no news ("Create a News sitemap").
    news = root.findall(f".//{{{_NEWS}}}news")
    if len(root) > MOST_ADDRESSES or len(news) > MOST_NEWS or len(data) > MOST_BYTES:
        found.append(f"too much: {len(root)} addresses, {len(data)} bytes")
    addresses = [one.text or "" for one in root.iterfind(f".//{{{_SITEMAP}}}loc")]
    found += [f"{one} twice" for one, times in Counter(addresses).items() if times > 1]
    found += [f"not below {site}: {one}" for one in addresses if not one.startswith(site)]
    # "Entity escaping": RFC 3986 knows ASCII alone, and neither spaces nor quotation marks.
    found += [
        f"not encoded: {one}"
        for one in addresses
        if not one.isascii() or not one.isprintable() or set(one) & set(' "<>\\^`{|}')
    ]
    for date in (*root.iter(f"{{{_SITEMAP}}}lastmod"), *root.iter(f"{{{_NEWS}}}publication_date")):
        try:
            moment = dt.datetime.fromisoformat(date.text or "")
        except ValueError:
            found.append(f"no date: {date.text}")
            continue
        if (moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)) > now:
            found.append(f"not yet: {date.text}")
    return found


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
