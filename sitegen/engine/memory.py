"""What a process that builds one site again and again keeps between its builds.

There is one engine: a build with a memory goes through the same stages and makes the same bytes.
Each thing is kept with what it was made from, and made anew when that is another: the state's rows
while no other connection wrote to it, the index and the plan while only texts changed.
"""

from collections.abc import Callable, Set
from typing import TYPE_CHECKING, NamedTuple

from sitegen.disk.stamps import Stamp
from sitegen.engine.session import SiteSession
from sitegen.engine.stages.scan import Scan
from sitegen.engine.state.kept_state import KeptState
from sitegen.engine.state.stored import BodyReader
from sitegen.model import Withheld
from sitegen.site.plan import Plan

if TYPE_CHECKING:
    from sitegen.engine.recalled.kept import KeptFromEdit


class LastBuild(NamedTuple):
    """What the last build of the process leaves: index, plan, and what they were made from."""

    metadata: bytes
    """`metadata_digest` of what it was made from."""
    session: SiteSession
    bodies: BodyReader
    plan: Plan
    until: float
    """When the site next changes by itself, as a timestamp."""
    withheld: dict[str, Withheld]

    def tells_of(self, documents: Set[str]) -> bool:
        """Whether index or plan found something wrong in *documents*: its line may be another."""
        places = {f"content/{document_id}" for document_id in documents}
        indexes = self.session.index.everywhere
        wrong = (
            *self.plan.diagnostics,
            *(diagnostic for index in indexes for diagnostic in index.diagnostics),
        )
        return any(mistake.path in places for mistake in wrong)


class BuildMemory:
    """Kept by the process and given to each of its builds; one thread's alone."""

    def __init__(self) -> None:
        self.state: KeptState | None = None
        self.last_build: LastBuild | None = None
        self.stamps: dict[str, Stamp] | None = None
        """The output's files as the last build left them."""
        self.around: tuple[bytes, Scan] | None = None
        """What the site is made from but for its content, with its digest (`SoundBuild.inputs`)."""
        self.kept: KeptFromEdit | None = None
        """What the last build that went round index and plan left to the next one."""
        self.is_interrupted: Callable[[], bool] = lambda: False
        """Whether what a build may leave for later is to be left: images, the search index."""
        self.is_index_wanted = False
        """Whether the process looks at the index of its last build itself."""

    def open_state(self, path: str) -> KeptState:
        """Return the state at *path*: the one that is open, while it is that file, unchanged."""
        if self.state is None or not self.state.is_current(path):
            self.forget()
            self.state = KeptState(path)
        self.state.was_reset = ""
        return self.state

    def go_round(self, stamps: dict[str, Stamp], kept: "KeptFromEdit | None") -> None:
        """Note the *stamps* of an output that was brought up to date without index and plan, and
        what of it is *kept* for the next such build.

        These are of a former site from now on, of which others take what would be the same.
        """
        self.stamps = stamps
        self.kept = kept or self.kept
        if self.last_build is not None:
            self.last_build = self.last_build._replace(metadata=b"")

    def take(self) -> LastBuild | None:
        """Return what the last build left, which is kept again when this one has ended well."""
        taken, self.last_build = self.last_build, None
        return taken

    def forget(self) -> None:
        """Keep nothing: the next build is a cold process's."""
        self.forget_site()
        if self.state is not None:
            self.state.close()
        self.state = None

    def forget_site(self) -> None:
        self.last_build = None
        self.stamps = None
        self.around = None
        self.kept = None
