"""The Content-Security-Policy."""

from typing import ClassVar

import msgspec

from sitegen.config.refusing import Refuse
from sitegen.patterns import lazy_pattern


class PolicySources(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """Where pages may load from beside the site, by directive (CSP 3 §2.3)."""

    img_src: tuple[str, ...] = ()
    """Of images."""
    media_src: tuple[str, ...] = ()
    """Of films and sounds."""
    frame_src: tuple[str, ...] = ()
    """Of frames."""
    script_src: tuple[str, ...] = ()
    """Of scripts."""
    style_src: tuple[str, ...] = ()
    """Of style sheets."""
    font_src: tuple[str, ...] = ()
    """Of fonts."""
    connect_src: tuple[str, ...] = ()
    """Of what scripts ask for."""
    form_action: tuple[str, ...] = ()
    """Where forms may be sent."""


class PolicyConfig(msgspec.Struct, frozen=True, kw_only=True):
    """The Content-Security-Policy that every page carries."""

    shorthand: ClassVar[str] = "enabled"

    enabled: bool = True
    """Whether pages carry it."""
    sources: PolicySources = PolicySources()
    """Where pages may load from beside the site, by directive."""


_SOURCE = lazy_pattern(
    r"(https?://)?(\*\.)?[\w-]+(\.[\w-]+)*(:(\d+|\*))?(/[^\s;,?#]*)?"
    r"|(https|data|blob):|'(unsafe-inline|unsafe-eval|wasm-unsafe-eval|unsafe-hashes)'"
    r"|'(sha256|sha384|sha512)-[\w+/=-]+'"
)
"""A source expression (CSP 3 §2.3.1) that cannot end its directive."""


def check_policy(config: PolicyConfig, refuse: Refuse) -> None:
    """Note sources that are none."""
    sources_of: dict[str, tuple[str, ...]] = msgspec.to_builtins(config.sources)
    for directive, sources in sources_of.items():
        for number, source in enumerate(sources):
            if not _SOURCE.fullmatch(source):
                key = f"security_policy.sources.{directive}.{number}"
                refuse(key, "bad-policy-source", value=source)
