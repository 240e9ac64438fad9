"""A drawing that would run code is told and not published."""

import pytest

from tests.support import SiteFolder

CODE = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3" onload="pwned()"/>'


def test_a_drawing_that_runs_code_is_not_published(site: SiteFolder) -> None:
    site.write("content/logo.svg", CODE)
    site.write("content/drawing.svg", CODE.replace("onload", "id"))

    for _ in "ab":  # the second build remembers what the first one saw
        assert [(error.path, error.code) for error in site.build().errors] == [
            ("content/logo.svg", "svg-code")
        ]
        assert (site.has("logo.svg"), site.has("drawing.svg")) == (False, True)

    site.write("content/logo.svg", CODE.replace("onload", "id"))

    assert site.build().errors == []
    assert site.has("logo.svg")


@pytest.mark.parametrize(("how", "is_published"), [("allow", True), ("escape", False)])
def test_a_site_whose_authors_are_trusted_publishes_it(
    site: SiteFolder, how: str, is_published: bool
) -> None:
    site.write("content/logo.svg", CODE)
    site.append("site.yaml", f"markdown: {{raw_html: {how}}}\n")

    site.build()

    assert site.has("logo.svg") == is_published
