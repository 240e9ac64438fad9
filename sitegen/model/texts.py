"""Kinds of text that authors write: what reads a key knows by them what to make of it."""

from typing import Annotated

Link = Annotated[str, "link"]
"""An address that pages lead to: of the site, or with a scheme that does no harm."""
Prose = Annotated[str, "prose"]
"""What readers read: typeset as the language of its author wants."""
