"""What the page's own scripts say, in the site's language."""

from collections.abc import Callable

from sitegen.editing.refusals import EditError

_TEXTS = {
    "day": "Day",
    "hour": "Hour",
    "mistakes": "What sitegen says of it",
    "noMistakes": "Nothing is wrong with it.",
    "checking": "Being looked at …",
    "unsaved": "The page is shown as it was saved last.",
    "building": "It is saved. Its page is shown here once it is built; not while it has a mistake.",
    "past": "It is saved. Readers do not see it any more, as the day on which it expires has"
    " passed: it has no page.",
    "sealed": "It is saved. Its page is private: it is shown here where its keys lie on this"
    " machine.",
    "notSaved": "The page is shown here once it is saved.",
    "unreachable": "The preview does not answer. What you wrote is kept in this browser:"
    " start `sitegen serve --edit` again, then save.",
    "offline": "Nobody answers. What you wrote is kept in this browser: look whether the network is"
    " there, then save again.",
    "expired": "Your sign-in has expired, or was withdrawn. What you wrote is kept in this browser:"
    " sign out, sign in again, open the text, and take up what you wrote.",
    "forbidden": "You may not write to this repository. What you wrote is kept in this browser:"
    " ask your webmaster for the right to write, then save again.",
    "guarded": "You may not write to this branch, which may be protected: nothing was written."
    " What you wrote is kept in this browser: ask your webmaster for the right to write to it, then"
    " save again.",
    "busy": "The code host does not take it at the moment. What you wrote is kept in this browser:"
    " save again in some minutes.",
    "wordless": "The code host refuses this, and does not say why ({status}). What you wrote is"
    " kept in this browser: let your webmaster look at it.",
    "heavy": "The code host refuses files of this size. Make the picture smaller, then save again.",
    "moved": "Somebody else saved something at the same moment: nothing was written. Save again.",
    "claimed": "{path} holds a text that somebody else saved and did not send for review: nothing"
    " was written. What you wrote is kept in this browser: let your webmaster look at that branch.",
    "closed": "The request for this text was closed or published meanwhile: nothing was written."
    " What you wrote is kept in this browser: load the page again, open the text, and take up what"
    " you wrote.",
    "outdated": "Somebody changed this text since you opened it: it was not published. Load the"
    " page again and read it first.",
    "overtaken": "Somebody else added to the request of this text since you opened it: nothing was"
    " written, and nothing taken away. What you wrote is kept in this browser: load the page again,"
    " read what came, open the text, and take up what you wrote.",
    "conflict": "The code host cannot publish this text, as when the same lines were published"
    " otherwise meanwhile: nothing was published. Try again in a minute, or let your webmaster"
    " bring the two together: {path}",
    "unpublished": "The code host does not publish this text yet: {reason}. Its request: {path}",
    "unapproved": "an approval is missing",
    "unchecked": "a check has not passed",
    "unresolved": "a discussion of it is not resolved",
    "contested": "somebody asks for changes",
    "drafted": "it is a draft on the code host",
    "marked": "The code host takes this text for a draft, by the title of its request: change that"
    " there: {path}",
    "unmerged": "You may not publish in this repository. Mark the text as ready: who may publish"
    " does it here, or on the code host: {path}",
    "unlabelled": "You may not set the label by which a text is marked as ready. Sign in with a"
    " token that may also read and write `issue`, or ask your webmaster.",
    "unlisted": "This repository takes no pull requests, so no text can be reviewed: ask your"
    " webmaster to turn them on in its settings.",
    "noScript": "This page needs JavaScript.",
    "page": "The page",
    "text": "The text",
    "verbatim": "Markdown, as it is",
    "unreadable": "What stands above the text cannot be read as YAML: mend the file itself first.",
    "warning": "Warning",
}


_REFUSALS = ("changed", "encoding", "exists", "gone", "name")
"""What the page does not send to a code host, as the preview's server does not write it."""


def page_texts(translate: Callable[[str], str]) -> dict[str, str]:
    """Return the texts of the page's scripts by their names there, `{path}` for that of a file."""
    words = {name: translate(text).replace("`", "") for name, text in _TEXTS.items()}
    return words | {name: EditError(name, path="{path}").text(translate) for name in _REFUSALS}
