"""Templates that were compiled, by all that decides what comes out: none is compiled twice.

Jinja asks its environment's `bytecode_cache` before it compiles. What is known lives as long as the
process; of the themes that sitegen brings it is kept longer (`engine/compiled_themes.py`).
"""

import marshal
from collections.abc import Callable, Mapping
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from sitegen.rendering.templates.closures import CodeOf
from sitegen.rendering.templates.includes import name_lines

MOST = 2_000
"""Templates that are kept at most: a preview compiles each edit."""


class Compiled:
    """The code of templates, by its key."""

    def __init__(self) -> None:
        self._codes: dict[bytes, CodeType] = {}
        self._encoded: Mapping[bytes, bytes] = {}
        self.lasting: dict[bytes, CodeType] = {}
        """What was asked for here and may be kept for other processes."""

    def know(self, encoded: Mapping[bytes, bytes]) -> None:
        """Take what another process compiled, encoded by `marshal`."""
        self._encoded = encoded

    def get(self, wanted: CodeOf) -> CodeType | None:
        """Return the code that is *wanted*, if it is known."""
        code = self._codes.get(wanted.key)
        if code is None and wanted.is_lasting and wanted.key in self._encoded:
            code = marshal.loads(self._encoded[wanted.key])
            self.put(wanted, code)
        return code

    def put(self, wanted: CodeOf, code: CodeType) -> None:
        """Keep the *code* that was *wanted*."""
        if len(self._codes) >= MOST:
            self._codes.clear()
            self.lasting.clear()
        self._codes[wanted.key] = code
        if wanted.is_lasting:
            self.lasting[wanted.key] = code


COMPILED = Compiled()
"""What this process knows."""


class CodeCache(jinja2.BytecodeCache):
    """What an environment asks for code before it compiles."""

    def __init__(self, code_of: Callable[[str], CodeOf]) -> None:
        """*code_of* returns what the code of the template of that name is made from."""
        self._code_of = code_of

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Return the code, or an empty place for it: Jinja compiles then, and calls `set_bucket`.

        The *source* is what the environment loads by that *name*: it is part of the key.
        """
        wanted = self._code_of(name)
        bucket = Bucket(environment, name, "")
        if all(map(name_lines, wanted.templates)):  # by which mistakes have their places
            bucket.code = COMPILED.get(wanted)
        return bucket

    def set_bucket(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            COMPILED.put(self._code_of(bucket.key), bucket.code)
