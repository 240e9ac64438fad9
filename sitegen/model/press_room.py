"""What becomes of ``_data/press.yaml`` and of press reviews on the site: names and files found."""

import msgspec

from sitegen.model.press_page import Accreditation, Biography, KeyFigure, Mention, PressAgenda
from sitegen.model.texts import Prose
from sitegen.model.written import Image


class Spokesperson(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a journalist asks."""

    name: Prose
    role: Prose = ""
    phone: str = ""
    email: str = ""
    subjects: tuple[Prose, ...] = ()
    region: Prose = ""
    hours: Prose = ""
    languages: tuple[Prose, ...] = ()
    slug: str
    """What tells their card from others."""
    card: str
    """The address of their vCard."""


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a picture that the press may use."""

    url: str
    path: str
    """Below ``content/``."""
    size: int
    """Bytes."""
    width: int = 0
    """Pixels; 0 for what has none."""
    height: int = 0
    media_type: str = ""


class MediaPicture(msgspec.Struct, frozen=True, kw_only=True):
    """A logo, a portrait or a photograph, in its formats."""

    title: Prose
    kind: str
    licence: Prose
    licence_url: str = ""
    alt: Prose = ""
    credit: Prose = ""
    formats: tuple[Format, ...]
    image: Image | None = None
    """The one that the page shows, the smallest file; None for what is no picture."""


class Press(msgspec.Struct, frozen=True, kw_only=True):
    """All that the press page shows of its own."""

    introduction: Prose = ""
    sections: tuple[str, ...] = ()
    releases: int = 6
    contacts: tuple[Spokesperson, ...] = ()
    pictures: tuple[MediaPicture, ...] = ()
    figures: tuple[KeyFigure, ...] = ()
    biographies: tuple[Biography, ...] = ()
    agenda: PressAgenda = PressAgenda()
    accreditation: Accreditation | None = None


class Coverage(Mention, frozen=True, kw_only=True):
    """A mention in the press, and the public article that it is about."""

    entry_id: str = ""
    """The article; empty for what is about none."""

    @property
    def year(self) -> str:
        return f"{self.date.date.year:04}"
