"""What a build is asked for, and what it did."""

import math
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import msgspec

from sitegen.engine.reasons import Reason
from sitegen.errors import Diagnostic
from sitegen.model import Moment, Withheld
from sitegen.names import STATE_FOLDER
from sitegen.sealing.written_keys import NO_KEYS, Keys
from sitegen.wording.phrases import Words

if TYPE_CHECKING:
    from sitegen.plugins.remembered import Remembered
    from sitegen.published.changes import Changes

IndexReason = Literal["", "new", "pages", "output"]
"""There was none, its pages changed, a file of it is missing or was changed; empty: it stands."""

Progress = Callable[[str, int, int], None]
"""Told a stage's name, how much of it is done, and how much there is."""


def no_progress(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


class BuildOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What a build is asked for."""

    root: str
    output: str
    """The output folder."""
    now: Moment
    """The clock; in the site's zone unless it has one."""
    with_drafts: bool = False
    with_future: bool = False
    with_embargoed: bool = False
    base_url: str = ""
    jobs: int = 0
    """Processes; 0 is one for each core."""
    executor: str = ""
    """A cluster that works in their place: ``dask://HOST:PORT``."""
    is_clean: bool = False
    """Forget the state first."""
    is_dry: bool = False
    """Find out what would be written, and write nothing."""
    with_search: bool = True
    """Bring the search index up to date too; else the one that stands is left for later."""
    with_images: bool = True
    """Make images of images too; else those that are stale are left for later."""
    keys: Keys = NO_KEYS
    """Those of private pages."""
    state: str = ""
    """The folder of the state; empty is the site's own. Another one has its own lock."""
    saved: tuple[str, ...] | None = None
    """Files that were saved since the last build of this process, by their paths below the site's
    folder. Where they are enough, that nothing else is another is believed, and looked at later.
    None: nobody knows."""
    unseen: tuple[str, ...] = ()
    """Folders below ``content/`` that somebody who only looks does not look at. What was parsed of
    them before is still known afterwards."""

    @property
    def shows_unpublished(self) -> bool:
        """Whether the build is asked for what readers do not see yet."""
        return self.with_drafts or self.with_future or self.with_embargoed

    @property
    def state_folder(self) -> str:
        return self.state or os.path.join(self.root, STATE_FOLDER)

    @property
    def name_of_state(self) -> str:
        """What tells this state from others of the site: its folder, from the site's."""
        return os.path.relpath(self.state_folder, self.root)


class Outcomes(msgspec.Struct, frozen=True):
    """Sources as their authors know them, in order; each held source stands in one of them."""

    online: dict[str, str] = {}
    """Those that stand as they were published, with the address where there is one."""
    withdrawn: tuple[str, ...] = ()
    """Those whose new form, mistakes or not, says that readers are not to have them."""
    left_out: tuple[str, ...] = ()
    """Those that nobody has seen yet."""


class BuildReport(msgspec.Struct, kw_only=True):
    """What a build did."""

    rendered: dict[str, Reason] = {}
    """The pages that were rendered (or would be), and why."""
    done: int = 0
    """How many of them were tried so far."""
    written: list[str] = []
    made: int = 0
    """Images that were encoded anew."""
    planned: int = 0
    """How many pages the site has."""
    removed: list[str] = []
    parsed: tuple[str, ...] = ()
    indexed: IndexReason = ""
    """Why the search index was made (or would be); empty if it stood."""
    is_index_due: bool = False
    """Whether the search index was left to be made later."""
    are_images_due: bool = False
    """Whether images were left to be made later."""
    is_look_due: bool = False
    """Whether files other than those that were saved, and the output, were left to be looked at."""
    diagnostics: list[Diagnostic] = []
    held: list[str] = []
    """The sources that stand as they were published, or are left out, because of mistakes."""
    outcomes: Outcomes = Outcomes()
    """What became of these; of none where nothing was written."""
    state_reset: Words = ""
    withheld: dict[str, Withheld] = {}
    """The pages that readers would not see at this instant, by path."""
    until: float = math.inf
    """When the site next changes by itself, as a timestamp."""
    plugins: "tuple[Remembered, ...]" = ()
    """The site's own code, for what follows the build."""
    url: str = ""
    """The site's address, for that too."""
    changes: "Changes | None" = None
    """What is different for readers; None where nothing is, or nobody looked."""

    @property
    def unchanged(self) -> int:
        return self.planned - len(self.written)

    @property
    def errors(self) -> list[Diagnostic]:
        if not self.diagnostics:
            return []  # no catalogue is read for it
        from sitegen.catalogue import severity

        return [diagnostic for diagnostic in self.diagnostics if severity(diagnostic) == "error"]
