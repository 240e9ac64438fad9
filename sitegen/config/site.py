"""Everything that ``site.yaml`` says."""

from functools import lru_cache
from posixpath import normpath
from typing import Any, Literal
from urllib.parse import urlsplit

import msgspec

from sitegen.border.addresses import ascii_host
from sitegen.config.agenda import CalendarsConfig, HolidayPlace
from sitegen.config.checking import CheckConfig
from sitegen.config.deploying import DeployConfig
from sitegen.config.feeds import FeedsConfig, SitemapConfig
from sitegen.config.images import ImagesConfig
from sitegen.config.letter import LetterConfig
from sitegen.config.markdown import MarkdownConfig
from sitegen.config.navigation import MenuItem, SectionConfig, TagConfig
from sitegen.config.organisation import OrganisationConfig
from sitegen.config.policy import PolicyConfig
from sitegen.config.press import PressConfig
from sitegen.config.private import PrivateConfig
from sitegen.config.publishing import PublishingConfig
from sitegen.config.repository import RepositoryConfig
from sitegen.config.sources import SourceConfig
from sitegen.config.urls import UrlPatterns
from sitegen.model import Accessibility, Prose
from sitegen.model.languages import language_of
from sitegen.names import CONTENT

DEFAULT_THEME = "association"
DEFAULT_LANGUAGE = "fr"


@lru_cache(maxsize=8)  # pages ask some ten times
def _origin_and_path(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return f"{parts.scheme}://{ascii_host(parts.netloc)}", parts.path.rstrip("/")


class SiteConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that ``site.yaml`` says."""

    title: Prose
    """The site's name."""
    url: str
    """The address at which the site is published: `https://hub.example.org/`."""
    language: str = DEFAULT_LANGUAGE
    """The language of the site: fr, en."""
    timezone: str = "Europe/Paris"
    """The zone of all hours: Europe/Paris."""
    theme: str = DEFAULT_THEME
    """The theme's folder, or the name of an installed one."""
    theme_version: str = ""
    """The oldest version of the theme that will do, such as "1.2"."""
    theme_options: dict[str, Any] = {}
    """What the theme lets a site choose: its accent, its logo, what the home page shows."""
    content: str = CONTENT
    """The folder of the documents, below this file's; `.` is this file's own."""
    plugins: tuple[str, ...] = ()
    """Code of the site's own: `./plugins/map.py`, or the name of a package that pip installed."""
    plugin_options: dict[str, Any] = {}
    """What each plugin lets a site choose, under its name."""
    layout: str = ""
    """How the pages of the whole site are laid out: `documentation`, or as the theme has them."""
    repository: RepositoryConfig = RepositoryConfig()
    """Where the content can be read and edited on the web."""
    description: Prose = ""
    """One or two sentences about the site, for feeds and search engines."""
    organisation: OrganisationConfig | None = None
    """Who publishes the site: its name, addresses and people."""
    press: PressConfig = PressConfig()
    """Which releases have a kit for the press, and what stands in all of them."""
    sections: dict[str, SectionConfig] = {}
    """The sections, in their order: a folder of content/ each."""
    tags: dict[str, TagConfig] = {}
    """What there is to say of single tags: former addresses."""
    menus: dict[str, tuple[MenuItem, ...]] = {}
    """Lines of the menus `main` and `footer`: a section's name, a page's file, or title and url."""
    markdown: MarkdownConfig = MarkdownConfig()
    """How Markdown is read."""
    typography: Literal["", "fr", "off"] = ""
    """The language of the spacing rules; by default French for a French site."""
    urls: UrlPatterns = UrlPatterns()
    """Addresses of pages, with {section}, {slug}, {year}, {month}, {day}."""
    redirects: dict[str, str] = {}
    """Former addresses, each with where it leads now: `/old.pdf: /new.pdf`, another site's address,
    or `410` for what is gone for good."""
    publishing: PublishingConfig = PublishingConfig()
    """Where the site is published."""
    feeds: FeedsConfig = FeedsConfig()
    """What feeds hold."""
    per_page: int = 20
    """How many articles stand on a page of a list."""
    security_policy: PolicyConfig = PolicyConfig()
    """The Content-Security-Policy of every page; `false` for none."""
    accessibility: Accessibility | None = None
    """What the page about accessibility declares; without it there is none."""
    letter: LetterConfig | None = None
    """The letter: its lists, and what stands in each of them; `sitegen digest` writes it."""
    holidays: HolidayPlace = ""
    """Whose public holidays the agenda names: `FR`, or `FR-974` for a part (ISO 3166-2)."""
    calendars: CalendarsConfig = CalendarsConfig()
    """How long calendars remember."""
    sources: dict[str, SourceConfig] = {}
    """Partners whose news and dates `sitegen fetch` brings in, each under a name of yours."""
    sitemap: SitemapConfig = SitemapConfig()
    """What the sitemap holds beside every page."""
    search: bool = False
    """Whether readers can search the site."""
    images: ImagesConfig = ImagesConfig(active=False)
    """Other sizes and formats of images; `true` for the usual ones. Needs sitegen-hub[images]."""
    private: PrivateConfig = PrivateConfig()
    """What guards private pages beside their keys."""
    check: CheckConfig = CheckConfig()
    """What `sitegen check` need not tell, and how it asks other hosts."""
    deploy: dict[str, DeployConfig] = {}
    """Where `sitegen deploy` brings the site: a name for each place, and its address."""
    extra: dict[str, Any] = {}
    """What the site's own templates need beyond these keys."""

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "urls", self.urls.in_language(self.language))

    @property
    def content_folder(self) -> str:
        """The folder of the documents below the site's, without a slash at its end; or ``.``."""
        return normpath(self.content)

    @property
    def base_path(self) -> str:
        """The path under which the site lives, without its last slash: ``/hub`` or nothing."""
        return _origin_and_path(self.url)[1]

    @property
    def origin(self) -> str:
        """Scheme and host, without a slash."""
        return _origin_and_path(self.url)[0]

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    def typography_of(self, language: str) -> str:
        """Return which spacing rules a text in *language* obeys: ``fr`` or ``off``."""
        rules = language_of(language or self.language).typography
        return "off" if self.typography == "off" else rules
