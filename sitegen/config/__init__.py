"""What ``site.yaml`` says, as values: a module for each family of keys, `SiteConfig` for all.

A family's module knows too what of its keys is of the right type and yet cannot be
(`validation`).
"""

from sitegen.config.agenda import (
    CalendarsConfig,
    HolidayPlace,
    available_timezones,
    is_timezone,
    is_zone_name,
    meant_timezone,
)
from sitegen.config.checking import CheckConfig, ExternalConfig
from sitegen.config.deploying import DeployConfig
from sitegen.config.editing import EditingConfig
from sitegen.config.feeds import FeedFormat, FeedsConfig, SitemapConfig
from sitegen.config.images import ImagesConfig, QualityConfig
from sitegen.config.languages import LanguageConfig
from sitegen.config.letter import LetterConfig, MailingListConfig, MailServerConfig
from sitegen.config.markdown import MarkdownConfig
from sitegen.config.navigation import MenuItem, SectionConfig, TagConfig
from sitegen.config.organisation import Office, OrganisationConfig
from sitegen.config.policy import PolicyConfig, PolicySources
from sitegen.config.press import PressConfig
from sitegen.config.private import PrivateConfig
from sitegen.config.publishing import PublishingConfig
from sitegen.config.repository import RepositoryConfig
from sitegen.config.site import DEFAULT_THEME, SiteConfig, VersionConfig
from sitegen.config.site_file import SiteFile, read_config
from sitegen.config.sources import SourceConfig, SourceRules, SourceTarget
from sitegen.config.urls import UrlPatterns

__all__ = [
    "DEFAULT_THEME",
    "CalendarsConfig",
    "CheckConfig",
    "DeployConfig",
    "EditingConfig",
    "ExternalConfig",
    "FeedFormat",
    "FeedsConfig",
    "HolidayPlace",
    "ImagesConfig",
    "LanguageConfig",
    "LetterConfig",
    "MailServerConfig",
    "MailingListConfig",
    "MarkdownConfig",
    "MenuItem",
    "Office",
    "OrganisationConfig",
    "PolicyConfig",
    "PolicySources",
    "PressConfig",
    "PrivateConfig",
    "PublishingConfig",
    "QualityConfig",
    "RepositoryConfig",
    "SectionConfig",
    "SiteConfig",
    "SiteFile",
    "SitemapConfig",
    "SourceConfig",
    "SourceRules",
    "SourceTarget",
    "TagConfig",
    "UrlPatterns",
    "VersionConfig",
    "available_timezones",
    "is_timezone",
    "is_zone_name",
    "meant_timezone",
    "read_config",
]
