"""A second front matter below the first: to Markdown it is text, and hides nothing. Pure.

A line `---` slipped into the first one, a template was pasted above a text that had its own: what
the lines below say of a draft or an embargo would be a heading that everybody reads.
"""

import re

from sitegen.border.hiding import is_hiding_key
from sitegen.border.suggestions import FRENCH_KEYS, is_word_for_access
from sitegen.model import FrontMatter
from sitegen.patterns import lazy_pattern

_NAME = r"(?:mot de passe|[a-zà-ÿ][\w-]*)"
_BLOCK = re.compile(
    r"\s*(?:---[ \t]*\n\s*)?"
    rf"(?P<block>{_NAME}[ \u00a0\u202f]*:(?:[ \t\u00a0\u202f].*)?\n(?:(?!---|\.\.\.).*\n)*?)"
    r"(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_KEY = lazy_pattern(rf"(?P<key>{_NAME})[ \u00a0\u202f]*:(?:[ \t\u00a0\u202f]|\Z)")
_KEYS = {*FrontMatter.__struct_fields__, *FRENCH_KEYS}


def second_head(body: str) -> tuple[int, str] | None:
    """Return where in *body*, a text below its front matter, another one begins, and its lines.

    None where it begins with text: in a front matter each line is a key that documents have, is
    indented, an item, empty or a comment.
    """
    match = _BLOCK.match(body)
    if match is None:
        return None
    for line in match["block"].split("\n"):
        key = _KEY.match(line)
        if key is None:
            is_part = not line or line[0] in " \t#-"
        else:
            name = key["key"]
            is_part = name in _KEYS or is_word_for_access(name) or is_hiding_key(name)
        if not is_part:
            return None
    return match.start("block"), match["block"]
