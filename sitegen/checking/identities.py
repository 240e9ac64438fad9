"""What subscribers would see a second time: articles and events that are called otherwise now.

Compared is with the last build, as the state remembers it; no output is needed. Where the site
keeps a list of its addresses, each build compares with that.
"""

from sitegen.config import SiteFile
from sitegen.engine.opening import OpenSite
from sitegen.engine.site_yaml import read_site_file
from sitegen.engine.state.identities import recall
from sitegen.errors import Diagnostic
from sitegen.published.identities import moved


def check_identities(site: OpenSite) -> list[Diagnostic]:
    """Return the moved or renamed documents, renamed folders and the new host of a site."""
    before = recall(site.state) if site.published is None else None
    if before is None:
        return []
    diagnostics = list(moved(before, site.session.index))
    is_told = before.host and not site.options.base_url
    if is_told and before.host != site.config.host and before.articles:
        place = SiteFile(read_site_file(site.options.root)).place("url")
        values = {"before": before.host, "after": site.config.host}
        diagnostics.append(place.diagnostic("identity-changed", **values))
    return diagnostics
