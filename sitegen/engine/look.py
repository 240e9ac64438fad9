"""Open a site without building it: for commands that only ask."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from sitegen.engine.build import STATE_FOLDER, BuildOptions, load_config
from sitegen.engine.lock import BuildLock
from sitegen.engine.reading import read_inputs
from sitegen.engine.session import Session
from sitegen.engine.state import BodyReader, State
from sitegen.engine.workers import Workers
from sitegen.errors import Diagnostic
from sitegen.model import zone_info
from sitegen.site.publication import Clock


@contextmanager
def opened(options: BuildOptions) -> Iterator[tuple[Session, list[Diagnostic]]]:
    """Give a session of the site as it is now, and what is wrong with its content.

    What was parsed is remembered for the next build; the output is not touched. Raises
    `UsageError` when there is no site, or another build is running.
    """
    config = load_config(options.root, options.base_url)
    folder = os.path.join(options.root, STATE_FOLDER)
    with BuildLock(os.path.join(folder, "lock")):
        state = State(os.path.join(folder, "state.db"))
        try:
            now = options.now.in_zone(config.timezone).instant
            clock = Clock(
                now.astimezone(zone_info(config.timezone)),
                options.with_drafts,
                options.with_future,
            )
            workers = Workers(options.jobs)
            inputs = read_inputs(options.root, config, clock, state, workers, _no_progress)
            bodies = BodyReader(state.path)
            session = Session(inputs.snapshot, inputs.documents, bodies.read)
            yield session, [*inputs.diagnostics, *session.index.diagnostics]
            bodies.close()
        finally:
            state.close()


def _no_progress(stage: str, done: int, total: int) -> None:
    pass
