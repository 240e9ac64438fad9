"""What authors write under the keys of the front matter and of ``site.yaml``.

A mapping with a `shorthand` may be written as that one field alone: `image: photo.jpg` is
`image: {src: photo.jpg}`.
"""

from typing import Any, ClassVar, Self

import msgspec

from sitegen.model.moments import Moment
from sitegen.model.press_page import Mention
from sitegen.model.texts import Link, Prose
from sitegen.model.written_events import EventFields
from sitegen.patterns import lazy_pattern

_POINT = lazy_pattern(r"\s*(\d{1,3})\s*%\s+(\d{1,3})\s*%\s*")


class Focus(msgspec.Struct, frozen=True):
    """The point of an image that stays in view when its edges are cut off: percent of its size."""

    x: int = 50
    """From the left."""
    y: int = 50
    """From the top."""

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the point that *text* tells: `30% 20%`. Raises `ValueError`."""
        match = _POINT.fullmatch(text)
        if match is None or int(match[1]) > 100 or int(match[2]) > 100:
            raise ValueError(text)
        return cls(int(match[1]), int(match[2]))


class Image(msgspec.Struct, frozen=True, kw_only=True):
    shorthand: ClassVar[str] = "src"

    src: Link
    """The image's file: photo.jpg."""  # in an `Entry`, its address
    alt: Prose | None = None
    """What it shows, for those who do not see it; `""` for an image that only decorates."""
    caption: Prose = ""
    """What stands under it, as readers see it."""
    credit: Prose = ""
    """Who made it."""
    licence: Prose = ""
    """What others may do with it: a licence (CC BY 4.0), or a sentence."""
    focus: Focus | None = None
    """The point that stays in view where the image is cut to another shape: `30% 20%`, from the
    left and from the top."""
    width: int = 0
    """Pixels; 0 when unknown."""
    height: int = 0
    """Pixels; 0 when unknown."""


class SourceLink(msgspec.Struct, frozen=True, kw_only=True):
    """Where an article comes from: a newspaper, a partner."""

    shorthand: ClassVar[str] = "name"

    name: Prose
    """Who published it first."""
    url: Link = ""
    """Its address there."""
    date: Moment | None = None
    """When it appeared there."""
    licence: Prose = ""
    """The licence under which it is shown here: CC BY 4.0."""
    original: Link = ""
    """Where the text stood first, if the source passes it on; `sitegen fetch` writes it."""
    fetched: Moment | None = None
    """When `sitegen fetch` brought it in, or brought it up to date."""
    digest: str = ""
    """What `sitegen fetch` tells another version of it by."""


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    shorthand: ClassVar[str] = "name"

    name: Prose = ""
    """The person's name; alone, also a key of the organisation's `contacts`."""
    role: Prose = ""
    """What they do there."""
    phone: str = ""
    """As readers dial it: 01 99 00 10 02."""
    email: str = ""
    """An e-mail address."""


class CheckFields(msgspec.Struct, frozen=True, kw_only=True):
    """What `sitegen check` need not tell."""

    ignore: tuple[str, ...] = ()
    """Identifiers of messages: `[SG165]`."""


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """Who reads a document before the public does."""

    shorthand: ClassVar[str] = "access"
    never_empty: ClassVar[tuple[str, ...]] = ("access", "until")

    access: str
    """The name of keys, as `sitegen access new` made them: press."""
    until: Moment | None = None
    """No longer to be read there from this instant on."""


class ReleaseFields(msgspec.Struct, frozen=True, kw_only=True):
    """How a release goes to the press; of a section, how all of its releases do."""

    shorthand: ClassVar[str] = "kit"
    """`press: true` stands for `press: {kit: true}`."""
    kit: bool | None = None
    """Whether it has a kit: PDF, plain text, a mail and the pictures, all of it as an archive."""
    issuer: Prose = ""
    """Who issues it: a key of _data/organisations.yaml; by default the site's organisation."""
    office: Prose = ""
    """The regional office that answers, by its name: its people stand among the contacts."""


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """What was wrong in a text that readers had, and since when it is right."""

    date: Moment
    """When it was corrected."""
    text: Prose
    """What was corrected: what it said, and what is right."""


class FrontMatter(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Every key that an author may write above an article or a page."""

    never_empty: ClassVar[tuple[str, ...]] = (
        "draft", "embargo", "expires", "access", "preview"
    )  # fmt: skip
    """What hides a text: a key of these with nothing behind it hides nothing, and was meant to."""
    within: ClassVar[dict[str, tuple[str, ...]]] = {
        "event": (
            "start", "end", "times", "location", "online", "organizer", "registration", "repeat",
            "status", "price", "capacity", "audience", "programme",
        )
    }  # fmt: skip
    """Keys that authors write beside the one that they belong under."""

    title: Prose
    """The title, as readers see it."""
    date: Moment | None = None
    """When it is published: 2027-03-02, or with an hour 2027-03-02 09:30. Without one it is a page,
    in no list."""
    updated: Moment | None = None
    """When it was last changed for its readers."""
    author: tuple[Prose, ...] = ()
    """Who signs it: a key of _data/authors.yaml, or a name."""
    authors: tuple[Prose, ...] = ()
    """The same, for several."""
    tags: tuple[Prose, ...] = ()
    """What it is about; each tag has its page, its feed and its calendar."""
    section: str = ""
    """The section, only where it is not the folder."""
    kind: Prose = ""
    """A label within the section: release, opinion, report."""
    summary: Prose = ""
    """One or two sentences above the text, in lists and for shared links; by default the first
    paragraph."""
    slug: str = ""
    """The last step of its address; by default the file's name without its date."""
    aliases: tuple[str, ...] = ()
    """Former addresses, which lead here: /old/address.html."""
    image: Image | None = None
    """The picture above the text, in lists and for shared links."""
    source: SourceLink | None = None
    """Where it appeared first: a newspaper, a partner."""
    announced_by: tuple[SourceLink, ...] = ()
    """Who else announces it, each a name, or name and url."""
    canonical: Link = ""
    """The address of which this page is a copy, for search engines; by default its own."""
    contact: Contact | None = None
    """Whom to ask: a key of the organisation's contacts, or name, role, phone, email."""
    signatories: tuple[Prose, ...] = ()
    """Who signs with the organisation: keys of _data/organisations.yaml, or names."""
    place: Prose = ""
    """The town that the release is dated from."""
    press: ReleaseFields = ReleaseFields()
    """How it goes to the press: whether it has a kit, who issues it, which office answers."""
    correction: tuple[Correction, ...] = ()
    """What was corrected after it was published, and when; or several."""
    attachments: tuple[str, ...] = ()
    """Files to download: report.pdf."""
    lang: str = ""
    """Its language, where it is not the site's: en."""
    draft: bool = False
    """Whether it is still being written: readers do not see it."""
    embargo: Moment | None = None
    """Not public before this instant."""
    expires: Moment | None = None
    """No longer public from this instant on."""
    access: str = ""
    """Who alone reads it: the name of keys, as `sitegen access new` made them. It is in no list or
    feed of the site."""
    preview: Preview | None = None
    """Who reads it before the public does, while it is a draft, under embargo or to come."""
    pinned: bool = False
    """Whether it comes first in its lists."""
    weight: int = 0
    """Where a page stands among those of its folder in a guide: the smallest first, 0 last."""
    translates: str = ""
    """The document that this one translates, as a link to it is written: `../en/install.md`."""
    template: str = ""
    """Another template of the theme: article.html."""
    event: EventFields | str | None = None
    """The event that it announces; or the id of one that another article announces."""
    events: tuple[EventFields | str, ...] = ()
    """The same, for several."""
    coverage: tuple[Mention, ...] = ()
    """What the press made of it: medium, title, address, date; see `_data/coverage.yaml` too."""
    check: CheckFields = CheckFields()
    """What `sitegen check` need not tell of this document."""
    extra: dict[str, Any] = {}
    """What the site's own templates need beyond these keys."""


class SectionFrontMatter(msgspec.Struct, frozen=True, kw_only=True):
    """Every key of a section's ``_index.md``."""

    never_empty: ClassVar[tuple[str, ...]] = ("draft", "access")

    title: Prose
    """The section's name, as readers see it."""
    summary: Prose = ""
    """One sentence about the section, under its name."""
    per_page: int = 0
    """How many articles stand on a page of its list."""
    feed: bool | None = None
    """Whether it has a feed of its own."""
    aliases: tuple[str, ...] = ()
    """Former addresses of its list, feed or calendar, which lead there: `/category/news/`."""
    layout: str = ""
    """How its pages are laid out: `documentation`; that of the section above unless it says so."""
    weight: int = 0
    """Where it stands among its neighbours in a guide: the smallest first, 0 last."""
    lang: str = ""
    """Its language, where it is not the site's: en."""
    translates: str = ""
    """The text of a section that this one translates, as a link to it is written:
    `../communiques/_index.md`."""
    press: ReleaseFields = ReleaseFields()
    """How its releases go to the press, where they do not say it themselves."""
    draft: bool = False
    """Whether its introduction is still being written."""
    access: str = ""
    """Who alone reads the section, with all that stands in its folder: the name of keys."""
    check: CheckFields = CheckFields()
    """What `sitegen check` need not tell of this document."""
    extra: dict[str, Any] = {}
    """What the site's own templates need beyond these keys."""
