"""HTML whose styles stand in its elements, as programs that show mail need it. Pure.

Those drop style sheets, or all but a few rules; what stands in `style=` survives in all of them.
"""

from functools import cache
from typing import TYPE_CHECKING

from sitegen.errors import Diagnostic, RenderingError

if TYPE_CHECKING:
    import css_inline

EXTRA = "press"
"""What installs the library."""


def inline_styles(html: str) -> str:
    """Return the document *html* with the rules of its `<style>` in its elements.

    Rules that no attribute can hold (`@media`, for dark mode) stay in a `<style>`. No other file is
    read, and nothing is fetched. Raises `SitegenError` where the extra is not installed.
    """
    return _inliner().inline(html)


@cache
def _inliner() -> "css_inline.CSSInliner":
    try:
        import css_inline
    except ImportError as error:
        values = {"what": "HTML for a mail", "extra": EXTRA}
        raise RenderingError(Diagnostic("missing-extra", values=values)) from error
    return css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)
