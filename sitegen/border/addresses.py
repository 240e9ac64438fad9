"""Web addresses as authors write them, in parts."""

from urllib.parse import SplitResult, urlsplit


def split_address(text: str, scheme: str = "") -> SplitResult:
    """Return the parts of *text* (RFC 3986); what is no address at all, `https://[`, is a path."""
    try:
        parts = urlsplit(text, scheme)
        _ = parts.port  # raises for what is no number
    except ValueError:
        return SplitResult("", "", text, "", "")
    return parts
