"""A site's folder, locked and with its state open; whatever the disk refuses is one error."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sitegen.disk.stamps import Stamp
from sitegen.engine.lock import BuildLock
from sitegen.engine.options import BuildOptions
from sitegen.engine.output import Output, check_output_folder, refused
from sitegen.engine.site_yaml import read_site_file
from sitegen.engine.stages.scan import Scan
from sitegen.engine.state.database import BROKEN, is_refusal, state_refused
from sitegen.engine.state.state import State
from sitegen.wording.phrases import told_by

if TYPE_CHECKING:
    from sitegen.engine.memory import BuildMemory

T = TypeVar("T")


class Disk(NamedTuple):
    """Where a build reads and writes, and what of it is known already."""

    site_yaml: bytes
    output: Output
    state: State
    scan: Scan | None = None
    present: dict[str, Stamp] | None = None
    """The output's listing."""


def on_disk(
    options: BuildOptions, work: Callable[[Disk], T], memory: "BuildMemory | None" = None
) -> T:
    """Return what *work* gives, done while no other process builds the site.

    A state that is damaged where its opening did not look is thrown away, and the work done again.
    Raises `UsageError` when there is no site or another build runs, `OutputError` when the disk
    refuses. A *memory* is emptied by whatever is raised.
    """
    try:
        return _locked(options, work, memory)
    except OSError as error:  # the last net: the name of the file instead of a traceback
        raise refused(error, error.filename or options.output) from error


def _locked(options: BuildOptions, work: Callable[[Disk], T], memory: "BuildMemory | None") -> T:
    site_yaml = read_site_file(options.root)
    check_output_folder(options.root, options.output, options.state)
    folder = options.state_folder
    with BuildLock(os.path.join(folder, "lock")):
        path = os.path.join(folder, "state.db")
        state = memory.open_state(path) if memory else State(path)
        disk = Disk(site_yaml, Output(options.output), state)
        try:
            if options.is_clean:
                state.reset("")
            try:
                return work(disk)
            except BROKEN as error:
                if is_refusal(error):
                    raise state_refused(error, state.path) from error
                state.reset(told_by(error))
                if memory:
                    memory.forget_site()
                return work(disk._replace(output=Output(options.output)))
        except BaseException:
            if memory:
                memory.forget()
            raise
        finally:
            if not memory:
                state.close()
