"""What a build knows before it has looked into any file."""

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.disk.stamps import Stamp
from sitegen.engine.locked import Disk
from sitegen.engine.stages.scan import Scan
from sitegen.engine.unchanged import SoundBuild


class Recalled(NamedTuple):
    """How the site stood after the last build, and the files as they are now."""

    disk: Disk
    standing: SoundBuild
    scan: Scan
    present: Mapping[str, Stamp]
    """The output, which is what the last build left."""
    is_told: bool
    """Whether this is the site that readers have, of which what is different is told."""
