"""Messages: `site.yaml`."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "section-near": Message(
        "SG272",
        "error",
        "the site has no section `{section}`",
        "Did you mean `{suggestion}`? A section is called as its folder of content/ is.",
    ),
    "address-empty": Message(
        "SG386",
        "error",
        "`{key}` is empty, and every page has an address",
        "Write one that begins with `/`; or take the line away: the page then stands at its usual"
        " address. A site without a search has `search: false`.",
    ),
    "no-site": Message(
        "SG050",
        "error",
        "no site.yaml in {folder}",
        "Go to the site's folder, or make a new site: `sitegen init DIR`",
    ),
    "no-site-near": Message(
        "SG223",
        "error",
        "no site.yaml in {folder}; there is one in {near}",
        "Go there first: cd {way}",
    ),
    "config-empty": Message(
        "SG051", "error", "the file is empty", "It needs `title: …` and `url: https://…`."
    ),
    "bad-site-url": Message(
        "SG052",
        "error",
        "`url`: `{value}` is no address of a site",
        "Write it whole: https://hub.example.org/",
    ),
    "unknown-timezone": Message(
        "SG053",
        "error",
        "unknown time zone `{value}`",
        "Write its IANA name, such as Europe/Paris or Indian/Reunion.",
    ),
    "unknown-timezone-near": Message(
        "SG215", "error", "unknown time zone `{value}`", "Did you mean `{suggestion}`?"
    ),
    "calendars-out-of-range": Message(
        "SG524",
        "error",
        "`calendars.{key}` is out of range",
        "Write a number from 0 to {limit}.",
    ),
    "hub-address": Message(
        "SG525",
        "error",
        "`{value}` is no address of a hub",
        "Write it with https:// before it, or leave `hub` out.",
    ),
    "feeds-without-atom": Message(
        "SG523",
        "error",
        "`feeds.formats` has no `atom`",
        "Write it first: pages lead to the Atom feed, and the others stand beside it.",
    ),
    "bad-language": Message(
        "SG054", "error", "`{value}` is no language tag", "Write fr, en, fr-CA …"
    ),
    "unknown-theme": Message(
        "SG055",
        "error",
        "unknown theme `{theme}`",
        "Themes that are here: {known}. That of a package is installed with pip.",
    ),
    "bad-url-pattern": Message(
        "SG056",
        "error",
        "`urls.{key}`: `{value}` is no address below the site",
        "It begins with `/` and holds no `..`, no `?` and no `#`.",
    ),
    "pattern-open": Message(
        "SG340",
        "error",
        "`urls.{key}`: hosts would not show what stands at `{value}` as pages",
        "Write `{suggestion}`. One page alone may also end in `.html`; a list never, for other"
        " pages stand below it.",
    ),
    "bad-placeholder": Message(
        "SG057",
        "error",
        "`urls.{key}`: unknown placeholder `{{{value}}}`",
        "Placeholders allowed here: {allowed}.",
    ),
    "missing-placeholder": Message(
        "SG058",
        "error",
        "`urls.{key}`: `{value}` gives one address to all",
        "It needs `{{slug}}`.",
    ),
    "bad-content-folder": Message(
        "SG126",
        "error",
        "`content: {value}` is no folder for documents",
        "Name a folder below that of site.yaml (`content`, `docs/pages`), or `.` for its own.",
    ),
    "no-content-folder": Message(
        "SG127",
        "error",
        "there is no folder `{folder}`, where the documents stand",
        "Create it, or write under `content:` the name of the folder that holds them.",
    ),
    "bad-repository": Message(
        "SG129",
        "error",
        "`{key}: {value}` is no address",
        "Write that of the content's folder: https://git.example.org/hub/blob/main/content/",
    ),
    "bad-editing-repository": Message(
        "SG600",
        "error",
        "`{value}` is no repository",
        "Write its owner and its name: `les-communes/hub`.",
    ),
    "bad-editing-url": Message(
        "SG601",
        "error",
        "`{key}: {value}` is no address",
        "Write it with https:// and its host: `https://git.example.org`.",
    ),
    "bad-editing-folder": Message(
        "SG602",
        "error",
        "`{value}` cannot be the folder of the editing page",
        "One word of small letters, digits and hyphens, such as `admin`.",
    ),
    "editing-incomplete": Message(
        "SG603",
        "error",
        "`editing` does not say its `{key}`",
        "The editing page writes to a repository: its `service`, its `repository` as"
        " `owner/name`, and its `url` where the service is one's own, as Gitea and Forgejo are.",
    ),
    "editing-unset": Message(
        "SG605",
        "error",
        "site.yaml does not say where the repository of the texts is",
        "Write `editing: {{service: github, repository: owner/name}}` there. On this machine no"
        " repository is needed: `sitegen serve --edit`.",
    ),
    "redirect-address": Message(
        "SG422",
        "error",
        "`{value}` is no former address of this site",
        "Write it from the site's root: `/old/address/`.",
    ),
    "redirect-beyond-path": Message(
        "SG423",
        "error",
        "`{value}` holds a `{sign}`: no file can answer to it",
        "A host of files looks at what stands before it alone. Lead on in the host's own settings,"
        " as docs/migrating.md shows.",
    ),
    "redirect-target": Message(
        "SG424",
        "error",
        "`{value}` is nowhere to lead readers to",
        "Write an address of this site (`/tags/forum/`), a whole one (`https://…`), or `410` for"
        " what is gone for good.",
    ),
    "redirect-dead": Message(
        "SG425",
        "warning",
        "`{value}` leads to `{target}`, where nothing is",
        "Write the address of a page that is there, or take the line away.",
    ),
    "redirect-again": Message(
        "SG426",
        "warning",
        "`{target}` is a former address itself",
        "Lead readers there at once: `{suggestion}`.",
    ),
    "redirect-unread": Message(
        "SG391",
        "warning",
        "nobody is led on from `{value}`: a page there is taken for a file ending in `{ending}`",
        "Say under `publishing:` in site.yaml who serves the site, so that the host leads on; or"
        " put a file there.",
    ),
    "redirect-circle": Message(
        "SG388",
        "error",
        "`{value}` leads in a circle: from `{target}` nobody ever arrives",
        "Write where readers are to end, the address of a page that is there.",
    ),
    "host-file-own": Message(
        "SG389",
        "warning",
        "nothing of `aliases:` and `redirects:` is written for the host: the content has {file}",
        "Write its lines under `redirects:` and remove it, or take `publishing: {{host: {host}}}`"
        " away.",
    ),
    "host-file-full": Message(
        "SG390",
        "warning",
        "{number} former addresses do not stand in {file}, such as `{first}`: the host takes no"
        " more, or no longer lines",
        "Pages lead on from there, as on other hosts. Take away former addresses that nobody asks"
        " for any more.",
    ),
    "redirect-taken": Message(
        "SG427",
        "error",
        "nothing leads on from `{value}`: {other} stands there",
        "Take the line away, or move what stands there.",
    ),
}
