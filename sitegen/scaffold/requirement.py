"""Which sitegen a new site asks pip for: the one that makes it, with what `sitegen check` needs."""

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from sitegen.names import DISTRIBUTION

_VERSION = re.compile(r"v?\d+\.\d")


def usual_requirement() -> str:
    """Return a line of requirements.txt: where this sitegen came from; nothing if nobody knows.

    Its name alone would be asked of an index, where nobody promises that it is this one.
    What pip fetched elsewhere than from its index, it writes beside the package
    (https://packaging.python.org/en/latest/specifications/direct-url/).
    """
    try:
        written = distribution(DISTRIBUTION).read_text("direct_url.json") or "{}"
        return requirement_of(json.loads(written))
    except (PackageNotFoundError, ValueError):
        return ""


def requirement_of(origin: dict[str, Any]) -> str:
    """Return the requirement of a package that came from *origin*, a `direct_url.json`.

    Nothing if it came from an index, or from a folder that no other machine has.
    """
    source = origin.get("vcs_info", {})
    if "vcs" not in source:
        address = _without_password(origin.get("url", ""))
        return f"{DISTRIBUTION}[check] @ {address}" if address.startswith("https://") else ""
    revision = source.get("requested_revision", "")
    if not _VERSION.match(revision):  # a branch is another sitegen tomorrow
        revision = source.get("commit_id", "")
    folder = origin.get("subdirectory", "")
    address = f"{source['vcs']}+{_without_password(origin['url'])}"
    address += f"@{revision}" if revision else ""
    address += f"#subdirectory={folder}" if folder else ""
    return f"{DISTRIBUTION}[check] @ {address}"


def _without_password(url: str) -> str:
    """Return *url* as everybody may read it; a user alone, as in ``ssh://git@…``, is no secret."""
    parts = urlsplit(url)
    user, _, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=host)) if ":" in user else url
