"""Why the preview's server does not write what the editor sends, in the author's words."""

from collections.abc import Callable

from sitegen.catalogue import wording
from sitegen.errors import Diagnostic
from sitegen.wording.phrases import Words

_CODES = {
    "gone": "edit-gone",
    "outside": "edit-outside",
    "exists": "edit-exists",
    "changed": "edit-changed",
    "large": "edit-large",
    "disk": "edit-disk",
    "keys": "edit-keys",
    "settings": "edit-settings",
    "form": "edit-form",
    "encoding": "edit-encoding",
    "name": "edit-name",
}
STATUS = {"gone": 404, "outside": 403, "exists": 422, "changed": 409, "large": 413, "disk": 507}
"""What a refusal is in HTTP (RFC 9110 §15); else 422."""


class EditError(Exception):
    """A change that is not made; nothing was written."""

    def __init__(self, reason: str, /, path: str, **values: Words) -> None:
        self.status = STATUS.get(reason, 422)
        self.diagnostic = Diagnostic(_CODES[reason], path, values={"path": path, **values})
        super().__init__(reason)

    def text(self, translate: Callable[[str], str]) -> str:
        """Return what is wrong and what to do, for the one who writes."""
        message, hint = wording(self.diagnostic, translate)
        return f"{message}. {hint}".replace("`", "")
