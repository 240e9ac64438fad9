"""How long the pages of a chunk take; imported only where somebody wants to know."""

import os
from collections.abc import Callable
from time import perf_counter
from typing import Any

from sitegen.engine.session import SiteSession
from sitegen.engine.timing.stopwatch import ChunkTimes, PageTime
from sitegen.engine.timing.templates import TemplateTimes
from sitegen.model import Page
from sitegen.plugins.calling import CALLS
from sitegen.rendering.render import writer_of


class ChunkTimer:
    """Renders and brings pages like those that it stands around, and notes how long they took."""

    def __init__(self, session: SiteSession, bring: Callable[..., Any], job: bytes) -> None:
        if session.template_times is None:
            session.template_times = TemplateTimes()
        self._templates = session.template_times
        self._render = session.renderer.render
        self._bring = bring
        self._job = job
        CALLS.is_timed = True
        self._pages: list[PageTime] = []
        self._writing = 0.0

    def render(self, page: Page) -> Any:
        self._templates.outermost = ""
        started = perf_counter()
        try:
            return self._render(page)
        finally:
            seconds = perf_counter() - started
            template = "" if writer_of(page.kind) else self._templates.outermost
            self._pages.append(PageTime(page.path, page.kind, template, seconds))

    def bring(self, *arguments: Any, **named: Any) -> Any:
        started = perf_counter()
        try:
            return self._bring(*arguments, **named)
        finally:
            self._writing += perf_counter() - started

    def times(self) -> ChunkTimes:
        """Return what was measured since the chunk began."""
        told = tuple(self._pages), self._templates.take(), self._writing, CALLS.take()
        return ChunkTimes(self._job, os.getpid(), *told)
