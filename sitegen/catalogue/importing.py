"""Messages: former sites that are imported."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "import-kind-unknown": Message(
        "SG400", "error", "`{kind}` is no kind of site that can be imported", "Known: {known}."
    ),
    "import-source-missing": Message(
        "SG401",
        "error",
        "there is no file `{path}` to import",
        "Give the folder, the archive or the export file of the former site.",
    ),
    "import-file-too-large": Message(
        "SG403",
        "error",
        "`{path}` is larger than {limit}",
        "Take it out of what is imported, and put it where large files are served from.",
    ),
    "import-manifest": Message(
        "SG404",
        "error",
        "what an import wrote here before cannot be read: {reason}",
        "Restore this file from your versions; without it, import into a new folder.",
    ),
    "import-source-unlike": Message(
        "SG405", "error", "this is no {kind} site: {reason}", "Give {wanted}."
    ),
    "import-unreadable": Message(
        "SG406",
        "error",
        "this cannot be read as {what}: {reason}",
        "Export it once more; if a program wrote it so, mend the place by hand.",
    ),
    "import-unrecognised": Message(
        "SG420",
        "error",
        "nothing tells what made this site",
        "Say it: `sitegen import KIND SOURCE`, with one of {known}.",
    ),
    "import-kind-below": Message(
        "SG684",
        "error",
        "nothing here tells what made this site; `{path}` looks like one of `{other}`",
        "Write `sitegen import {other} {path}`.",
    ),
    "import-kind-other": Message(
        "SG421",
        "error",
        "this looks like a site of `{other}`, not of `{kind}`",
        "Write `sitegen import {other} {path}`.",
    ),
}
