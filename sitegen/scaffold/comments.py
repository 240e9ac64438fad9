"""Comments of files that every site gets, in the words of its makers."""

import re
import textwrap
from collections.abc import Callable

_WIDTH = 100
_PARAGRAPH = re.compile(r"^([ ]*)# .+\n(?:\1# .+\n)*", re.MULTILINE)
_AT_THE_END = re.compile(r"(?<=\S) # (.+)$", re.MULTILINE)
_NAME = re.compile(r"^([ ]*(?:- )?name: )(.+)$", re.MULTILINE)
"""The name of a workflow or of its step, which the host shows."""
_SAID = re.compile(r"^([ ]*SAYS_\w+: )(.+)$", re.MULTILINE)
"""What a script of a workflow says to people."""


def translate_comments(text: str, translate: Callable[[str], str]) -> str:
    """Return *text*, a file whose comments begin with `# `, with these as *translate* gives them.

    Lines that follow each other are one paragraph, which is filled anew if its words are others.
    """

    def fill(match: re.Match[str]) -> str:
        start = f"{match[1]}# "
        words = " ".join(line.removeprefix(start) for line in match[0].splitlines())
        told = translate(words)
        if told == words:
            return match[0]
        lines = textwrap.wrap(
            told,
            _WIDTH,
            initial_indent=start,
            subsequent_indent=start,
            break_long_words=False,
            break_on_hyphens=False,
        )
        return "".join(f"{line}\n" for line in lines)

    text = _PARAGRAPH.sub(fill, text)
    text = _AT_THE_END.sub(lambda match: f" # {translate(match[1])}", text)
    for told in (_NAME, _SAID):
        text = told.sub(lambda match: match[1] + translate(match[2]), text)
    return text
