"""Messages: building, publishing, serving; the program itself."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "output-foreign": Message(
        "SG090",
        "error",
        "the folder {folder} holds files that sitegen did not make; nothing was touched",
        "Empty it, or choose another with --output.",
    ),
    "output-in-the-way": Message(
        "SG091",
        "error",
        "the output folder {folder} would mix with what you wrote",
        "Choose another with --output.",
    ),
    "build-running": Message(
        "SG092", "error", "another build of this site is running", "Wait for it to end."
    ),
    "disk-refused": Message(
        "SG093",
        "error",
        "cannot be written or read: {reason}",
        "What was published stays; mend it and build again.",
    ),
    "bad-clock": Message(
        "SG094",
        "error",
        "`{value}` is no instant",
        "Write --now 2022-03-05 or --now 2022-03-05T06:00+01:00.",
    ),
    "bad-since": Message(
        "SG633",
        "error",
        "`{value}` is no day",
        "Write --since 2027-03-02; or --since last, for all since the last letter.",
    ),
    "bad-base-url": Message(
        "SG247",
        "error",
        "`--base-url`: `{value}` is no address of a site",
        "Write it whole: --base-url https://preview.example.org/",
    ),
    "unknown-page": Message(
        "SG101",
        "error",
        "the site has no page `{page}`",
        "Name an address (/agenda/), a file of the output or a source.",
    ),
    "page-of-hidden": Message(
        "SG248",
        "error",
        "`{page}` is not public now: it has no page",
        "`sitegen serve` shows what waits; `sitegen next` says when it appears, if it is no draft.",
    ),
    "unknown-page-near": Message(
        "SG102",
        "error",
        "the site has no page `{page}`",
        "Did you mean {suggestion}?",
    ),
    "worker-lost": Message(
        "SG096",
        "error",
        "a worker was lost: {reason}",
        "What was published stays. Build again; with fewer --jobs if memory was short.",
    ),
    "bad-executor": Message(
        "SG097",
        "error",
        "`--executor {value}` is no address of a cluster",
        "Write --executor dask://HOST:PORT, as the Dask scheduler tells it.",
    ),
    "executor-unreachable": Message(
        "SG098",
        "error",
        "the cluster {address} does not answer: {reason}",
        "Start it (dask scheduler, dask worker), or build without --executor.",
    ),
    "worker-differs": Message(
        "SG099",
        "error",
        "the worker {worker} has another sitegen, other libraries or another Python",
        "Install the same there and start it again: all pages of a site come from one program.",
    ),
    "worker-elsewhere": Message(
        "SG100",
        "error",
        "the worker {worker} does not see {folder} and the output",
        "Workers need the site and its output under the same paths, on a file system they share.",
    ),
    "cannot-listen": Message(
        "SG150",
        "error",
        "cannot listen on {address}: {reason}",
        "Choose another port: sitegen serve --port 8124. {host}",
    ),
    "serve-running": Message(
        "SG151",
        "error",
        "`sitegen serve` runs in this folder already",
        "Use its window in the browser, or stop it with Ctrl-C where it was started.",
    ),
    "unknown-contact": Message(
        "SG104",
        "error",
        "`{value}` is no key of the organisation's contacts",
        "Write one of `organisation.contacts`, or leave it out.",
    ),
    "expected-percent": Message(
        "SG105",
        "error",
        "`{key}` is a share in percent, at most 100",
        "Write the share of the criteria that are met: 72.5.",
    ),
    "foreign-source": Message(
        "SG106",
        "warning",
        "`{url}` will not be loaded: pages load from the site alone",
        "Save it beside the text; for a film or a map write `::: video` or `::: map`. Or allow it"
        " in site.yaml: security_policy: {{sources: {{{directive}: [{host}]}}}}",
    ),
    "bad-policy-source": Message(
        "SG103",
        "error",
        "`{value}` is no source of a Content-Security-Policy",
        "Write a host (https://tiles.example.org), `data:`, or a keyword in quotes.",
    ),
    "search-failed": Message(
        "SG128",
        "error",
        "the search index could not be made: {reason}",
        "All else is published; the next build tries again.",
    ),
    "missing-extra": Message(
        "SG095",
        "error",
        "{what} needs the extra `{extra}`",
        "Install it: pip install 'sitegen-hub[{extra}]'",
    ),
    "document-failed": Message(
        "SG270",
        "error",
        "sitegen failed at this document: {error} ({where})",
        "This is a mistake of sitegen, not yours; what was published stays, and the rest is built."
        " Please report it with this line and the document.",
    ),
    "address-moved": Message(
        "SG377",
        "warning",
        "`{address}` was published, and this document stands at `{suggestion}` now",
        "Write `aliases: [{address}]` into its front matter: links from elsewhere lead on then.",
    ),
    "addresses-moved": Message(
        "SG379",
        "warning",
        "{number} addresses below `{before}` were published, and stand below `{after}` now",
        "Let them keep their addresses (`urls: sections:` in site.yaml, or the folder's name),"
        " write each under `aliases:` of its document, or lead them on at the host.",
    ),
    "address-gone": Message(
        "SG378",
        "warning",
        "`{address}` was published, and nothing stands there now",
        "Write it under `aliases:` of what takes its place. If nothing does:"
        " `sitegen published --forget {address}`.",
    ),
    "anchor-gone": Message(
        "SG680",
        "warning",
        "`{address}` was published, and this text has no such heading now",
        "Write `{{#{name}}}` behind the heading that it was. If it is gone for good:"
        " `sitegen published --forget {address}`.",
    ),
    "anchors-gone": Message(
        "SG681",
        "warning",
        "`{address}` and {number} more were published, and this text has no such headings now",
        "Write `{{#{name}}}` behind the heading that it was, and so on. `sitegen published` names"
        " them all; if one is gone for good: `sitegen published --forget {address}`.",
    ),
    "published-line": Message(
        "SG317",
        "warning",
        "this is no line of a list of addresses: `{text}`",
        "After a merge keep the lines of both sides, and take `<<<<<<<`, `=======` and `>>>>>>>`"
        " out. `sitegen published --write` puts the rest in order.",
    ),
    "published-language": Message(
        "SG636",
        "warning",
        "events are noted here in the language `{language}`, which the site does not have",
        "Write it as `languages:` in site.yaml does. If the site is not in it any more:"
        " `sitegen published --forget ~{language}`.",
    ),
    "address-not-listed": Message(
        "SG318",
        "error",
        "`{address}` does not stand in published.txt",
        "Write it as it stands there, from the site's root: /communiques/forum/",
    ),
    "nothing-written": Message(
        "SG271",
        "error",
        "nothing was written: what the other mistakes would change cannot be told apart",
        "All that was published stays as it is; mend them and build again.",
    ),
    "internal-error": Message(
        "SG107",
        "error",
        "sitegen {version} failed: {what}",
        "This is a mistake of sitegen, not yours; what was published stays. Please report it"
        " with this file: {file}. SITEGEN_DEBUG=1 or --verbose shows what is in it.",
    ),
}
