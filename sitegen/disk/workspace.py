"""The workspace around a site: a folder above it whose sites share what stands in it.

A site in ``sites/mairie/`` of a workspace takes what it lacks itself from the workspace's
``themes/`` and ``_data/``, whoever builds it and from where. Looks at the disk, at every build:
what is shared is an input like any other.
"""

import os

from sitegen.names import WORKSPACE_FILE

HIGHEST = 3
"""Folders above a site's own in which its workspace is looked for: ``sites/<region>/<site>/``."""
SHARED_DATA = "_data"
SHARED_THEMES = "themes"


def workspace_of(root: str) -> str:
    """Return the folder of the workspace that the site at *root* belongs to; "" without one."""
    folder = os.path.abspath(root)
    for _ in range(HIGHEST):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return ""
        if os.path.isfile(os.path.join(folder, WORKSPACE_FILE)):
            return folder
    return ""


def shared_folder(root: str, name: str) -> str:
    """Return the folder *name* that the site at *root* shares with others; "" without one."""
    workspace = workspace_of(root)
    folder = os.path.join(workspace, name) if workspace else ""
    return folder if folder and os.path.isdir(folder) else ""


def way_up(root: str, folder: str) -> str:
    """Return *folder*, a workspace's, as the site at *root* shows it: ``../../themes/hub``."""
    return os.path.relpath(folder, os.path.abspath(root)).replace(os.sep, "/")


def without_way(path: str) -> str:
    """Return *path*, as a site shows it, from the workspace on; one of its own as it is."""
    while path.startswith("../"):
        path = path[3:]
    return path
