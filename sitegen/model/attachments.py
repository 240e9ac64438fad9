"""Files beside a document, as pages offer them."""

import msgspec


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file that readers may download."""

    name: str
    url: str
    size: int
    """Bytes."""
    media_type: str
