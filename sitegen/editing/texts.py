"""What the page's own scripts say, in the site's language."""

from collections.abc import Callable

_TEXTS = {
    "day": "Day",
    "hour": "Hour",
    "mistakes": "What sitegen says of it",
    "noMistakes": "Nothing is wrong with it.",
    "checking": "Being looked at …",
    "unsaved": "The page is shown as it was saved last.",
    "notSaved": "The page is shown here once it is saved.",
    "unreachable": "The preview does not answer. What you wrote is kept in this browser:"
    " start `sitegen serve --edit` again, then save.",
    "offline": "Nobody answers. What you wrote is kept in this browser: look whether the network is"
    " there, then save again.",
    "noScript": "This page needs JavaScript.",
    "page": "The page",
    "text": "The text",
    "unreadable": "What stands above the text cannot be read as YAML: mend the file itself first.",
    "warning": "Warning",
}


def page_texts(translate: Callable[[str], str]) -> dict[str, str]:
    """Return the texts of the page's scripts by their names there."""
    return {name: translate(text).replace("`", "") for name, text in _TEXTS.items()}
