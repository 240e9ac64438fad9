"""One frozen Struct for each shortcode: its fields are its arguments, their types the check."""

from typing import ClassVar, Literal

from sitegen.markup.shortcodes.embeds import OPENSTREETMAP, Embed, find_embed
from sitegen.markup.shortcodes.shortcode import (
    Content,
    Coordinates,
    FileArgument,
    ImageArgument,
    Language,
    Prose,
    Shortcode,
    WebAddress,
)
from sitegen.model import Location
from sitegen.wording.phrases import Words, with_gaps


class Figure(Shortcode, frozen=True, kw_only=True, omit_defaults=True):
    example: ClassVar[str] = '::: figure salle.jpg alt="La salle, pleine" caption="Le forum"'
    shorthand: ClassVar[str] = "src"

    src: ImageArgument
    """The image."""
    alt: Prose = ""
    """What it shows, for those who do not see it."""
    decorative: bool = False
    """Whether it only decorates: then it has no `alt`."""
    caption: Prose = ""
    """The line under it."""
    credit: Prose = ""
    """Who made it."""
    align: Literal["", "left", "right"] = ""
    """Beside which edge the text leaves room for it."""

    def missing(self) -> str:
        return "" if self.alt or self.decorative else "alt"

    def mistake(self) -> tuple[str, Words]:
        is_both = bool(self.alt) and self.decorative
        return ("alt", "a decorative image says nothing") if is_both else ("", "")


class Gallery(Shortcode, frozen=True, kw_only=True, omit_defaults=True):
    content: ClassVar[Content] = "images"
    example: ClassVar[str] = "::: gallery, then lines such as ![La salle](salle.jpg), then :::"

    title: Prose = ""
    """What the gallery shows."""


class Video(Shortcode, frozen=True, kw_only=True, omit_defaults=True):
    example: ClassVar[str] = '::: video https://www.youtube.com/watch?v=aqz-KE-bpKQ title="Le film"'
    shorthand: ClassVar[str] = "file"
    web_shorthand: ClassVar[str] = "address"

    address: WebAddress = ""
    """The film's page on YouTube, Vimeo, Dailymotion or PeerTube."""
    file: FileArgument | None = None
    """The film, a file of the site."""
    title: Prose
    """What the film is called."""
    image: ImageArgument | None = None
    """The picture that stands in its place until it is played."""
    captions: FileArgument | None = None
    """Its captions, a WebVTT file."""
    transcript: FileArgument | None = None
    """A text that says what is heard and seen."""
    lang: Language = ""
    """Of the captions, if not the site's."""

    def missing(self) -> str:
        return "" if self.address or self.file else "address"

    def mistake(self) -> tuple[str, Words]:
        if self.address and self.file:
            return "file", "the film stands on another site, or in a file: not both"
        if self.address and self.embed is None:
            return "address", "no film of YouTube, Vimeo, Dailymotion or PeerTube has it"
        if self.file and not self.file.path.lower().endswith((".mp4", ".webm", ".ogv", ".m4v")):
            return "file", "browsers play .mp4 and .webm"
        return "", ""

    @property
    def embed(self) -> Embed | None:
        return find_embed(self.address) if self.address else None

    @property
    def frame_host(self) -> str:
        return self.embed.origin if self.embed else ""


class Map(Shortcode, frozen=True, kw_only=True, omit_defaults=True):
    example: ClassVar[str] = '::: map name="Mairie" address="1, Grand-Rue" geo="47.397, 0.692"'
    shorthand: ClassVar[str] = "venue"
    lookups: ClassVar[tuple[str, ...]] = ("venue",)

    venue: str = ""
    """A key of ``_data/venues.yaml``."""
    name: Prose = ""
    """What the place is called."""
    address: Prose = ""
    """Street and number."""
    postcode: str = ""
    """The postcode."""
    city: Prose = ""
    """The town."""
    country: Prose = ""
    """The country."""
    geo: Coordinates = ()
    """Latitude and longitude: `47.397, 0.692`."""

    def missing(self) -> str:
        return "" if self.venue or self.name else "name"

    def mistake(self) -> tuple[str, Words]:
        return ("venue", "a venue has its name already") if self.venue and self.name else ("", "")

    @property
    def location(self) -> Location:
        return Location(
            name=self.name,
            address=self.address,
            postcode=self.postcode,
            city=self.city,
            country=self.country,
            geo=self.geo,
        )

    @property
    def frame_host(self) -> str:
        return OPENSTREETMAP


class DocumentCall(Shortcode, frozen=True, kw_only=True, omit_defaults=True):
    example: ClassVar[str] = '::: document rapport.pdf title="Rapport d’activité 2026"'
    shorthand: ClassVar[str] = "file"

    file: FileArgument
    """The file to download."""
    title: Prose
    """What it is called."""
    pages: int = 0
    """How many pages it has; 0: not said."""
    lang: Language = ""
    """Of the file, if not the page's."""


class ContactCall(Shortcode, frozen=True, kw_only=True, omit_defaults=True):
    example: ClassVar[str] = "::: contact presse"
    shorthand: ClassVar[str] = "contact"
    lookups: ClassVar[tuple[str, ...]] = ("contact",)

    contact: str = ""
    """A key of the organisation's contacts."""
    name: Prose = ""
    """Who answers, where it is nobody of the organisation's contacts."""
    role: Prose = ""
    """What this person does."""
    phone: str = ""
    """A phone number."""
    email: str = ""
    """An e-mail address."""

    def missing(self) -> str:
        return "" if self.contact or self.name else "name"

    def mistake(self) -> tuple[str, Words]:
        is_both = bool(self.contact and self.name)
        return ("contact", "this contact has its name already") if is_both else ("", "")


class Quote(Shortcode, frozen=True, kw_only=True, omit_defaults=True):
    content: ClassVar[Content] = "markdown"
    example: ClassVar[str] = '::: quote speaker="Nadia Lavergnat" role="déléguée générale"'
    shorthand: ClassVar[str] = "speaker"

    speaker: Prose
    """Who said it."""
    role: Prose = ""
    """What this person does."""
    source: Prose = ""
    """What it is quoted from."""
    url: WebAddress = ""
    """Where that stands."""


class Figures(Shortcode, frozen=True, kw_only=True, omit_defaults=True):
    content: ClassVar[Content] = "figures"
    example: ClassVar[str] = "::: figures, then lines such as - 412 : communes adhérentes, then :::"

    source: Prose = ""
    """Where the figures come from."""


class Events(Shortcode, frozen=True, kw_only=True, omit_defaults=True):
    example: ClassVar[str] = "::: events type=formation limit=3"
    lookups: ClassVar[tuple[str, ...]] = ("section", "organisation")
    scopes: ClassVar[tuple[str, ...]] = ("type", "tag", "section", "organisation")

    type: str = ""
    """Only events of this type."""
    tag: str = ""
    """Only events with this tag."""
    section: str = ""
    """Only events of this section."""
    organisation: str = ""
    """Only events of articles that this organisation signs, by its key."""
    limit: int = 5
    """How many."""

    def mistake(self) -> tuple[str, Words]:
        given = [name for name in self.scopes if getattr(self, name)]
        return (
            (given[1], with_gaps("one of them is enough: `{name}`", name=given[0]))
            if given[1:]
            else ("", "")
        )

    @property
    def scope(self) -> tuple[str, str]:
        """What `site.upcoming` takes: a kind of list and its value."""
        for kind in self.scopes:
            if value := getattr(self, kind):
                return kind, value
        return "all", ""


class Alert(Shortcode, frozen=True, kw_only=True, omit_defaults=True):
    content: ClassVar[Content] = "markdown"
    example: ClassVar[str] = '::: alert warning title="Attention aux dates"'
    shorthand: ClassVar[str] = "kind"

    kind: Literal["info", "important", "warning"] = "info"
    """What it is; it decides the colour and the word."""
    title: Prose = ""
    """A title in place of that word."""


SHORTCODES: dict[str, type[Shortcode]] = {
    "figure": Figure,
    "gallery": Gallery,
    "video": Video,
    "map": Map,
    "document": DocumentCall,
    "contact": ContactCall,
    "quote": Quote,
    "figures": Figures,
    "events": Events,
    "alert": Alert,
}
