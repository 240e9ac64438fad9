"""What is left for calm is done though calm does not come: an editor that saves each second."""

import math
from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import pytest

from sitegen.engine.timing.watch import Watch
from sitegen.server import serve


class _Site:
    """Is built in no time; looks at what was saved alone, unless it is told not to."""

    until = math.inf
    is_index_due = are_images_due = False
    is_look_due = True
    content = "content"

    def __init__(self) -> None:
        self.looks: list[bool] = []

    def build(self, *_: Any, with_look: bool = False, **__: Any) -> SimpleNamespace:
        self.looks.append(with_look)
        self.is_look_due = not with_look
        return SimpleNamespace(has_news=False, diagnostics=[])


def test_all_is_looked_at_now_and_then_though_something_is_saved_each_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 100.0
    site: Any = _Site()
    loop = serve._Loop(
        site, "", lambda _: None, lambda: nullcontext(SimpleNamespace(advance=None)), Watch
    )

    def saved(_: float) -> list[str]:
        nonlocal now
        now += 1
        return ["content/a.md"]

    monkeypatch.setattr(serve, "time", SimpleNamespace(monotonic=lambda: now, time=lambda: now))
    watcher: Any = SimpleNamespace(wait=saved)
    for _ in range(33):
        loop.follow(watcher, is_clock_fixed=True)

    assert [second for second, is_look in enumerate(site.looks) if is_look] == [10, 21, 32]
