"""Feeds and sitemaps: what programs read."""

from typing import Literal

import msgspec

from sitegen.config.refusing import Refuse
from sitegen.model import Link

FeedFormat = Literal["atom", "rss", "json"]


class FeedsConfig(msgspec.Struct, frozen=True, kw_only=True):
    limit: int = 20
    """How many articles a feed holds."""
    full_content: bool = True
    """Whether feeds hold whole texts, or summaries alone."""
    formats: tuple[FeedFormat, ...] = ("atom", "rss", "json")
    """The formats of the feeds of sections, tags, authors and organisations; the feed of all
    articles has each of them."""
    hub: Link = ""
    """The address of a WebSub hub, which readers subscribe to, and which `sitegen deploy` tells of
    what is new."""


class SitemapConfig(msgspec.Struct, frozen=True, kw_only=True):
    news: bool = False
    """Whether there is a sitemap for Google News, of the articles of two days."""


def check_feeds(config: FeedsConfig, refuse: Refuse) -> None:
    if config.limit < 1:
        refuse("feeds.limit", "expected-positive", key="feeds.limit")
    if config.hub and not config.hub.lower().startswith(("https://", "http://")):
        refuse("feeds.hub", "hub-address", value=config.hub)
    if "atom" not in config.formats:
        refuse("feeds.formats", "feeds-without-atom")
