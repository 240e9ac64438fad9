"""What is of the right type in ``site.yaml`` and yet cannot be."""

import re

from sitegen.border.addresses import split_address
from sitegen.border.convert import Converter
from sitegen.border.scalars import is_language
from sitegen.config.agenda import check_calendars, is_zone_name, meant_timezone
from sitegen.config.checking import check_ignored
from sitegen.config.deploying import check_deploy
from sitegen.config.editing import check_editing
from sitegen.config.feeds import check_feeds
from sitegen.config.images import check_images
from sitegen.config.languages import check_languages, has_own_host
from sitegen.config.letter import check_letter
from sitegen.config.markdown import check_markdown
from sitegen.config.navigation import check_sections
from sitegen.config.policy import check_policy
from sitegen.config.press import check_press
from sitegen.config.private import check_private
from sitegen.config.redirects import check_redirects
from sitegen.config.refusing import Refuse
from sitegen.config.repository import check_repository
from sitegen.config.site import SiteConfig
from sitegen.config.sources import check_sources
from sitegen.config.urls import check_urls
from sitegen.errors import Diagnostic
from sitegen.names import SITE_FILE


def check_config(config: SiteConfig, converter: Converter) -> None:
    """Note all that cannot be among the converter's diagnostics."""

    def refuse(place: str, code: str, /, **values: str) -> None:
        whole = place.rpartition(".")[0]  # of a list written as one word
        line, column = converter.marks.get(place) or converter.marks.get(whole, (1, 1))
        converter.diagnostics.append(Diagnostic(code, SITE_FILE, line, column, values))

    _check_site(config, refuse)
    check_markdown(config.markdown, refuse)
    check_feeds(config.feeds, refuse)
    check_calendars(config.calendars, refuse)
    check_policy(config.security_policy, refuse)
    check_repository(config.repository, refuse)
    _check_accessibility(config, refuse)
    check_press(config.press, config.organisation, refuse)
    check_ignored(config.check, refuse)
    check_images(config.images, refuse)
    check_private(config.private, refuse)
    check_sections(config.sections, refuse)
    check_urls(config.urls, refuse)
    check_languages(config.languages, config.language, config.url, refuse)
    if not converter.diagnostics:
        _check_versions(config, refuse)
    check_redirects(config.redirects, refuse)
    check_letter(config.letter, config.language_tags or (config.language,), refuse)
    check_sources(config.sources, refuse)
    elsewhere = [tag for tag, given in config.languages.items() if has_own_host(given)]
    check_deploy(config.deploy, elsewhere, refuse)
    check_editing(config.editing, refuse)


def _check_versions(config: SiteConfig, refuse: Refuse) -> None:
    """Note what cannot be of what the languages have of their own."""
    for tag, version in config.versions.items():

        def refuse_in(place: str, code: str, /, *, tag: str = tag, **values: str) -> None:
            refuse(f"languages.{tag}.{place}", code, **values)

        check_sections(config.languages[tag].sections, refuse_in)
        check_urls(version.urls, refuse_in)


def _check_site(config: SiteConfig, refuse: Refuse) -> None:
    if not is_site_address(config.url):
        refuse("url", "bad-site-url", value=config.url)
    if not is_zone_name(config.timezone):
        near = meant_timezone(config.timezone)
        code = "unknown-timezone-near" if near else "unknown-timezone"
        refuse("timezone", code, value=config.timezone, suggestion=near)
    if not is_language(config.language):
        refuse("language", "bad-language", value=config.language)
    if not _is_content_folder(config.content):
        refuse("content", "bad-content-folder", value=config.content)
    if config.per_page < 1:
        refuse("per_page", "expected-positive", key="per_page")


def is_site_address(url: str) -> bool:
    """Whether *url* is that of a whole site: without a question, a fragment, a name or spaces."""
    address = split_address(url)
    is_whole = address.scheme in ("http", "https") and bool(address.hostname)
    has_more = address.query or address.fragment or re.search(r"[\s@\\]", url)
    return is_whole and not has_more


def _is_content_folder(written: str) -> bool:
    """Whether *written* can hold documents: it lies in the site, beside what is none of theirs."""
    steps = written.rstrip("/").split("/")
    is_taken = steps[0] in ("themes", "output")
    hidden = any(step == "" or (step[0] in "._~" and written != ".") for step in steps)
    return not (is_taken or hidden or "\\" in written)


def _check_accessibility(config: SiteConfig, refuse: Refuse) -> None:
    declared = config.accessibility
    if declared is None:
        return
    contacts = config.organisation.contacts if config.organisation else {}
    if declared.contact and declared.contact not in contacts:
        refuse("accessibility.contact", "unknown-contact", value=declared.contact)
    if declared.rate > 100:
        refuse("accessibility.rate", "expected-percent", key="rate")
