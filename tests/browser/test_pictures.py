"""Pictures as chromium shows them, against what is told and made of them: size, way up."""

from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from sitegen.engine.images.dimensions import look_at
from sitegen.imaging.encoding import derive
from sitegen.imaging.metadata import without_metadata
from sitegen.imaging.recipes import Box, Recipe
from tests.browser.conftest import QuietHandler, served
from tests.imaging.pictures import DRAWINGS, RED, is_near, opened, turned_pictures

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LOOK = """async (names) => {
  const seen = {};
  for (const name of names) {
    const image = new Image();
    image.src = encodeURIComponent(name);
    document.body.append(image);
    const isShown = await image.decode().then(() => true, () => false);
    const [width, height] = [image.naturalWidth, image.naturalHeight];
    seen[name] = [isShown ? width : 0, isShown ? height : 0, ""];
    if (isShown && width && !name.endsWith(".svg")) {
      const canvas = Object.assign(document.createElement("canvas"), {width, height});
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const isRed = (x, y) => context.getImageData(x, y, 1, 1).data[0] > 120;
      const [right, low] = [width - 4, height - 4];
      seen[name][2] = [[3, 3], [right, 3], [3, low], [right, low]]
        .map(([x, y]) => Number(isRed(x, y))).join("");
    }
    image.remove();
  }
  return seen;
}"""
Seen = dict[str, tuple[int, int, str]]


class TypedHandler(QuietHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".avif": "image/avif",
        ".webp": "image/webp",
    }


def seen_in(browser: Browser, folder: Path) -> Seen:
    """Return width, height and where the red corner is of the files in *folder*."""
    (folder / "index.html").write_text("<!doctype html><title>Images</title>")
    names = sorted(path.name for path in folder.iterdir() if path.suffix != ".html")
    with served(folder, TypedHandler) as address:
        page = browser.new_page()
        page.goto(address)
        by_name: dict[str, Any] = page.evaluate(LOOK, names)
        page.close()
    return {name: (seen[0], seen[1], seen[2]) for name, seen in by_name.items()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("turned")
    for name, raw in turned_pictures().items():
        (folder / name).write_bytes(raw)
    return folder


def corner(raw: bytes) -> str:
    image = opened(raw).convert("RGB")
    right, low = image.width - 4, image.height - 4
    at = [(3, 3), (right, 3), (3, low), (right, low)]
    return "".join(str(int(is_near(image.getpixel(point), RED))) for point in at)


def test_a_turned_picture_has_the_size_and_the_way_up_that_the_browser_shows(
    browser: Browser, folder: Path
) -> None:
    seen = seen_in(browser, folder)
    assert len({look[2] for look in seen.values()}) == 4, "each corner is seen"

    ours = {}
    for name in seen:
        _, width, height, _ = look_at(str(folder / name))
        whole = Recipe(
            format="png", width=width, height=height, box=Box(0, 0, width, height), quality=80
        )
        (made,) = derive((folder / name).read_bytes(), (width, height), [whole])
        ours[name] = (width, height, corner(made))

    assert ours == seen


def test_a_picture_without_its_metadata_is_shown_as_before(
    browser: Browser, folder: Path, tmp_path: Path
) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(without_metadata(path.read_bytes()))

    assert seen_in(browser, tmp_path) == seen_in(browser, folder)


def test_a_drawing_has_the_size_at_which_the_browser_shows_it(
    browser: Browser, tmp_path: Path
) -> None:
    """One with a viewBox alone has a shape, and no size: ours has the numbers of its viewBox."""
    for name, (svg, _) in DRAWINGS.items():
        (tmp_path / f"{name}.svg").write_text(svg, encoding="utf-8")
    shapes = ("a shape", "a long comment", "per cent", "auto", "another corner", "a unit square")

    seen = seen_in(browser, tmp_path)

    for name, (_, (width, height)) in DRAWINGS.items():
        shown = seen[f"{name}.svg"]
        if name.startswith(shapes):
            assert shown[0] / shown[1] == pytest.approx(width / height, rel=0.01), name
        else:
            assert shown[:2] == (width, height), name
