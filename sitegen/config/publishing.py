"""Where the site is published."""

from typing import Literal

import msgspec


class PublishingConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Where the site is published."""

    host: Literal[
        "", "apache", "caddy", "cloudflare", "github", "gitlab", "netlify", "nginx", "vercel"
    ] = ""
    """Who serves it. Former addresses are then written as that host leads readers on too, beside
    the pages that do so everywhere."""
    webmention: bool = False
    """Whether `sitegen deploy` tells the sites to which new and changed texts link (Webmention)."""
