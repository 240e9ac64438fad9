"""How the checks of ``site.yaml`` say what cannot be."""

from typing import Protocol


class Refuse(Protocol):
    """Notes the diagnostic *code* where the value under *place* stands: `feeds.limit`."""

    def __call__(self, place: str, code: str, /, **values: str) -> None: ...
