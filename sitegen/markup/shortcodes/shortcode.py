"""What all shortcodes have in common, and the types of their arguments."""

from typing import Annotated, Any, ClassVar, Literal

import msgspec

from sitegen.wording.phrases import Words

Prose = Annotated[str, "prose"]
"""A text that readers see: it gets the spaces of its language."""
WebAddress = Annotated[str, "address"]
"""An address with `http` or `https` and a host."""
Coordinates = Annotated[tuple[float, ...], "coordinates"]
"""Latitude and longitude in degrees (WGS 84); or nothing."""
Language = Annotated[str, "language"]
"""A language tag (BCP 47), such as `en`."""
Content = Literal["", "markdown", "images", "figures"]


class FileArgument(msgspec.Struct, frozen=True):
    """A file or a document of the site."""

    path: str
    """Below ``content/``; with a `/` before it where the author wrote an address of the site."""
    address: str
    """What a template writes into `src` or `href`; `Site.body` puts the address there."""


ImageArgument = Annotated[FileArgument, "image"]
"""A file that is shown as an image."""


class Shortcode(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What all shortcodes have in common."""

    content: ClassVar[Content] = ""
    """What stands between it and its `:::`; nothing: it stands alone."""
    example: ClassVar[str] = ""
    shorthand: ClassVar[str] = ""
    """The field that a value without a name goes to."""
    web_shorthand: ClassVar[str] = ""
    """The same for an address with a scheme."""
    lookups: ClassVar[tuple[str, ...]] = ()
    """The fields whose values the site has to know, named after what they look up."""

    def missing(self) -> str:
        """The argument that is wanting, where one of several would do; or ""."""
        return ""

    def mistake(self) -> tuple[str, Words]:
        """A field, and why its value cannot stand with the others; or two empty texts."""
        return "", ""

    @property
    def frame_host(self) -> str:
        """Scheme and host of the frame that it may load; or ""."""
        return ""


class OwnShortcode(Shortcode, frozen=True, kw_only=True):
    """One that a theme declares; all of its values stand in a call, also the empty ones.

    So what a declaration says is part of the body, and a page is made anew when it says other.
    """


class OwnCall:
    """Such a shortcode as its template gets it: the arguments by their names."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.__dict__.update(values)
