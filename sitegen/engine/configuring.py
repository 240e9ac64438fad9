"""The configuration of a build: ``site.yaml``, and whether what it chooses is there."""

from importlib.util import find_spec

from sitegen.config import SiteConfig, read_config
from sitegen.errors import Diagnostic, UsageError
from sitegen.names import SITE_FILE
from sitegen.rendering.themes import known_themes


def load_config(root: str, raw: bytes, base_url: str = "") -> SiteConfig:
    """Return the configuration in *raw*, for the site at *root*; raises `UsageError`."""
    config = read_config(raw, base_url=base_url)
    if config.markdown.engine == "commonmark" and find_spec("pyromark") is None:
        values = {"what": "`markdown.engine: commonmark`", "extra": "commonmark"}
        raise UsageError(Diagnostic("missing-extra", SITE_FILE, values=values))
    if config.holidays and find_spec("holidays") is None:
        values = {"what": f"`holidays: {config.holidays}`", "extra": "holidays"}
        raise UsageError(Diagnostic("missing-extra", SITE_FILE, values=values))
    if config.images.active and find_spec("PIL") is None:
        values = {"what": "`images:`", "extra": "images"}
        raise UsageError(Diagnostic("missing-extra", SITE_FILE, values=values))
    themes = known_themes(root)
    if config.theme not in themes:
        known = ", ".join(themes)
        values = {"theme": config.theme, "known": known}
        raise UsageError(Diagnostic("unknown-theme", SITE_FILE, values=values))
    return config
