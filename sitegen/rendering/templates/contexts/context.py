"""What a template is given beside `site` and `page`, and what makes it."""

from collections.abc import Callable
from typing import Any

from sitegen.model import Kind, Page
from sitegen.rendering.view.site import Site

Context = dict[str, Any]
Contexts = dict[Kind, Callable[[Site, Page], Context]]
"""What makes the context of each kind of page of a family; those that need none are left out."""
