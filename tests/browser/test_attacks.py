"""A real browser reads what attacks: nothing runs, though the security policy is put aside."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.attacks.attacked_site import build_attacked, lay_out
from tests.browser.conftest import served
from tests.markup.conftest import ENGINES

pytestmark = pytest.mark.browser
_PROBE = "window.pwned = () => { document.title = 'pwned' }; window.alert = window.pwned"
_LOOK = """() => {
  for (const one of document.querySelectorAll("main *")) {
    for (const kind of ["mouseover", "focus", "error", "toggle", "load"]) {
      one.dispatchEvent(new Event(kind));
    }
  }
  return document.title;
}"""


@pytest.mark.parametrize("engine", ENGINES)
def test_no_text_of_an_author_runs_in_a_browser(
    browser: Browser, tmp_path: Path, engine: str
) -> None:
    site = lay_out(tmp_path, engine)
    build_attacked(site)
    with served(site.output) as address:
        context = browser.new_context(bypass_csp=True)
        context.add_init_script(_PROBE)
        page = context.new_page()
        foreign = []
        page.on("request", lambda request: foreign.append(request.url))
        ran = []
        for path in sorted(site.output.glob("*/*/index.html")):
            page.goto(f"{address}/{path.relative_to(site.output).as_posix()}")
            if page.evaluate(_LOOK) == "pwned":
                ran.append(path.parent.name)
        page.set_content("<img src=x onerror=pwned()>")
        page.wait_for_function("document.title === 'pwned'")  # the probe is no dummy
        context.close()

    assert ran == []
    assert [url for url in foreign if not url.startswith(address)] == []
