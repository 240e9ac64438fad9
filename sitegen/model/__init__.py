"""The words of the domain: frozen values that every layer shares.

A *document* is what an author writes, an *entry* is a document that has its place on the site, a
*page* is a file in ``output/``.
"""

from sitegen.model.accessibility import Accessibility
from sitegen.model.attachments import Attachment
from sitegen.model.data_files import (
    DATA_FORMS,
    WHOLE_FORMS,
    AuthorFields,
    OrganisationFields,
    VenueFields,
)
from sitegen.model.entries import Entry
from sitegen.model.events import UNTOLD_LENGTH, Edition, Event, Occurrence, name_of_part
from sitegen.model.guides import Node, Translation
from sitegen.model.kinds import KINDS, Kind
from sitegen.model.moments import Moment, whole_minutes, zone_info
from sitegen.model.pages import Page, Question, Rendered, Withheld
from sitegen.model.press import About, KitFile, KitFormat, PressPicture, Release
from sitegen.model.press_page import (
    Accreditation,
    Biography,
    KeyFigure,
    Mention,
    PressAgenda,
    PressContact,
    PressFile,
    PressPageFields,
    ReviewedMention,
)
from sitegen.model.scopes import OUTLOOK, WHOLE, Scope
from sitegen.model.taxonomies import LISTED, TAXONOMIES, AnyTerm, Taxonomy
from sitegen.model.terms import Author, Organisation, Section, Term
from sitegen.model.texts import Link, Prose
from sitegen.model.written import (
    CheckFields,
    Contact,
    Correction,
    Focus,
    FrontMatter,
    Image,
    Preview,
    ReleaseFields,
    SectionFrontMatter,
    SourceLink,
)
from sitegen.model.written_events import (
    Access,
    Change,
    EventFields,
    Location,
    Price,
    Registration,
    Repeat,
    Session,
    Slot,
    Status,
)

__all__ = [
    "DATA_FORMS",
    "KINDS",
    "LISTED",
    "OUTLOOK",
    "TAXONOMIES",
    "UNTOLD_LENGTH",
    "WHOLE",
    "WHOLE_FORMS",
    "About",
    "Access",
    "Accessibility",
    "Accreditation",
    "AnyTerm",
    "Attachment",
    "Author",
    "AuthorFields",
    "Biography",
    "Change",
    "CheckFields",
    "Contact",
    "Correction",
    "Edition",
    "Entry",
    "Event",
    "EventFields",
    "Focus",
    "FrontMatter",
    "Image",
    "KeyFigure",
    "Kind",
    "KitFile",
    "KitFormat",
    "Link",
    "Location",
    "Mention",
    "Moment",
    "Node",
    "Occurrence",
    "Organisation",
    "OrganisationFields",
    "Page",
    "PressAgenda",
    "PressContact",
    "PressFile",
    "PressPageFields",
    "PressPicture",
    "Preview",
    "Price",
    "Prose",
    "Question",
    "Registration",
    "Release",
    "ReleaseFields",
    "Rendered",
    "Repeat",
    "ReviewedMention",
    "Scope",
    "Section",
    "SectionFrontMatter",
    "Session",
    "Slot",
    "SourceLink",
    "Status",
    "Taxonomy",
    "Term",
    "Translation",
    "VenueFields",
    "Withheld",
    "name_of_part",
    "whole_minutes",
    "zone_info",
]
