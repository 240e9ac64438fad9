"""Messages: the press page, the press review and the letter."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "press-section-unknown": Message(
        "SG476",
        "error",
        "the site has no section `{section}`, whose releases the press page is to show",
        "Known: {known}. A section is called as its folder of content/ is.",
    ),
    "press-contact-unknown": Message(
        "SG477",
        "error",
        "`{value}` is no contact of the organisation",
        "Known: {known}. Or write `name:`, `phone:` and `email:` here.",
    ),
    "press-contact-nameless": Message(
        "SG478",
        "error",
        "a contact without a name",
        "Write `name:`, or `contact:` with a key of the organisation's contacts in site.yaml.",
    ),
    "coverage-release-missing": Message(
        "SG479",
        "error",
        "no document `{release}`, which a line of the press review is about",
        "Write its path below content/, as `communiques/2026-11-17-forum.md`; or take `release:`"
        " out.",
    ),
}
