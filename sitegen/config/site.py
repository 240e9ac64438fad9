"""Everything that ``site.yaml`` says."""

from collections.abc import Collection
from functools import lru_cache
from posixpath import normpath
from typing import Any, Literal
from urllib.parse import urlsplit

import msgspec

from sitegen.border.addresses import ascii_host
from sitegen.config.agenda import CalendarsConfig, HolidayPlace
from sitegen.config.checking import CheckConfig
from sitegen.config.deploying import DeployConfig
from sitegen.config.editing import EditingConfig
from sitegen.config.feeds import FeedsConfig, SitemapConfig
from sitegen.config.images import ImagesConfig
from sitegen.config.languages import LanguageConfig, folder_of, has_own_host, settings_in
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
    """The language of the site: fr, en; of one in several, the first."""
    languages: dict[str, LanguageConfig] = {}
    """The languages of a site in several, each with its titles, menus and sections."""
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
    editing: EditingConfig = EditingConfig()
    """Where the editing page finds the repository of the texts; `sitegen admin` makes the page."""
    extra: dict[str, Any] = {}
    """What the site's own templates need beyond these keys."""

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "urls", self.urls.in_language(self.language))

    @property
    def folder(self) -> str:
        """Where its pages stand below ``output/``: nothing, or `en/` for a version of the site."""
        return ""

    @property
    def root_path(self) -> str:
        """The path below which files stand on its host, without its last slash."""
        return self.base_path

    @property
    def written_places(self) -> tuple[tuple[str, str], ...]:
        """Where written addresses lead: what they begin with, the longest first, and what stands
        in its place, a path or a whole address without a slash at its end.
        """
        return (*self.hosts_of_languages, ("/", self.root_path))

    @property
    def hosts_of_languages(self) -> tuple[tuple[str, str], ...]:
        """The folders of languages that have a host of their own, `/en/`, each with its address."""
        return tuple(
            (folder_of(tag, given), given.url.rstrip("/"))
            for tag, given in self.languages.items()
            if has_own_host(given)
        )

    @property
    def has_own_host(self) -> bool:
        """Whether it is a version of the site with a host of its own."""
        return False

    @property
    def menus_of_its_own(self) -> Collection[str]:
        """The menus that are written for its language."""
        return self.menus

    @property
    def sections_of_its_own(self) -> Collection[str]:
        """The sections that it has even while they are empty."""
        return self.sections

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
        given = self.languages.get(language)
        if given is not None and given.typography:
            return given.typography
        rules = language_of(language or self.language).typography
        return "off" if self.typography == "off" else rules

    @property
    def typographies(self) -> dict[str, str]:
        """The languages of a site in several, with their spacing rules; none of one in one."""
        if not self.languages:
            return {}
        return {tag: self.typography_of(tag) for tag in (self.language, *self.languages)}

    @property
    def language_tags(self) -> tuple[str, ...]:
        """The languages of a site in several, the first one first; none of a site in one."""
        return tuple(self.typographies)

    @property
    def versions(self) -> "dict[str, VersionConfig]":
        """The settings of the other versions of the site, by language; empty for a site in one."""
        return {
            tag: VersionConfig(
                **settings_in(self, tag, given),
                below=folder_of(tag, given),
                root="" if has_own_host(given) else self.base_path,
                is_on_own_host=has_own_host(given),
                first_url=self.url,
                hosts=self.hosts_of_languages,
                own_sections=tuple(given.sections),
                family=self.language_tags,
                own_menus=tuple(given.menus),
            )
            for tag, given in self.languages.items()
            if tag != self.language
        }


class VersionConfig(SiteConfig, frozen=True, kw_only=True):
    """The settings of the site in another language than its first."""

    below: str
    """Where it stands in the output, and below the site unless it has a host: `/en/`."""
    root: str
    is_on_own_host: bool
    first_url: str = ""
    """The address of the site in its first language."""
    hosts: tuple[tuple[str, str], ...] = ()
    family: tuple[str, ...] = ()
    """All languages of the site."""
    own_menus: tuple[str, ...] = ()
    """The menus that its language has in the place of the site's."""
    own_sections: tuple[str, ...] = ()
    """The sections that its language names: it has them even while they are empty."""

    def __post_init__(self) -> None:
        urls = self.urls.in_language(self.language, is_version=True)
        msgspec.structs.force_setattr(self, "urls", urls)

    @property
    def language_tags(self) -> tuple[str, ...]:
        return self.family

    @property
    def folder(self) -> str:
        return self.below.strip("/") + "/"

    @property
    def root_path(self) -> str:
        return self.root

    @property
    def hosts_of_languages(self) -> tuple[tuple[str, str], ...]:
        return self.hosts

    @property
    def written_places(self) -> tuple[tuple[str, str], ...]:
        if not self.is_on_own_host:
            return (*self.hosts, ("/", self.root))
        others = (own for own in self.hosts if own[0] != self.below)
        return ((self.below, self.root), *others, ("/", self.first_url.rstrip("/")))

    @property
    def has_own_host(self) -> bool:
        return self.is_on_own_host

    @property
    def menus_of_its_own(self) -> Collection[str]:
        return self.own_menus

    @property
    def sections_of_its_own(self) -> Collection[str]:
        return self.own_sections
