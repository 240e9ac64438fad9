"""Messages: several sites in one workspace."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "no-workspace": Message(
        "SG620",
        "error",
        "{folder} is in no workspace: there is no workspace.yaml",
        "Write one beside the folder of your sites, with `sites: [sites/*]`.",
    ),
    "workspace-empty": Message(
        "SG621",
        "error",
        "`{value}` is no site: no folder of that name holds {file}",
        "Correct the name, take the line out, or begin a site there with `sitegen init`.",
    ),
    "workspace-outside": Message(
        "SG622",
        "error",
        "`{value}` leads out of the workspace",
        "Sites of a workspace stand below its folder: write sites/* or sites/mairie.",
    ),
    "workspace-other": Message(
        "SG623",
        "error",
        "`{site}` would not find this workspace",
        "A site looks for the nearest workspace.yaml, at most {number} folders above its own:"
        " move the site, or remove the file between.",
    ),
    "workspace-address-twice": Message(
        "SG624",
        "warning",
        "the site has the address of {other}: `{url}`",
        "Give each its own `url`: readers, feeds and calendars know a site by it.",
    ),
    "source-site": Message(
        "SG625",
        "error",
        "`{key}`: `{value}` is no folder of a site",
        "Write it from the workspace's folder on: sites/mairie.",
    ),
    "source-site-or-url": Message(
        "SG626",
        "error",
        "`{key}`: a source has either `url` or `site`",
        "Write `url` for an address on the web, `site` for another site of the workspace.",
    ),
}
