"""What pages are, in words: kinds as authors and webmasters would call them."""

from sitegen.model.kinds import traits_of
from sitegen.wording.translation import _


def kind_words(kind: str) -> str:
    """Return what a page of *kind* is, and *kind* as templates have it where that differs."""
    words = _(traits_of(kind).words)
    return words if words == kind else f"{words} [{kind}]"
