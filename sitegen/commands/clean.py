"""``sitegen clean``: remove the output and the state, if they are ours."""

import os
import shutil
from contextlib import ExitStack

import click

from sitegen.commands.command import LOOKING_EXIT_CODES, Command
from sitegen.commands.options import ending_on_mistakes, output_folder, output_option, root_folder
from sitegen.names import STATE_FOLDER
from sitegen.report.streams import write
from sitegen.wording.translation import _


@click.command(
    "clean",
    cls=Command,
    exit_codes=LOOKING_EXIT_CODES,
    examples=[
        ("sitegen clean", "remove output/ and .sitegen/"),
        ("sitegen clean --output public", "another output folder"),
    ],
)
@output_option
def command(output: str | None) -> None:
    """Remove output/ and the state, if they are sitegen's own.

    What you wrote is never touched. The next build makes everything anew; to do that without
    removing what is published, write `sitegen build --clean`.
    """
    from sitegen.engine.lock import BuildLock
    from sitegen.engine.output import check_output_folder, owned
    from sitegen.server.serve import preview_lock

    root = root_folder()
    folder = output_folder(output)
    state = os.path.join(root, STATE_FOLDER)
    removed = []
    with ending_on_mistakes():
        check_output_folder(root, folder)
        is_ours = owned(folder)
        with ExitStack() as held:
            if os.path.isdir(state):
                held.enter_context(BuildLock(os.path.join(state, "lock")))
                if os.path.isdir(os.path.join(state, "preview")):
                    held.enter_context(preview_lock(root))
            if is_ours:
                shutil.rmtree(folder)
                removed.append(os.path.relpath(folder, root))
            if os.path.isdir(state):  # last: it holds the lock
                shutil.rmtree(state)
                removed.append(STATE_FOLDER)
    if not removed:
        write(_("There was nothing to remove."))
        return
    both = _("{one} and {other}").format(one=removed[0], other=removed[-1])
    write(_("Removed {names}.").format(names=both if removed[1:] else removed[0]))
