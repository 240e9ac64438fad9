"""What the keys are called on the page: a word or two above each field, by the key's name."""

from collections.abc import Callable
from typing import get_args

from sitegen.model import Access
from sitegen.wording.readers import StatusWords, TakingPartWords, reader_words

LABELS = {
    "title": "Title", "date": "Date of publication", "updated": "Last changed",
    "author": "Authors", "tags": "Tags", "section": "Section", "kind": "Kind",
    "summary": "Summary", "slug": "End of its address", "aliases": "Former addresses",
    "image": "Picture", "source": "Source", "announced_by": "Also announced by",
    "canonical": "Original's address", "contact": "Contact", "signatories": "Signatories",
    "place": "Place", "press": "For the press", "correction": "Corrections",
    "attachments": "Files to download", "lang": "Language", "draft": "Draft",
    "embargo": "Embargo until", "expires": "Expires on", "access": "Private: its keys",
    "preview": "Seen before by", "pinned": "First in its lists", "weight": "Position",
    "translates": "Translation of", "template": "Template", "event": "Events",
    "coverage": "In the press", "check": "Checks left out", "body": "Text",
    "src": "File", "alt": "What it shows", "caption": "Caption", "credit": "Credit",
    "licence": "Licence", "focus": "Point in view", "width": "Width", "height": "Height",
    "name": "Name", "url": "Address on the web", "role": "Role", "phone": "Telephone",
    "email": "E-mail", "text": "Text", "until": "Until", "kit": "Press kit",
    "issuer": "Issued by", "office": "Regional office", "ignore": "Messages",
    "start": "Begins", "end": "Ends", "id": "Identifier", "uid": "Identifier in calendars",
    "timezone": "Time zone", "type": "Kind of event", "location": "Venue",
    "online": "Online at", "status": "State", "previous_start": "Was to begin",
    "organizer": "Organised by", "registration": "Registration", "times": "Times",
    "repeat": "Repetition", "other_locations": "Also at", "accessibility": "Accessibility",
    "accessibility_note": "About accessibility", "audience": "For whom",
    "conditions": "Conditions", "price": "Prices", "registration_deadline": "Register until",
    "capacity": "Places", "programme": "Programme", "address": "Street address",
    "city": "Town", "postcode": "Postcode", "country": "Country", "geo": "Coordinates",
    "rrule": "Rule", "exceptions": "Except on", "also": "Also on", "changes": "Changes",
    "amount": "Amount", "currency": "Currency", "speakers": "Speakers", "medium": "Medium",
    "page": "Page", "length": "Length", "release": "Release", "bio": "About them",
    "short": "Short form", "boilerplate": "About the organisation",
    "boilerplate_in": "The same in other languages", "introduction": "Introduction",
    "contacts": "Contacts", "files": "Files", "figures": "Key figures",
    "per_page": "Articles on a page", "feed": "Feed", "layout": "Layout",
    "fetched": "Fetched on", "digest": "Digest", "value": "Value", "label": "Label",
    "subjects": "Subjects", "region": "Region", "hours": "Hours", "languages": "Languages",
    "description": "Description", "organisation": "Organisation", "sections": "Sections",
    "menus": "Menus", "legal_form": "Legal form", "founded": "Founded", "logo": "Logo",
    "social": "Social networks", "offices": "Offices", "people": "People", "target": "Leads to",
    "speaker": "Who says it", "decorative": "It only decorates", "align": "Beside the text",
    "file": "File", "captions": "Subtitles", "transcript": "Transcript",
    "pages": "Number of pages", "venue": "Known place", "tag": "Tag", "limit": "How many",
}  # fmt: skip
"""Others are called as the key is."""

PLACED = {
    "Video.address": "Address of the film", "Video.file": "File of the film",
    "ContactCall.contact": "Known contact",
}  # fmt: skip
"""What is called otherwise in one block of a text."""

NOUNS = {
    "author": "an author", "tags": "a tag", "event": "an event", "attachments": "a file",
    "aliases": "an address", "signatories": "a signatory", "registration": "a way to register",
    "price": "a price", "times": "a time", "programme": "a point", "coverage": "a piece",
    "correction": "a correction", "other_locations": "a place", "contacts": "a contact",
}  # fmt: skip
"""What one more of them is called, on the button that adds it."""


_CHOICES = {
    "confirmed": "As planned", "left": "on the left", "right": "on the right",
    "info": "Information", "important": "Important", "warning": "Caution",
    "online": "online", "print": "on paper", "radio": "radio", "television": "television",
}  # fmt: skip


def choice_words(translate: Callable[[str], str], language: str) -> dict[str, str]:
    """Return the words of choices in *language*; what is missing stands as it is written."""
    plain = {value: translate(word) for value, word in _CHOICES.items()}
    status = reader_words(StatusWords, language)
    taking_part = reader_words(TakingPartWords, language)
    named = ("tentative", "postponed", "rescheduled", "cancelled", "full")
    states = {state: status.status(state) for state in named}
    return plain | states | {access: taking_part.access(access) for access in get_args(Access)}
