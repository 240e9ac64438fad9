"""XML files -> `FileFacts`: Atom and RSS feeds, sitemaps, pictures in SVG. Pure."""

from collections.abc import Callable, Iterable, Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from sitegen.checking.output.facts import FileFacts, FoundLink, LinkKind, Problem, lacks

_ATOM = "{http://www.w3.org/2005/Atom}"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"


def examine_xml(content: bytes) -> FileFacts:
    """Return what is wrong with an XML file, and where it leads."""
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        line, column = error.position
        problem = str(error).partition(":")[0]
        return FileFacts((Problem("xml-syntax", line, column + 1, {"problem": problem}),))
    except (ValueError, LookupError) as error:  # an encoding that Python does not know
        return FileFacts((Problem("xml-syntax", values={"problem": str(error)}),))
    examine = _KINDS.get(root.tag)
    return examine(root) if examine else FileFacts()


def _examine_atom(feed: Element) -> FileFacts:
    """RFC 4287 §4.1: what a feed and its entries must have."""
    entries = feed.findall(f"{_ATOM}entry")
    problems = list(_missing(feed, _ATOM, ("id", "title", "updated"), "feed"))
    has_author = feed.find(f"{_ATOM}author") is not None
    for number, entry in enumerate(entries, 1):
        wanted = ("id", "title", "updated") if has_author else ("id", "title", "updated", "author")
        name = _name(entry, f"{_ATOM}title", "entry", number)
        problems += _missing(entry, _ATOM, wanted, name)
        if entry.find(f"{_ATOM}link") is None and entry.find(f"{_ATOM}content") is None:
            problems.append(lacks(name, "link"))
    problems += _repeated((_text(element, f"{_ATOM}id") for element in entries), "id")
    links = [element.get("href", "") for element in feed.iter(f"{_ATOM}link")]
    return FileFacts(tuple(problems), _links("feed", links))


def _examine_rss(root: Element) -> FileFacts:
    """RSS 2.0: what a channel and its items must have."""
    channel = root.find("channel")
    if channel is None:
        return FileFacts((lacks("rss", "channel"),))
    items = channel.findall("item")
    problems = list(_missing(channel, "", ("title", "link", "description"), "channel"))
    for number, item in enumerate(items, 1):
        if not _text(item, "title") and not _text(item, "description"):
            problems.append(lacks(_name(item, "guid", "item", number), "title"))
    problems += _repeated((_text(item, "guid") for item in items), "guid")
    links = [_text(channel, "link"), *(_text(item, "link") for item in items)]
    links += [element.get("url", "") for element in channel.iter("enclosure")]
    return FileFacts(tuple(problems), _links("feed", links))


def _examine_sitemap(root: Element) -> FileFacts:
    """sitemaps.org: each entry has an address; each address stands there once."""
    entries, problems = [], []
    for number, child in enumerate(root, 1):
        address = _text(child, f"{_SITEMAP}loc")
        if not address:
            problems.append(lacks(f"{child.tag.rpartition('}')[2]} {number}", "loc"))
        entries.append(address)
    problems += _repeated(entries, "loc")
    images = [element.text or "" for element in root.iter(f"{_IMAGE}loc")]
    return FileFacts(tuple(problems), _links("sitemap", entries) + _links("load", images))


def _examine_svg(root: Element) -> FileFacts:
    links = [element.get("href") or element.get(f"{_XLINK}href") or "" for element in root.iter()]
    ids = tuple(
        identifier
        for identifier in (element.get("id", "") for element in root.iter())
        if identifier
    )
    return FileFacts((), _links("load", links), ids)


_KINDS: dict[str, Callable[[Element], FileFacts]] = {
    f"{_ATOM}feed": _examine_atom,
    "rss": _examine_rss,
    f"{_SITEMAP}urlset": _examine_sitemap,
    f"{_SITEMAP}sitemapindex": _examine_sitemap,
    f"{_SVG}svg": _examine_svg,
}


def _missing(
    element: Element, namespace: str, names: tuple[str, ...], where: str
) -> Iterator[Problem]:
    for name in names:
        child = element.find(f"{namespace}{name}")
        if child is None or (not len(child) and not (child.text or "").strip()):
            yield lacks(where, name)


def _repeated(values: Iterable[str], name: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            yield Problem("identifier-twice", values={"name": name, "value": value})
        elif value:
            seen.add(value)


def _name(element: Element, child: str, kind: str, number: int) -> str:
    return _text(element, child) or f"{kind} {number}"


def _text(element: Element, name: str) -> str:
    return (element.findtext(name) or "").strip()


def _links(kind: LinkKind, addresses: Iterable[str]) -> tuple[FoundLink, ...]:
    return tuple(FoundLink(kind, address) for address in dict.fromkeys(addresses) if address)
