"""The values that this layer takes and gives."""

from typing import Literal, NamedTuple

import msgspec

from sitegen.errors import Diagnostic


class MarkupError(Exception):
    """A body that cannot be rendered. The message says what is wrong and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


ArgumentType = Literal[
    "text",
    "word",
    "number",
    "boolean",
    "choice",
    "file",
    "image",
    "address",
    "coordinates",
    "language",
]


class DeclaredArgument(msgspec.Struct, frozen=True, kw_only=True):
    """What an author may write for one argument."""

    type: ArgumentType = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    description: str = ""


class DeclaredShortcode(msgspec.Struct, frozen=True, kw_only=True):
    """A shortcode of a theme's own; its template is ``shortcodes/<name>.html``."""

    name: str
    arguments: tuple[tuple[str, DeclaredArgument], ...]
    has_content: bool
    """Whether Markdown and a closing `:::` follow it."""
    shorthand: str
    """The argument that a value without a name is for; or ""."""
    frame: str
    """Scheme and host of the frame that its template loads; or ""."""
    example: str
    """A line as authors write it."""
    description: str


class MarkupSettings(msgspec.Struct, frozen=True):
    """All that decides how a body renders, besides its text and folder."""

    engine: str = "markdown"
    """"markdown" is Python-Markdown; "commonmark" is pyromark, from `sitegen-hub[commonmark]`."""
    typography: str = "fr"
    """The language of the spacing rules: "fr", or "off" for none."""
    raw_html: str = "safe"
    """HTML in Markdown: "safe" keeps what is in a list, "escape" shows it, "allow" lets it pass."""
    shortcodes: tuple[DeclaredShortcode, ...] = ()
    """Those that the theme has beside sitegen's own."""
    language: str = "fr"
    """The language (BCP 47) in which a picture's credit is told."""


class Heading(msgspec.Struct, frozen=True):
    """A heading, for a table of contents."""

    level: int
    id: str
    text: str
    """Plain text with typographic spaces; no markup, no footnote marks, nothing escaped."""


class Reference(msgspec.Struct, frozen=True):
    """A link or an image of the body that points at something of the site."""

    target: str
    """A path in the content folder ("agenda/forum.md"), or a site address that begins with "/".

    Percent-decoded, without query and fragment. It begins with "../" if it climbs out of the
    content folder; the caller refuses that.
    """
    fragment: str
    """What follows "#", percent-decoded; or ""."""
    is_image: bool
    line: int
    column: int
    """1-based, in the text that was rendered; 1 and 1 if the place cannot be told."""


class Lookup(NamedTuple):
    """A name in a shortcode that the site has to know: the markup does not."""

    kind: str
    """`contact`, `venue` or `section`."""
    value: str
    line: int
    column: int


class SilentImage(msgspec.Struct, frozen=True):
    """An image of the body without alternative text that is not said to decorate only."""

    src: str
    """As its author wrote it."""
    line: int
    column: int
    """As those of a `Reference`."""


class ForeignSource(msgspec.Struct, frozen=True):
    """Something of another site that the body shows: an image, a film, a frame, a script."""

    url: str
    """As its author wrote it."""
    directive: str
    """What of a Content-Security-Policy decides whether it is loaded: `img-src`, `frame-src` …"""
    line: int
    column: int
    """As those of a `Reference`."""


class Markup(msgspec.Struct, frozen=True):
    """A rendered body."""

    html: str
    """Site addresses stand as placeholders: see `references.PLACEHOLDER`."""
    headings: tuple[Heading, ...]
    anchors: tuple[str, ...]
    """Every id in the html, each once, in the order of the html."""
    first_paragraph: str
    """Plain text of the first paragraph that is no quotation, list item, figure or note; or ""."""
    references: tuple[Reference, ...]
    silent_images: tuple[SilentImage, ...]
    foreign: tuple[ForeignSource, ...]
    words: int
    """The number of words, for a reading time; notes and code included."""
    lookups: tuple[Lookup, ...] = ()
    frame_hosts: tuple[str, ...] = ()
    """Scheme and host of every frame that its shortcodes may load when a reader asks."""
    mistakes: tuple[Diagnostic, ...] = ()
    """What is wrong with its shortcodes, its HTML and its addresses; the caller adds their path."""
