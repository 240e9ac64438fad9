"""Pages that plugins write: bytes, from what they ask of the site."""

from typing import Any

from sitegen.model import Page
from sitegen.plugins.known import Hook
from sitegen.rendering.view.site import Site
from sitegen.site.questions import plugins


def bytes_of(hook: Hook, site: Site, page: Page) -> bytes:
    """Return the page that a plugin writes; raises `PluginError`."""
    return _written(hook, site, site, page)


def feed_of(hook: Hook, site: Site, page: Page) -> bytes:
    """Return the feed of the page's scope as a plugin writes it; raises `PluginError`."""
    from sitegen.rendering.feeds.items import make_feed

    return _written(hook, site, make_feed(site, page), site)


def _written(hook: Hook, site: Site, *given: Any) -> bytes:
    site.ask(plugins.plugin, hook.ref.name)
    found = hook.call(*(one.as_plugin() if one is site else one for one in given))
    if isinstance(found, str):
        return hook.call.encoded(found)
    if not isinstance(found, bytes):
        raise hook.call.wrong(found, "str | bytes")
    return found
