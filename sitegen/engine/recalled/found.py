"""What a build knows before it has looked into any file."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from sitegen.disk.stamps import Stamp
from sitegen.engine.locked import Disk
from sitegen.engine.options import BuildOptions
from sitegen.engine.stages.scan import Scan
from sitegen.engine.unchanged import SoundBuild

if TYPE_CHECKING:
    from sitegen.engine.memory import BuildMemory


class Recalled(NamedTuple):
    """How the site stood after the last build, and the files as they are now."""

    options: BuildOptions
    disk: Disk
    standing: SoundBuild
    scan: Scan
    present: Mapping[str, Stamp]
    """The output, which is what the last build left."""
    memory: "BuildMemory | None" = None
    """What earlier builds of this process left, if it keeps anything."""

    @property
    def is_told(self) -> bool:
        """Whether this is the site that readers have, of which what is different is told."""
        return not (self.options.base_url or self.standing.withheld)
