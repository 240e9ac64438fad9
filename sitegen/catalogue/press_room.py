"""Messages: the press page, the press review and the letter."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "press-section-unknown": Message(
        "SG476",
        "error",
        "the site has no section `{section}`, whose articles are to be told",
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
    "letter-list-unknown": Message(
        "SG480",
        "error",
        "no list `{value}` to write a letter to",
        "Known: {known}. Lists stand in site.yaml under `letter:`, each with `title:`, `to:`,"
        " `sender:` and `unsubscribe:`.",
    ),
    "letter-without-list": Message(
        "SG651",
        "error",
        "the site writes no letter: `letter:` names no list",
        "Write one in site.yaml: `letter: {{lists: {{hebdo: {{title: …, to: …, sender: …,"
        " unsubscribe: …}}}}}}`. docs/letter.md explains them.",
    ),
    "letter-address": Message(
        "SG481",
        "error",
        "`{value}`, under `{key}`, is no e-mail address that every server takes",
        "Write the address alone, as `lettre@example.org`: without a name, without accents.",
    ),
    "letter-unsubscribe": Message(
        "SG482",
        "error",
        "`{value}` ends no subscription in a mail program",
        "Write an address that begins with `https://`, or `mailto:`; `one_click: true` asks for"
        " `https://` (RFC 8058).",
    ),
    "letter-server-open": Message(
        "SG483",
        "error",
        "`security: none` would send the letter and the password to {host} for all to read",
        "Write `starttls` or `tls`; `none` is for a server on this machine.",
    ),
    "letter-without-imprint": Message(
        "SG484",
        "error",
        "a letter tells who publishes it and where, and site.yaml does not",
        "Write `organisation:` with `name:` and `address:`; the law asks for them (LCEN, article"
        " 1-1).",
    ),
    "letter-language-empty": Message(
        "SG617",
        "error",
        "the site has no document in `{language}`, of which the list `{name}` is told",
        "Write one, such as content/index.{language}.md; or take `language:` out of the list.",
    ),
    "letter-unsettled": Message(
        "SG485",
        "error",
        "`{subject}` was being sent when the run was cut off: nobody knows whether it left",
        "Look for the Message-ID {message_id} in the list's archive; then"
        " `sitegen digest --settle sent`, or `--settle unsent`.",
    ),
    "letter-not-sent": Message(
        "SG486",
        "error",
        "the letter was not sent: {host} said `{said}`",
        "Nothing left, and nothing is noted: mend it, and send again. Name and password are those"
        " of SITEGEN_SMTP_USER and SITEGEN_SMTP_PASSWORD.",
    ),
    "letter-perhaps-sent": Message(
        "SG487",
        "error",
        "{host} has all of the letter and did not answer: `{said}`",
        "Look for the Message-ID {message_id} in the list's archive; then"
        " `sitegen digest --settle sent`, or `--settle unsent`.",
    ),
    "letter-event-vanished": Message(
        "SG488",
        "warning",
        "an earlier letter announced the event `{event}`, which is on the site no more",
        "Its readers do not learn it. Bring it back with `status: cancelled`: the letter says so"
        " first.",
    ),
    "letter-too-large": Message(
        "SG489",
        "warning",
        "the letter has {size} kB, and mail programs cut what is over {limit} kB",
        "Send it more often, or write fewer `weeks:` or `sections:` for its list.",
    ),
}
