"""The shades of the brought theme's own colour are known: no build with it makes them."""

import pytest

from sitegen.theme.shades import KNOWN, Asked, make_palette
from sitegen.theme.shades import palette as palette_of
from tests.demo_site import PROJECT


@pytest.mark.parametrize("asked", KNOWN)
def test_what_is_known_is_what_would_be_made(asked: Asked) -> None:
    assert palette_of(*asked) == make_palette(*asked)
    assert make_palette(*asked) is not KNOWN[asked]


def test_the_brought_themes_sheets_ask_for_what_is_known() -> None:
    folder = PROJECT / "themes/association"
    sheets = [
        (folder / f"templates/static/assets/{name}.css").read_text() for name in ("style", "feed")
    ]
    (accent, light, dark) = next(iter(KNOWN))

    assert f'default: "{accent}"' in (folder / "theme.yaml").read_text()
    for sheet in sheets:
        assert all(ground in sheet for ground in (*light, *dark))
