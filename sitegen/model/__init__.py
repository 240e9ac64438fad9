"""The words of the domain: frozen values that every layer shares.

A *document* is what an author writes, an *entry* is a document that has its place on the site, a
*page* is a file in ``output/``.
"""

from sitegen.model.accessibility import Accessibility
from sitegen.model.data_files import DATA_FORMS, AuthorFields, OrganisationFields, VenueFields
from sitegen.model.entries import (
    Attachment,
    Author,
    Entry,
    Event,
    Occurrence,
    Organisation,
    Section,
    Term,
)
from sitegen.model.guides import Node, Translation
from sitegen.model.kinds import KINDS, Kind
from sitegen.model.moments import Moment, whole_minutes, zone_info
from sitegen.model.pages import Page, Question, Rendered, Withheld
from sitegen.model.scopes import WHOLE, Scope
from sitegen.model.taxonomies import LISTED, TAXONOMIES, AnyTerm, Taxonomy
from sitegen.model.written import (
    Change,
    CheckFields,
    Contact,
    EventFields,
    Focus,
    FrontMatter,
    Image,
    Link,
    Location,
    Prose,
    Registration,
    Repeat,
    SectionFrontMatter,
    SourceLink,
    Status,
)

__all__ = [
    "DATA_FORMS",
    "KINDS",
    "LISTED",
    "TAXONOMIES",
    "WHOLE",
    "Accessibility",
    "AnyTerm",
    "Attachment",
    "Author",
    "AuthorFields",
    "Change",
    "CheckFields",
    "Contact",
    "Entry",
    "Event",
    "EventFields",
    "Focus",
    "FrontMatter",
    "Image",
    "Kind",
    "Link",
    "Location",
    "Moment",
    "Node",
    "Occurrence",
    "Organisation",
    "OrganisationFields",
    "Page",
    "Prose",
    "Question",
    "Registration",
    "Rendered",
    "Repeat",
    "Scope",
    "Section",
    "SectionFrontMatter",
    "SourceLink",
    "Status",
    "Taxonomy",
    "Term",
    "Translation",
    "VenueFields",
    "Withheld",
    "whole_minutes",
    "zone_info",
]
