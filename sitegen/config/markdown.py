"""How Markdown is read."""

from typing import Literal

import msgspec

from sitegen.config.refusing import Refuse


class MarkdownConfig(msgspec.Struct, frozen=True, kw_only=True):
    engine: Literal["markdown", "commonmark"] = "markdown"
    """Which Markdown is understood; `commonmark` needs sitegen-hub[commonmark]."""
    raw_html: Literal["safe", "escape", "allow"] = "safe"
    """HTML in Markdown: what is harmless, shown as text, or as it is written."""
    time_limit: float = 10
    """Seconds of a processor in which a document must be rendered."""


def check_markdown(config: MarkdownConfig, refuse: Refuse) -> None:
    if config.time_limit <= 0:
        refuse("markdown.time_limit", "expected-above-zero", key="markdown.time_limit")
