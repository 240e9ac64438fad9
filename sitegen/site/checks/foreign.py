"""What documents show of other sites, and whether the security policy lets pages load it. Pure."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

import msgspec

from sitegen.border.addresses import encode_address
from sitegen.config import PolicyConfig
from sitegen.errors import Diagnostic
from sitegen.markup.references import is_remote
from sitegen.sources.document import Document


def check_foreign(document: Document, config: PolicyConfig) -> Iterator[Diagnostic]:
    """Yield a warning for all that readers would not see."""
    image = document.front.image
    targets = [
        (foreign_source.url, foreign_source.directive, (foreign_source.line, foreign_source.column))
        for foreign_source in document.foreign
    ]
    if image is not None and is_remote(image.src):
        marks = document.details.marks
        targets.append((image.src, "img-src", marks.get("image.src") or marks["image"]))
    if not targets or not config.enabled:
        return
    allowed: dict[str, tuple[str, ...]] = msgspec.to_builtins(config.sources)
    for url, directive, (line, column) in targets:
        address = urlsplit(encode_address(url), "https")
        host = f"{address.scheme}://{address.netloc}"
        if not _is_allowed(address.scheme, address.netloc, allowed[directive]):
            values = {"url": url, "directive": directive, "host": host}
            yield Diagnostic("foreign-source", f"content/{document.id}", line, column, values)


def _is_allowed(scheme: str, host: str, sources: Sequence[str]) -> bool:
    """Whether one of *sources* matches (CSP 3 §6.7.2.8); a path in it is the browser's to judge."""
    for source in sources:
        before, is_full, rest = source.partition("://")
        named = (rest if is_full else source).partition("/")[0]
        if source == f"{scheme}:":
            return True
        if is_full and before != scheme and scheme != "https":
            continue
        if named == host or (named.startswith("*.") and host.endswith(named[1:])):
            return True
    return False
