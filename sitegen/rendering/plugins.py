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
    content = hook.call(*(value.as_plugin() if value is site else value for value in given))
    if isinstance(content, str):
        return hook.call.encoded(content)
    if not isinstance(content, bytes):
        raise hook.call.wrong(content, "str | bytes")
    return content
