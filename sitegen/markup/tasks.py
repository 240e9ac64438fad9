"""Tasks: `- [ ] to do`, `- [x] done` (GFM §5.3), as signs that need neither a form nor a label."""

from sitegen.markup.tokens import read_attributes, tag_name, write_tag
from sitegen.patterns import lazy_pattern

_BOX = lazy_pattern(r"\s*\[([ xX])\](?=[ \n\u00a0])")
_SIGNS = {" ": "☐", "x": "☑", "X": "☑"}


def may_have_tasks(html: str) -> bool:
    return "[" in html and ("[ ]" in html or "[x]" in html or "[X]" in html)


def mark_tasks(tokens: list[str]) -> list[str]:
    """The *tokens* with a sign for the box at the beginning of an item, whose class is `task`."""
    marked = list(tokens)
    for index in range(1, len(tokens), 2):
        if tag_name(tokens[index]) != "li" or tokens[index].startswith("</"):
            continue
        at = index + 1
        if not tokens[at].strip() and tokens[at + 1 : at + 2] == ["<p>"]:
            at += 2
        if match := _BOX.match(tokens[at]):
            attributes = read_attributes(tokens[index])
            attributes["class"] = f"{attributes.get('class', '')} task".strip()
            marked[index] = write_tag("li", attributes)
            marked[at] = _SIGNS[match[1]] + tokens[at][match.end() :]
    return marked
