"""What a build knows before it has looked into any file."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, NamedTuple

from sitegen.disk.looking import Look
from sitegen.disk.stamps import Stamp
from sitegen.engine.locked import Disk
from sitegen.engine.options import BuildOptions
from sitegen.engine.seen import SeenInputs
from sitegen.engine.stages.scan import Scan
from sitegen.engine.trees import Tree, output_tree
from sitegen.engine.unchanged import SoundBuild

if TYPE_CHECKING:
    from sitegen.engine.memory import BuildMemory


class Recalled(NamedTuple):
    """How the site stood after the last build, and the files as they are now."""

    options: BuildOptions
    disk: Disk
    standing: SoundBuild
    seen: SeenInputs
    listed: Look | None
    """The output, which is what the last build left; None where this process knows that."""
    memory: "BuildMemory | None" = None
    """What earlier builds of this process left, if it keeps anything."""

    def present(self) -> Mapping[str, Stamp]:
        """The files of the output with their stamps."""
        known = self.disk.present
        return self.output.stamps(self.disk.state) if known is None else known

    def stamps(self, paths: Collection[str]) -> dict[str, Stamp]:
        """The stamps of those of *paths* that were files of the output."""
        known = self.disk.present
        if known is None:
            return self.output.kept(self.disk.state, paths)
        return {path: known[path] for path in paths if path in known}

    @property
    def scan(self) -> Scan:
        """The files that the site is made from; of the content what changed, and data."""
        return self.seen.scan

    @property
    def output(self) -> Tree:
        return output_tree(self.disk.output.folder)

    @property
    def is_told(self) -> bool:
        """Whether this is the site that readers have, of which what is different is told."""
        return not (self.options.base_url or self.standing.withheld)
