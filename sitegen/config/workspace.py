"""``workspace.yaml``: which folders are sites, checked, with line numbers."""

from typing import NamedTuple

import msgspec

from sitegen.border.convert import Converter
from sitegen.border.text import decode
from sitegen.border.yaml_nodes import compose
from sitegen.errors import Place, UsageError
from sitegen.names import WORKSPACE_FILE


class WorkspaceConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Sites that share a theme and data."""

    sites: tuple[str, ...] = ("sites/*",)
    """Their folders, from that of workspace.yaml on; `*` stands for any name."""


class Pattern(NamedTuple):
    """A line under `sites`, and where it stands."""

    text: str
    place: Place


def read_workspace(raw: bytes) -> list[Pattern]:
    """Return what ``workspace.yaml`` says of its sites; raises `UsageError`.

    An empty file is a workspace whose sites stand in ``sites/``.
    """
    text, wrong = decode(raw, WORKSPACE_FILE)
    node = None if wrong else compose(text, WORKSPACE_FILE, 1, wrong)
    converter = Converter(text, WORKSPACE_FILE, 1)
    config = converter.convert(node, WorkspaceConfig) if node else WorkspaceConfig()
    if wrong or converter.diagnostics or config is None:
        raise UsageError(*wrong, *converter.diagnostics)
    lines = enumerate(config.sites)
    return [
        Pattern(pattern, Place(WORKSPACE_FILE, *converter.marks.get(f"sites.{number}", (1, 1))))
        for number, pattern in lines
    ]
