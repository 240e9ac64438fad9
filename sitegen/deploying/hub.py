"""What a hub (WebSub) is told once the site is where readers find it. Network I/O."""

from sitegen.deploying.deploy import SiteToDeploy
from sitegen.deploying.order import Difference
from sitegen.errors import Diagnostic
from sitegen.network.hosts import Resolve, resolve_public
from sitegen.network.request import Client
from sitegen.network.websub import tell_hub

_FEEDS = ("feed.xml", "rss.xml", "feed.json")


def tell_of_news(
    site: SiteToDeploy, difference: Difference, resolve: Resolve = resolve_public
) -> list[Diagnostic]:
    """Tell the site's hub of the feeds that are not what they were; return what it did not take.

    Nothing is asked where there is no hub, or nothing new.
    """
    sent = sorted(file.path for file in (*difference.new, *difference.changed))
    feeds = [site.address_of(path) for path in sent if path.rpartition("/")[2] in _FEEDS]
    if not site.hub or not feeds:
        return []
    reason = tell_hub(site.hub, feeds, Client(resolve, site.address, "tells of news of"))
    return [Diagnostic("hub-not-told", values={"reason": reason})] if reason else []
