"""Plugins: a site's own code, declared by hooks, found, loaded and called with care.

What stands here is what a plugin imports; who uses plugins imports the modules below.
"""

from sitegen.plugins.facts import Facts
from sitegen.plugins.plugin import Plugin
from sitegen.plugins.values import Built, Finding, PlannedPage, ReadDocument

__all__ = ["Built", "Facts", "Finding", "PlannedPage", "Plugin", "ReadDocument"]
