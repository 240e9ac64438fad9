"""What pages that help readers are given beside `site` and `page`."""

from sitegen.model import Page
from sitegen.model.kinds import MOVED
from sitegen.rendering.templates.contexts.context import Context, Contexts
from sitegen.rendering.view.site import Site


def moved_context(site: Site, page: Page) -> Context:
    return {"moved": site.moved(page.subject)}


CONTEXTS: Contexts = {MOVED: moved_context}
