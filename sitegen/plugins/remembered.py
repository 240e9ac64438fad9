"""What a plugin declared when it was last at work: kept in the state, and told to workers."""

import inspect
from typing import Any

import msgspec

from sitegen.errors import Diagnostic
from sitegen.markup.values import DeclaredShortcode
from sitegen.model.kinds import Kind
from sitegen.plugins.finding import PluginRef
from sitegen.plugins.plugin import Plugin
from sitegen.plugins.values import PlannedPage


class Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """What a plugin declared when it was last at work: the names that templates and texts use."""

    ref: PluginRef
    filters: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    questions: dict[str, tuple[str, ...]] = {}
    """Each with the names of its arguments."""
    shortcodes: tuple[DeclaredShortcode, ...] = ()
    templates: dict[str, str] = {}
    words: dict[str, dict[str, str]] = {}
    changes_documents: bool = False
    page_kinds: tuple[Kind, ...] = ()
    feed_kinds: tuple[tuple[Kind, str], ...] = ()
    """Each with the name of its files."""
    pages: dict[str, tuple[PlannedPage, ...]] = {}
    """Those of each kind that it planned last."""
    inputs: dict[str, Any] = {}
    """What it read of the world before the build."""
    failure: Diagnostic | None = None
    """Why it is not at work in this build."""


def remember(ref: PluginRef, plugin: Plugin) -> Remembered:
    """Return what is remembered of a plugin that is at work."""
    return Remembered(
        ref=ref,
        filters=tuple(plugin.filters),
        functions=tuple(plugin.functions),
        questions={
            name: tuple(inspect.signature(question).parameters)[1:]
            for name, question in plugin.questions.items()
        },
        shortcodes=tuple(declared for declared, _ in plugin.shortcodes.values()),
        templates=plugin.templates,
        words={language: dict(words) for language, words in plugin.words.items()},
        changes_documents=bool(plugin.document_hooks),
        page_kinds=tuple(
            Kind(
                f"{ref.name}.{kind.name}",
                kind.words,
                "plugins",
                "writer" if kind.write else "template",
                in_sitemap="plain" if kind.in_sitemap else "",
                template_file=kind.template,
            )
            for kind in plugin.page_kinds.values()
        ),
        feed_kinds=tuple(
            (Kind(f"{ref.name}.{kind.name}", kind.words, "plugins", "writer", "scope"), kind.file)
            for kind in plugin.feed_kinds.values()
        ),
    )
