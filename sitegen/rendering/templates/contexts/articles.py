"""What the pages of documents are given beside `site` and `page`."""

from sitegen.model import Page
from sitegen.model.kinds import ARTICLE, ELSEWHERE, HOME, PAGE, REDIRECT
from sitegen.rendering.templates.contexts.context import Context, Contexts
from sitegen.rendering.view.site import Site
from sitegen.site.questions import documents


def entry_context(site: Site, page: Page) -> Context:
    entry = site.entry(page.subject)
    headings, words = site.ask(documents.outline, page.subject)
    body = site.body(page.subject)
    hosts = site.frame_hosts(page.subject)
    return {
        "entry": entry,
        "body": body,
        "headings": headings,
        "words": words,
        "frame_hosts": hosts,
    }


def home_context(site: Site, page: Page) -> Context:
    return {
        "introduction": site.body(page.subject) if page.subject else "",
        "frame_hosts": site.frame_hosts(page.subject) if page.subject else (),
    }


def redirect_context(site: Site, page: Page) -> Context:
    return {"entry": site.entry(page.subject)}


CONTEXTS: Contexts = {
    HOME: home_context,
    ARTICLE: entry_context,
    PAGE: entry_context,
    REDIRECT: redirect_context,
    ELSEWHERE: redirect_context,
}
