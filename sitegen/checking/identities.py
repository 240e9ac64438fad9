"""What subscribers would see a second time: articles and events that are called otherwise now.

Compared is with the last build, as the state remembers it; no output is needed.
"""

from collections import Counter
from collections.abc import Iterator

from sitegen.config import SiteFile
from sitegen.engine.opening import OpenSite
from sitegen.engine.site_file import read_site_file
from sitegen.engine.state.identities import Identities, identities, recall
from sitegen.errors import Diagnostic
from sitegen.names import CONTENT

FEW = 3
"""Documents of one folder that are told one by one; of more, the folder."""


def check_identities(site: OpenSite) -> list[Diagnostic]:
    """Return the moved or renamed documents, renamed folders and the new host of a site."""
    before = recall(site.state)
    if before is None:
        return []
    after = identities(site.session.index, site.config.host)
    found = list(_moved(before, after))
    is_told = before.host and not site.options.base_url
    if is_told and before.host != after.host and before.articles:
        place = SiteFile(read_site_file(site.options.root)).place("url")
        values = {"before": before.host, "after": after.host}
        found.append(place.diagnostic("identity-changed", **values))
    return found


def _moved(before: Identities, after: Identities) -> Iterator[Diagnostic]:
    """Yield what was published under another path, which is gone now."""
    pairs = dict(_pairs(before, after))
    folders = Counter((_folder(old), _folder(new)) for new, old in pairs.items())
    told = set()
    for new, old in pairs.items():
        folder = (_folder(old), _folder(new))
        if folder[0] != folder[1] and folders[folder] > FEW:
            if folder not in told:
                told.add(folder)
                values = {"before": f"{folder[0]}/", "after": f"{folder[1]}/"}
                yield Diagnostic("identity-changed", f"{CONTENT}/{folder[1]}", 0, 0, values)
            continue
        if set(before.articles[old].names) & set(after.articles[new].names):
            continue  # its events have ids of their own, and it stands in no feed
        values = {"before": old, "after": new}
        yield Diagnostic("identity-changed", f"{CONTENT}/{new}", 1, 1, values)


def _pairs(before: Identities, after: Identities) -> Iterator[tuple[str, str]]:
    """Yield new paths with the old one of the same article: of its address, else of its title."""
    gone = {path: one for path, one in before.articles.items() if path not in after.articles}
    by_url = {one.url: path for path, one in gone.items()}
    by_title = {one.title: path for path, one in gone.items()}
    for path, one in after.articles.items():
        if path not in before.articles:
            old = by_url.get(one.url) or by_title.get(one.title)
            if old is not None and old in gone:
                del gone[old]
                yield path, old


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
