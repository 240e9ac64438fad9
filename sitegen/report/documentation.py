"""Where the documentation of this sitegen is on the web, if it is. Reads the package's metadata."""

from functools import cache
from importlib.metadata import PackageNotFoundError, metadata

from sitegen.catalogue import MESSAGES
from sitegen.names import DISTRIBUTION

LABEL = "documentation"
"""What the address is called under `[project.urls]` (packaging.python.org: well-known labels)."""


def help_url(code: str) -> str:
    """Return the address at which the message is explained; empty where none is known."""
    site = _documentation()
    return f"{site}errors/#{MESSAGES[code].id.lower()}" if site else ""


@cache
def _documentation() -> str:
    try:
        written = metadata(DISTRIBUTION).get_all("Project-URL") or []
    except PackageNotFoundError:  # run from a folder that was never installed
        return ""
    return documentation_of(written)


def documentation_of(urls: list[str]) -> str:
    """Return the address among a package's *urls* (`Label, https://…`), with its last slash."""
    for url in urls:
        label, _, address = url.partition(",")
        if label.strip().lower() == LABEL and address.strip():
            return address.strip().rstrip("/") + "/"
    return ""
