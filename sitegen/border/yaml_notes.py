"""What is noted of a YAML text while it becomes values."""

from collections.abc import Callable
from typing import Any

import yaml

from sitegen.errors import Diagnostic
from sitegen.model import Moment
from sitegen.patterns import lazy_pattern
from sitegen.wording.phrases import Words


class Invalid:
    """The value of a node that was refused; its diagnostic is already noted."""


INVALID = Invalid()


_NUMBER = lazy_pattern(r"\.\d{1,3}(?=\.|$)")


def without_numbers(key: str) -> str:
    """Return the path *key* without the places in lists: `events.1.start` → `events.start`.

    They count from zero, as no author does; line and column tell which one is meant.
    """
    return _NUMBER.sub("", key)


def lacking(key: str) -> tuple[str, dict[str, str]]:
    """Return code and values of what tells that *key*, a path, is missing."""
    shown = without_numbers(key)
    above, _, name = shown.rpartition(".")
    values = {"key": shown, "name": name, "above": above}
    return "missing-key-below" if above else "missing-key", values


class YamlNotes:
    """What is found in one YAML text: diagnostics, and where each key stands."""

    def __init__(self, text: str, path: str, first_line: int, *, deepest: int = 2) -> None:
        """*deepest*: how many steps the paths of the keys have that are marked."""
        self.text = text
        self.path = path
        self.first_line = first_line
        self.deepest = deepest
        self.diagnostics: list[Diagnostic] = []
        self.marks: dict[str, tuple[int, int]] = {}
        """Key path (`image`, `events.1`) to line and column, for what is found wrong later."""
        self.sound: dict[str, Any] = {}
        """The values of the top level that could be read, whatever is wrong beside them."""
        self.in_part: dict[str, Any] = {}
        """By their path, values of structs in which a key is wrong that they could do without."""
        self.day_around: Moment | None = None
        """What gives its day to an hour alone in a list: the item before, else what is around."""

    def refuse(self, node: yaml.Node, code: str, /, **values: Words) -> Invalid:
        line, column = self.place(node)
        if "key" in values:
            values["key"] = without_numbers(str(values["key"]))
        self.diagnostics.append(Diagnostic(code, self.path, line, column, values))
        return INVALID

    def lack(self, node: yaml.Node, key: str, code: str = "") -> None:
        """Note that *key*, a path, is missing in *node*."""
        missing, values = lacking(key)
        self.refuse(node, code or missing, **values)

    def place(self, node: yaml.Node) -> tuple[int, int]:
        return self.first_line + node.start_mark.line, node.start_mark.column + 1

    def written(self, node: yaml.Node) -> str:
        """Return *node* as it stands in the file, its first line."""
        return self.text[node.start_mark.index : node.end_mark.index].split("\n")[0].strip()

    def rest_of_line(self, node: yaml.Node) -> str:
        """Return what stands behind *node* in its line."""
        return self.text[node.end_mark.index : node.end_mark.index + 40].split("\n")[0]


Reader = Callable[[YamlNotes, yaml.Node, str], Any]
"""Returns a node's value, or notes why it is `INVALID`; the text is the path of its key."""
