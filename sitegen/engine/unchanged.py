"""A build with nothing to do, known without loading the site.

If every input has the stamp that it had, every file of the output too, and no instant has passed at
which an answer changes by itself, then a build would do what the last one did: nothing.
"""

from collections.abc import Iterable, Mapping

import msgspec

from sitegen.digest import digest
from sitegen.disk.stamps import Stamp, stamps_below
from sitegen.engine.stages.scan import Scan
from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.state import State
from sitegen.engine.tool import tool_digest
from sitegen.errors import Diagnostic
from sitegen.model import Moment, Withheld

_KEY = "standing"
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


class SoundBuild(msgspec.Struct, frozen=True, kw_only=True):
    """What the last build saw and said, if all went well."""

    config: bytes
    """Digest of ``site.yaml`` and of what on the command line decides the output."""
    content: str
    """The folder of the documents below the site's; `.` is the site's own."""
    themes: tuple[str, ...]
    """The site's theme and those that it extends: whose folders hold its files."""
    timezone: str
    watched: tuple[str, ...] = ()
    """What on the disk decides besides: plugins, and what they read."""
    plugins: bytes = b""
    """Digest of the stamps of these."""
    content_stamps: bytes
    """Digest of the listings of the content."""
    inputs: bytes
    """Digest of the stamps of all else that the site is made from."""
    output: bytes
    """Digest of the listings of all that it was made into."""
    since: float
    """The clock of that build, as a timestamp."""
    until: float
    """When the site next changes by itself."""
    planned: int
    withheld: dict[str, Withheld]
    diagnostics: tuple[Diagnostic, ...]
    """Warnings, to be said again."""
    is_index_due: bool = False
    """Whether the search index was left to be made later: builds that leave it too have nothing to
    do, others have."""

    def holds(self, now: Moment) -> bool:
        """Whether *now* is an instant at which the output would be the same, if all else is."""
        clock = now.in_zone(self.timezone).timestamp
        is_now = self.since <= clock < self.until
        return is_now and self.plugins == watched_digest(watched_stamps(self.watched))

    def is_made_of(self, scan: Scan) -> bool:
        """Whether no file that the site is made from can have changed, the content put aside."""
        return self.inputs == inputs_digest(scan)


def recall(state: State, config: bytes) -> SoundBuild | None:
    """Return what the last build left, if it was built with *config* (`config_digest`)."""
    try:
        standing = msgspec.msgpack.decode(state.meta(_KEY), type=SoundBuild)
    except BROKEN:
        return None
    return standing if standing.config == config else None


def remember(state: State, standing: SoundBuild) -> None:
    """Keep *standing* for the next build, within a transaction."""
    state.set_meta(_KEY, _encode(standing))


def forget(state: State) -> None:
    """Let the next build look at everything."""
    with state.transaction():
        state.set_meta(_KEY, b"")


def config_digest(site_yaml: bytes, *flags: str) -> bytes:
    """Return a digest of the program, of ``site.yaml`` and of the command line's *flags*."""
    return digest(tool_digest(), site_yaml, *flags)


def inputs_digest(scan: Scan) -> bytes:
    """Return a digest of the stamps of what was scanned, the content put aside."""
    return digest(_encode((scan.themes, scan.layers, scan.shared, scan.diagnostics)))


def watched_digest(stamps: Mapping[str, Stamp]) -> bytes:
    return digest(_encode(stamps))


def watched_stamps(paths: Iterable[str]) -> dict[str, Stamp]:
    """Return the stamps of what stands at *paths*, files or whole folders."""
    return {path: stamp for folder in paths for path, stamp in stamps_below(folder)}
