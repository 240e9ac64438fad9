"""The catalogue of messages: for each diagnostic its identifier, severity, wording and mend.

Identifiers never change their meaning and are never given again. Placeholders in braces are the
diagnostic's `values`. Each module holds the messages about one thing.
"""

from collections.abc import Callable

from sitegen.catalogue import (
    addresses,
    building,
    deploying,
    documents,
    editing,
    editorial,
    events,
    fetching,
    images,
    importing,
    keys,
    languages,
    markup,
    output,
    plugins,
    press,
    press_room,
    private,
    scaffold,
    settings,
    shown_signs,
    sources,
    themes,
    workspaces,
    yaml_texts,
)
from sitegen.catalogue.message import Message
from sitegen.errors import Diagnostic, Severity
from sitegen.wording.phrases import in_words
from sitegen.wording.translation import _
from sitegen.wording.visible import visible

FAMILIES: dict[str, dict[str, Message]] = {
    "Files, their names and encodings": sources.MESSAGES,
    "YAML, JSON, CSV and front matter": yaml_texts.MESSAGES,
    "Keys and values": keys.MESSAGES,
    "Settings of the site": settings.MESSAGES,
    "Links, events and addresses": addresses.MESSAGES | documents.MESSAGES | events.MESSAGES,
    "Shortcodes and HTML in texts": markup.MESSAGES,
    "Languages and translations": languages.MESSAGES,
    "Private pages": private.MESSAGES,
    "Themes and their options": themes.MESSAGES,
    "Plugins": plugins.MESSAGES,
    "Images and search": images.MESSAGES,
    "The press page and the letter": press_room.MESSAGES,
    "Releases for the press": press.MESSAGES,
    "Building, publishing, serving": building.MESSAGES,
    "Several sites": workspaces.MESSAGES,
    "Deploying": deploying.MESSAGES,
    "New sites and documents": scaffold.MESSAGES,
    "The editing page": editing.MESSAGES,
    "Sites that move in": importing.MESSAGES,
    "Sources of partners": fetching.MESSAGES,
    "Advice of `sitegen check`": editorial.MESSAGES | shown_signs.MESSAGES,
    "The output, looked through": output.MESSAGES,
}
"""The messages by what they are about, in the order of a build."""
MESSAGES: dict[str, Message] = {
    code: message for family in FAMILIES.values() for code, message in family.items()
}


IDENTIFIERS = frozenset(message.id for message in MESSAGES.values())

STRICT_CHECKS = (
    "image-heavy",
    "image-misnamed",
    "image-without-size",
    "image-without-alt",
)
"""What a build warns of and `sitegen check` refuses."""


WORDED = frozenset(
    ("allowed", "choices", "example", "keys", "known", "limit", "other", "page", "problem")
) | {"reason", "what"}
"""The values that may be words of ours, in place of an author's or a file's own."""


def severity(diagnostic: Diagnostic, *, is_check: bool = False) -> Severity:
    if diagnostic.level:
        return diagnostic.level
    if is_check and diagnostic.code in STRICT_CHECKS:
        return "error"
    return MESSAGES[diagnostic.code].severity


def is_error(diagnostic: Diagnostic) -> bool:
    """Whether a build ends with 1 for it."""
    return severity(diagnostic) == "error"


def wording(diagnostic: Diagnostic, translate: Callable[[str], str] = _) -> tuple[str, str]:
    """Return the diagnostic's message and its mend (which may be empty), in the user's language.

    *translate* gives them in another: that of those who write on a page of the site.
    """
    message = MESSAGES[diagnostic.code]
    values = {
        name: visible(
            in_words(value, translate) if name in WORDED or not isinstance(value, str) else value
        )
        for name, value in diagnostic.values.items()
    }
    hint = translate(message.hint).format_map(values).rstrip()
    return translate(message.text).format_map(values), hint
