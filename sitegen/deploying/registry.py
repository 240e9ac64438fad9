"""Which kinds of places a site can be brought to. Imports one of them when it is asked for."""

import importlib
import importlib.util
import shutil
from collections.abc import Mapping
from importlib.metadata import entry_points

from sitegen.config.deploying import DeployConfig, Destination, destination
from sitegen.deploying.target import Target
from sitegen.errors import Diagnostic, UsageError

SCHEMES: dict[str, str] = {
    "file": "folder:FolderTarget",
    "rsync": "rsync:RsyncTarget",
    "sftp": "sftp:SftpTarget",
    "s3": "s3:S3Target",
    "git+https": "git:GitTarget",
    "git+ssh": "git:GitTarget",
    "git+file": "git:GitTarget",
}
"""By the beginning of an address: module and class below `sitegen.deploying.targets`."""
GROUP = "sitegen.targets"
"""Entry points: a scheme, and the class for it."""


def choose(named: str, targets: Mapping[str, DeployConfig]) -> Destination:
    """Return where *named* leads: the name of one of *targets*, or an address; nothing: the first.

    Raises `UsageError` where that is none.
    """
    if not targets and not any(sign in named for sign in "/:"):
        raise UsageError(Diagnostic("deploy-nowhere"))
    name = named or next(iter(targets))
    if name in targets:
        config = targets[name]
    elif "/" in name or ":" in name:
        config = DeployConfig(to=name)
    else:
        values = {"value": name, "known": ", ".join(f"`{target}`" for target in targets) or "-"}
        raise UsageError(Diagnostic("deploy-unknown", values=values))
    place = destination(config)
    if place is None:
        raise UsageError(Diagnostic("deploy-address", values={"value": config.to}))
    if place.has_secret:
        raise UsageError(Diagnostic("deploy-secret", values={"key": "TARGET"}))
    return place


OTHERS: dict[str, type[Target]] = {}
"""What the plugins of the site at hand bring, by scheme."""


def open_target(place: Destination, root: str) -> Target:
    """Return the target for *place*, not opened yet.

    Raises `UsageError` where nobody knows its scheme, or what it needs is not installed.
    """
    target = _load(place)
    for package, extra in target.needs:
        if importlib.util.find_spec(package) is None:
            values = {"what": f"`{place.scheme}://`", "extra": extra}
            raise UsageError(Diagnostic("missing-extra", values=values))
    if target.program and shutil.which(target.program) is None:
        values = {"program": target.program, "scheme": place.scheme}
        raise UsageError(Diagnostic("deploy-program-missing", values=values))
    return target(place, root)


def _load(place: Destination) -> type[Target]:
    if place.scheme in SCHEMES:
        module, _, name = SCHEMES[place.scheme].partition(":")
        loaded: type[Target] = getattr(
            importlib.import_module(f"sitegen.deploying.targets.{module}"), name
        )
        return loaded
    if place.scheme in OTHERS:
        return OTHERS[place.scheme]
    for point in entry_points(group=GROUP):
        if point.name == place.scheme:
            other: type[Target] = point.load()
            return other
    raise UsageError(Diagnostic("deploy-address", values={"value": place.address}))
