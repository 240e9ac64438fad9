"""What was compiled of the themes that sitegen brings, beside Python's compiled modules. Does I/O.

It is code, and a part of the program as they are: it stands in the folder of the package that is
run, is left out where Python leaves them out, and never in a site's state, which others restore.
"""

import importlib.util
import marshal
import os
import sys
from contextlib import suppress
from functools import cache
from typing import NamedTuple

import msgspec

from sitegen.digest import SIZE, digest
from sitegen.disk.writing import replace_file
from sitegen.engine.tool import tool_digest
from sitegen.theme.folders import Mentions, Theme

MOST = 500
"""Templates that are kept at most: beyond them those stay that were asked for last."""
_encode = msgspec.msgpack.encode
_decode = msgspec.msgpack.Decoder(dict[bytes, Mentions]).decode


class KeptThemes(NamedTuple):
    """What other processes found out about these themes."""

    mentions: dict[bytes, Mentions]
    """What templates name, by `mentions_key`."""
    codes: dict[bytes, bytes]
    """The code of templates by its key, encoded by `marshal`."""


def mentions_key(source: str) -> bytes:
    """Return what tells a template's text: another Jinja may read it otherwise."""
    return digest(tool_digest(), source)


@cache
def kept_themes() -> KeptThemes:
    """Return what is kept; nothing where another program kept it, or the file is damaged."""
    with suppress(OSError, NotImplementedError), open(_path(), "rb") as file:
        written, content = file.read(SIZE), file.read()
        if written == digest(tool_digest(), content):
            mentions, codes = marshal.loads(content)
            return KeptThemes(_decode(mentions), codes)
    return KeptThemes({}, {})


def know_compiled() -> None:
    """Let templates be looked up before they are compiled."""
    from sitegen.rendering.templates.compiled import COMPILED

    COMPILED.know(kept_themes().codes)


def keep_compiled(theme: Theme) -> None:
    """Keep what was compiled in this process and what *theme* names, if any of it is new."""
    from sitegen.rendering.templates.compiled import COMPILED

    kept = kept_themes()
    mentions = {mentions_key(theme.templates[name]): theme.mentions[name] for name in theme.brought}
    lasting = COMPILED.lasting
    if sys.dont_write_bytecode or (
        lasting.keys() <= kept.codes.keys() and mentions.keys() <= kept.mentions.keys()
    ):
        return
    codes = {key: kept.codes.get(key) or marshal.dumps(code) for key, code in lasting.items()}
    if len(kept.codes.keys() | codes.keys()) <= MOST:
        mentions, codes = kept.mentions | mentions, kept.codes | codes
    content = marshal.dumps((_encode(mentions), codes))
    with suppress(OSError, NotImplementedError):  # a package that this user may not write to
        replace_file(_path(), digest(tool_digest(), content) + content)
        kept_themes.cache_clear()


def _path() -> str:
    """Return the file; raises `NotImplementedError` where this Python keeps no compiled modules."""
    module = os.path.join(os.path.dirname(__file__), "compiled_themes.py")
    return importlib.util.cache_from_source(module, optimization="themes")
