"""The file by which the web host leads on from former addresses. Pure."""

from sitegen.model import Page
from sitegen.rendering.view.site import Site
from sitegen.site.questions import settings


def write_redirect_rules(site: Site, page: Page) -> bytes:  # noqa: ARG001
    """Return the rules, as the host reads them."""
    return site.ask(settings.redirect_rules).encode()
