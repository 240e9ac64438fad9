"""What the form says of a key where the model's own words speak of how it is written in a file."""

EXPLANATIONS = {
    "FrontMatter.date": "The day on which readers see it; with an hour, from that hour on. Without"
    " a day: in a section, the one on which it is saved first; elsewhere it is a page, outside of"
    " all lists.",
    "FrontMatter.author": "Who signs it. Names that the site knows are offered as you type.",
    "FrontMatter.event": "The event that it announces, or that another text announces.",
    "FrontMatter.attachments": "What readers take along: a PDF, a table.",
    "FrontMatter.contact": "Whom journalists turn to: a name that is offered is enough.",
    "FrontMatter.signatories": "Who signs it with the organisation. Names that the site knows are"
    " offered as you type.",
    "FrontMatter.access": "Who alone reads it: the name that your webmaster gave the keys. It is in"
    " no list and no feed of the site.",
    "SectionFrontMatter.access": "Who alone reads the section, with all that lies in its folder:"
    " the name that your webmaster gave the keys.",
    "Preview.access": "The name that your webmaster gave the keys: presse.",
    "Image.src": "The photograph as it came out of the camera.",
    "Image.alt": "What it shows, for those who do not see it. The caption is not said again.",
    "Contact.name": "The person's name. One that is offered brings what the site knows of them.",
    "EventFields.location": "A place that the site knows, by its name; or name and address.",
    "EventFields.status": "Nothing where it takes place as planned. Where its new date is known,"
    " that one stands in `start`, and the former one in `previous_start`. A text that is removed"
    " tells nobody that its event is cancelled.",
    "EventFields.previous_start": "Its former date, where it has a new one.",
    "EventFields.organizer": "Who organises it. Names that the site knows are offered as you type.",
    "EventFields.accessibility": "What lets people with disabilities take part.",
    "Repeat.rrule": "Every Tuesday: FREQ=WEEKLY;BYDAY=TU. The first Thursday of the month:"
    " FREQ=MONTHLY;BYDAY=1TH. Six times and no more: add ;COUNT=6.",
    "ReleaseFields.issuer": "Who publishes it: an organisation that the site knows; if none is"
    " named, the site's.",
    "FrontMatter.coverage": "What newspapers and broadcasters made of it.",
    "Mention.kind": "Where it appeared.",
    "Figure.alt": "What it shows, for those who do not see it. The caption is not said again.",
    "Map.venue": "A place that the site knows, by the name that is offered.",
    "ContactCall.contact": "A contact of the organisation, by the name that is offered.",
    "Events.organisation": "Only events of texts that this organisation signs.",
}
"""By type and key. All others are explained in the words of the model."""

CONTENTS = {
    "markdown": ("Text", ""),
    "images": ("Pictures", "One on each line: `![What it shows](/images/hall.jpg)`"),
    "figures": ("Figures", "One on each line, behind a hyphen: - 412 : municipalities"),
}
"""What stands within a block, by its kind: its label, and what is said of it."""
