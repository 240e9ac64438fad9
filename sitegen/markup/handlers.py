"""Event handlers and styles go where a site allows HTML, too: every page's policy refuses them."""

import re

from sitegen.markup.findings import MarkupFinding, left_out
from sitegen.markup.tokens import find_verbatim, read_attributes, tag_name, write_tag

_NEVER = re.compile(r"on\w*|style", re.IGNORECASE)
_MAY_BE_NEVER = re.compile(r"""[\s/"'](?:on\w+|style)\s*=""", re.IGNORECASE)


def drop_handlers(tokens: list[str], findings: list[MarkupFinding]) -> list[str]:
    """Return the *tokens* without event handlers and styles; *findings* gets what was left out."""
    if not any(_MAY_BE_NEVER.search(tag) for tag in tokens[1::2]):
        return tokens
    verbatim = find_verbatim(tokens)
    written = list(tokens)
    for index in range(1, len(tokens), 2):
        tag = tokens[index]
        if index - 1 in verbatim or not _MAY_BE_NEVER.search(tag):
            continue
        attributes = read_attributes(tag)
        never = [key for key in attributes if _NEVER.fullmatch(key)]
        findings += (left_out(tag_name(tag), key) for key in never)
        for key in never:
            del attributes[key]
        if never:
            written[index] = write_tag(tag_name(tag), attributes)
    return written
