"""Where former addresses are written that cannot be: read again only if one is told. Does I/O."""

import os
from collections.abc import Iterator

from sitegen.border.convert import Converter
from sitegen.border.text import decode
from sitegen.border.yaml_nodes import compose, find, find_key
from sitegen.disk.reading import read_or_nothing
from sitegen.engine.stages.scan import Scan
from sitegen.errors import Diagnostic, Place
from sitegen.names import CONTENT, SITE_FILE
from sitegen.site.index import Index
from sitegen.site.plan.plan import Plan
from sitegen.site.plan.redirects import WrongRedirect, wrong_redirects
from sitegen.sources.data import ENDINGS


def check_redirects(index: Index, plan: Plan, site_yaml: bytes, scan: Scan) -> Iterator[Diagnostic]:
    """Yield what is wrong with former addresses of settings and lists, where it is written."""
    for wrong in wrong_redirects(index, plan):
        document = index.every_document.get(wrong.file.removeprefix(f"{CONTENT}/"))
        if document is not None:
            key = ".".join(map(str, wrong.keys))
            yield document.diagnostic(wrong.code, key, **wrong.values)
        else:
            yield _place(wrong, site_yaml, scan).diagnostic(wrong.code, **wrong.values)


def _place(wrong: WrongRedirect, site_yaml: bytes, scan: Scan) -> Place:
    if wrong.file == SITE_FILE:
        path, raw = SITE_FILE, site_yaml
    else:
        candidates = (f"{wrong.file}{ending}" for ending in ENDINGS)
        path = next(
            (candidate for candidate in candidates if candidate in scan.content), wrong.file
        )
        source = scan.content.get(path)
        raw = read_or_nothing(os.fspath(source.disk_path)) if source else b""
    text, _ = decode(raw, path)
    root = compose(text, path, 1, [])
    if root is None:
        return Place(path, 0, 0)
    is_key = isinstance(wrong.keys[-1], str) and wrong.keys[0] == "redirects"
    node = find_key(root, *map(str, wrong.keys)) if is_key else find(root, *wrong.keys)
    node = node or find(root, *wrong.keys[:-1])  # a list that is written as one word
    return Place(path, *(Converter(text, path, 1).place(node) if node else (0, 0)))
