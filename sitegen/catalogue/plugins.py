"""Messages: plugins, the site's own code."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "plugin-missing": Message(
        "SG576",
        "error",
        "the plugin `{plugin}` is not installed; what it made stays as it was published",
        "Install it: pip install {plugin}",
    ),
    "plugin-file-missing": Message(
        "SG577",
        "error",
        "there is no plugin `{plugin}`: no such file; what it made stays as it was published",
        "A path begins with `./` and starts at this file's folder: ./plugins/carte.py",
    ),
    "plugin-outside": Message(
        "SG578",
        "error",
        "`{plugin}` is not run: it lies outside of the site, or where texts or outputs are kept",
        "Plugins are code. Put it where those who write texts do not write: in ./plugins/, or in"
        " ./_plugins/ where the documents stand beside site.yaml.",
    ),
    "plugin-no-entry": Message(
        "SG579",
        "error",
        "the package `{plugin}` is installed, and brings no plugin of sitegen",
        "Look whether another package is meant, or a newer version: pip install --upgrade {plugin}",
    ),
    "plugin-none": Message(
        "SG580",
        "error",
        "the plugin `{plugin}` declares nothing: its module has no `{name}`",
        "Write: from sitegen.plugins import Plugin, and then: {name} = Plugin()",
    ),
    "plugin-wants-sitegen": Message(
        "SG581",
        "error",
        "the plugin `{plugin}` asks for sitegen {wanted} or newer, and this is {version}",
        "Upgrade sitegen, or use an older version of the plugin.",
    ),
    "plugin-name-taken": Message(
        "SG582",
        "error",
        "the plugin `{plugin}` is not used: its name `{name}` ({what}) is taken by {other}",
        "Take one of the two out of `plugins:`, or rename it in the one that is yours.",
    ),
    "plugin-failed": Message(
        "SG583",
        "error",
        "the plugin `{plugin}` failed: {reason}",
        "Mend this line, or take the plugin out of `plugins:`. What it made stays as it was"
        " published until then.",
    ),
    "plugin-failed-at": Message(
        "SG587",
        "error",
        "the plugin `{plugin}` failed: {reason} (for {page})",
        "Mend this line, or take the plugin out of `plugins:`. What it made stays as it was"
        " published until then.",
    ),
    "plugin-returned": Message(
        "SG584",
        "error",
        "the plugin `{plugin}` failed: `{function}` returned {found}",
        "It is to return: `{wanted}`",
    ),
    "plugin-address": Message(
        "SG588",
        "error",
        "the plugin `{plugin}` has a page at {address}, where something else stands: {other}",
        "Choose another address for one of the two; the plugin's page is left out.",
    ),
    "plugin-after-build": Message(
        "SG590",
        "warning",
        "the site is built; what the plugin `{plugin}` does after a build failed: {reason}",
        "Mend this line. The next build that changes something calls it again.",
    ),
    "plugin-finding": Message(
        "SG589",
        "warning",
        "{message} ({plugin})",
        "{mend}",
    ),
    "plugin-options-of-none": Message(
        "SG585",
        "error",
        "`plugin_options` sets something for `{plugin}`, and `plugins:` names none of that name",
        "A plugin's name is that of its file or package: {known}.",
    ),
    "plugin-impure": Message(
        "SG586",
        "error",
        "the plugin `{plugin}` depends on more than it is given: {reason}",
        "Ask `site` or `facts`, or read it in an `input`: else pages stay that should be made"
        " anew.",
    ),
}
