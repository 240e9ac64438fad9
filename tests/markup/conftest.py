"""`render` renders with each engine in turn: a test that takes it says what they share."""

from collections.abc import Callable

import pytest

from sitegen.markup import Markup, MarkupSettings, render_markup

ENGINES = ("markdown", "commonmark")


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def render(engine: str) -> Callable[..., Markup]:
    def render(
        text: str, folder: str = "", typography: str = "fr", raw_html: str = "safe"
    ) -> Markup:
        return render_markup(text, folder, MarkupSettings(engine, typography, raw_html))

    return render
