"""The Content-Security-Policy of a page (W3C, CSP Level 3): nothing from elsewhere unless told."""

from collections.abc import Iterable

import msgspec

from sitegen.config import PolicyConfig

_STRICT = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "media-src": ("'self'",),
    "connect-src": ("'self'",),
    "manifest-src": ("'self'",),
    "frame-src": (),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
}
"""No inline script, handler or style. `frame-ancestors` has no effect in a `meta` element."""


def policy(
    config: PolicyConfig,
    frames: Iterable[str] = (),
    scripts: Iterable[str] = (),
    media: Iterable[str] = (),
) -> str:
    """Return the policy of a page; *frames*, *scripts*, *media*: sources that it alone needs.

    Empty when the site switched it off.
    """
    if not config.enabled:
        return ""
    own: dict[str, tuple[str, ...]] = msgspec.to_builtins(config.sources)
    shown = tuple(media)
    needed = {"frame-src": tuple(frames), "script-src": tuple(scripts)}
    needed |= {"img-src": shown, "media-src": shown}
    directives = {
        name: (*sources, *own.get(name, ()), *needed.get(name, ()))
        for name, sources in _STRICT.items()
    }
    return "; ".join(
        " ".join(dict.fromkeys((name, *sources))) for name, sources in directives.items() if sources
    )
