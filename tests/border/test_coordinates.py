"""A point on the earth is read alike in front matter, in data files and in shortcodes."""

import pytest

from sitegen.markup.render import render_markup
from sitegen.markup.values import MarkupSettings
from sitegen.sources.data import parse_data


@pytest.mark.parametrize(
    ("written", "point"),
    [
        ("47.397, 0.692", (47.397, 0.692)),
        ("47.397,0.692", (47.397, 0.692)),
        ("-21.1  55.5", (-21.1, 55.5)),
        ("47; -1", (47.0, -1.0)),
        ("47, 1", (47.0, 1.0)),
        ("-12.7806000000001, 45.2279", (-12.7806000000001, 45.2279)),
        ("47,39", None),
        ("47,397, 0,692", None),
        ("123.4, 0.692", None),
        ("47.397, 181", None),
        ("47.397", None),
        ("Tours", None),
    ],
)
def test_a_point_is_read_or_refused_in_all_places(
    written: str, point: tuple[float, float] | None
) -> None:
    _, data = parse_data(f"a:\n  geo: {written}\n".encode(), "content/_data/venues.yaml")
    text = f'::: map name="Mairie" geo="{written}"\n'
    markup = render_markup(text, "", MarkupSettings("markdown", "off", "safe"))

    refused = ["bad-coordinates"], ["shortcode-value"]
    told = [diagnostic.code for diagnostic in data], [mistake.code for mistake in markup.mistakes]
    assert told == (refused if point is None else ([], []))
