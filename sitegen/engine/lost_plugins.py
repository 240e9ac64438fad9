"""What is told while a plugin is gone: that it is gone, or what it gave is unknown, once."""

from collections.abc import Iterable

from sitegen.errors import Diagnostic
from sitegen.plugins.remembered import Remembered
from sitegen.wording.phrases import Phrase

_OF_NAMES = ("shortcode-unknown", "shortcode-unknown-near", "template-missing")
_OF_TEMPLATES = ("{name} is undefined", "No filter named {name}.", "`{object}` has no `{name}`")
"""How a template begins to say that it knows no such name."""


def is_lost(plugin: Remembered) -> bool:
    """Whether *plugin* is not at work, and nobody knows what it declared."""
    return plugin.failure is not None and not plugin.ref.code


def without_consequences(
    diagnostics: Iterable[Diagnostic], plugins: Iterable[Remembered]
) -> list[Diagnostic]:
    """Return *diagnostics*; while one of *plugins* is lost without the names that nobody knows.

    It may have given them: they are told once it is there. A shortcode whose plugin was left out is
    told in the texts; what was published of these shows it yet, and its template is missing.
    """
    told = list(diagnostics)
    if any(map(is_lost, plugins)):
        return [diagnostic for diagnostic in told if not _is_of_a_name(diagnostic)]
    unknown = {
        f"shortcodes/{diagnostic.values['name']}.html"
        for diagnostic in told
        if diagnostic.code.startswith("shortcode-unknown")
    }
    return [
        diagnostic
        for diagnostic in told
        if diagnostic.code != "template-missing" or diagnostic.values["template"] not in unknown
    ]


def _is_of_a_name(diagnostic: Diagnostic) -> bool:
    reason, target = diagnostic.values.get("reason"), str(diagnostic.values.get("target", ""))
    if diagnostic.code == "broken-link":
        return target.startswith("/")  # a page that it planned
    if diagnostic.code == "template-failed" and isinstance(reason, Phrase):
        return reason.text.startswith(_OF_TEMPLATES)
    return diagnostic.code in _OF_NAMES
