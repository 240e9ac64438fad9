"""Which text of Hugo a shortcode names: `ref "forum.md"`. Reads which files there are."""

import posixpath
from collections.abc import Callable, Sequence
from typing import NamedTuple

from sitegen.importing.material import Material


class NamedTexts(NamedTuple):
    """The texts that can be named."""

    material: Material
    content: str
    """The folder of the content, from which a path may begin."""
    names: Sequence[str]
    """The files of the texts."""

    def beside(self, folder: str) -> Callable[[str], str]:
        """Return what finds the text that a shortcode in *folder* names, and else what was
        written.
        """
        return lambda written: self._found(folder, written)

    def _found(self, folder: str, written: str) -> str:
        path, sign, anchor = written.partition("#")
        beside = posixpath.normpath(posixpath.join(folder, path))
        for asked in (beside, f"{self.content}/{path.lstrip('/')}"):
            for name in (asked, f"{asked}.md", f"{asked}/index.md", f"{asked}/_index.md"):
                if name in self.material:
                    return f"/{name}{sign}{anchor}"
        end = f"/{path.strip('/')}"
        ends = (end, f"{end}.md", f"{end}/index.md")
        near = [name for name in self.names if f"/{name}".endswith(ends)]
        return f"/{near[0]}{sign}{anchor}" if len(near) == 1 else written
