"""What stands *within* messages: reasons, problems, what is told of a list or a size.

Diagnostics hold them as values, since they are remembered in the state and compared: a whole
sentence as a text, one with gaps as a `Phrase`. They are translated when they are shown. What
libraries and the system say is here where it is usual; the rest is shown as it came.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from sitegen.wording.translation import _

PHRASES = (
    # Dates
    "YYYY-MM-DD HH:MM",
    "it has another form",
    "there is no such day",
    "the year must lie from 1000 to 8999",
    "there is no such hour",
    "no zone lies {offset} from UTC",
    # Former sites that cannot be read
    "a feed",
    "an archive",
    "a letter (.docx)",
    "a letter (.docx), or a folder of them",
    "a file of a calendar (.ics), or a folder of them",
    "the .sqlite file of *Maintenance → Sauvegarder*",
    "the XML file of Tools → Export in WordPress, or the folder in which such files lie",
    "the folder that Osuny writes",
    "the folder that holds `_config.yml`",
    "the folder that holds eleventy.config.js",
    "the folder that holds hugo.toml",
    "the folder that holds pelicanconf.py",
    "it begins as no feed does",
    "it declares entities",
    "it has no list of `items`",
    "it is an export of WordPress",
    "it is no archive with `word/document.xml`",
    "unpacked it is larger than {size} MB",
    "no eleventy.config.js",
    "neither `_config.yml` nor `_posts/`",
    "no hugo.toml, hugo.yaml, config.toml …",
    "no pelicanconf.py",
    "neither data/website nor config/_default",
    "a file of RSS, Atom or JSON Feed, or a folder of them",
    "it has no `wxr_version`",
    "no .xml file in it is an export",
    # Keys of private pages
    "there is no such file",
    "it is neither JSON nor what `sitegen access export` prints",
    "the reader {page} has neither a link nor a password",
    "the key of {page} has not 32 bytes",
    # What stands in place of a list, a page, a size
    "another site stands there, {other}",
    "the site has no home page",
    "of {before} pages {number} would be left",
    "it would replace what sitegen did not write: {paths}",
    "it says nothing",
    "no answer in {seconds} s",
    "{path}: {reason}",
    "{path} is no folder",
    "{path} is a Git repository: {where}",
    "Permission denied ({ways})",
    "Unable to locate credentials",
    "Access Denied",
    "The AWS Access Key Id you provided does not exist in our records.",
    "The specified bucket does not exist",
    "Connection timed out",
    "Host key verification failed.",
    "names that you choose",
    "none",
    "the search index",
    "a page that sitegen makes ({page})",
    "{kind} `{name}`",
    "the theme declares no option `{name}`",
    "{kind}, {other}",
    "{page} and {number} more",
    "{size} kB",
    "{size} MB",
    "time",
    "place",
    "status",
    # Keys
    "What your site needs beyond the known keys goes under `extra:`.",
    # Templates
    "it includes itself",
    "`{object}` has no `{name}`; did you mean `{near}`?",
    "`{object}` has no `{name}`",
    "{name} is undefined",
    "No filter named {name}.",
    "Encountered unknown tag {name}.",
    "Expected an expression, got {found}",
    # YAML and JSON
    "a number has too many digits",
    "a number is infinite, or not a number (NaN)",
    "a quotation mark or a bracket is not closed",
    "a key was expected here, or quotation marks around the value",
    "a line that begins with a hyphen was expected here",
    "a comma or a `]` was expected here",
    "a comma or a `}` was expected here",
    "a value was expected here",
    "a colon and a space were expected after the key",
    "no text begins with `>` or `|`",
    "no value begins with this character",
    "a backslash stands in quotation marks",
    "this notation names no whole character",
    "a list cannot begin on this line",
    "a key cannot begin here",
    "Expecting property name enclosed in double quotes",
    "Expecting value",
    "Expecting ',' delimiter",
    "Expecting ':' delimiter",
    "Extra data",
    "Illegal trailing comma before end of object",
    "Illegal trailing comma before end of array",
    "Unterminated string starting at",
    "Invalid control character at",
    "Invalid \\escape",
    # Rules of events
    "COUNT and UNTIL exclude each other",
    "FREQ is missing, for example FREQ=MONTHLY",
    "FREQ={value} is not DAILY, WEEKLY, MONTHLY or YEARLY",
    "{part} is no part of a rule; did you mean {near}?",
    "{part} is no part of a rule",
    "{part} has no value",
    "{part} stands twice",
    "FREQ={value} is none; did you mean FREQ={near}?",
    "{part}={value} is no whole number from 1 to 99999",
    "{part}={value}: each number lies from 1 to {high}, or from -{low} to -1",
    "{part}={value}: each number lies from {low} to {high}",
    "WKST={value} is no day: MO, TU, WE, TH, FR, SA or SU",
    "BYDAY={value}: days are MO, TU, WE, TH, FR, SA, SU; 1TH is the first Thursday, -1FR the last"
    " Friday",
    "BYDAY={value}: only MONTHLY and YEARLY rules count their days",
    "BYDAY={value}: a week (BYWEEKNO) has each day once",
    "BYDAY={value}: no month has more than five of a day",
    "{part} does not go with FREQ={value}",
    "{part} tells an hour, and the event has none",
    "BYSETPOS chooses among what another part gives, such as BYDAY",
    "it gives no date",
    "UNTIL={value} is no date, such as 20271231",
    "not understood",
    # Texts and shortcodes
    "lists, quotations or brackets are nested too deep: flatten them",
    "a decorative image says nothing",
    "the film stands on another site, or in a file: not both",
    "no film of YouTube, Vimeo, Dailymotion or PeerTube has it",
    "browsers play .mp4 and .webm",
    "a venue has its name already",
    "this contact has its name already",
    "one of them is enough: `{name}`",
    "sitegen has a shortcode of that name: give this one another",
    "a name has small letters without accents, digits and hyphens: chiffre-cle",
    "no argument can have this name: take letters and `_`",
    "`type: choice` and `choices` belong together",
    "no argument is called `{name}`",
    "write scheme and host alone: https://umap.openstreetmap.fr",
    "each line is an image: ![La salle](salle.jpg)",
    "each line is a figure: - 412 : communes adhérentes",
    "an address on the web begins with https://",
    "it is no path of a file of the site",
    "write latitude and longitude in degrees: 47.397, 0.692",
    "a language is told by its tag, such as fr or en",
    "::: gallery, then lines such as ![La salle](salle.jpg), then :::",
    "::: figures, then lines such as - 412 : communes adhérentes, then :::",
    # Images
    "it has more than 100 million pixels",
    "its size is told in two ways",
    "it is empty",
    "it only says where the picture is kept (Git LFS, git-annex)",
    "it is a web page",
    "it is a {kind} picture",
    "it is PostScript (EPS)",
    "it is a film",
    "it is a PDF",
    "it is an archive, or a file of an office program",
    "its bytes are those of no picture that is known",
    "it is the raw file of a camera",
    "it is damaged",
    "it has too many parts",
    "sitegen does not take them out of a file of Photoshop",
    "its root lacks {attribute}",
    "line {number}: {error}",
    "mismatched tag",
    "no element found",
    "not well-formed (invalid token)",
    "undefined entity",
    "junk after document element",
    "unclosed token",
    "duplicate attribute",
    "it is a JPEG of too many scans",
    "image file is truncated",
    # Sources that are fetched
    "it ends before its end",
    "it is packed as {encoding}",
    "it cannot be unpacked",
    "it is larger than {limit} MB",
    "it leads on again and again",
    "it leads on without saying where",
    "its address is not that of a web server",
    "its address is one of a private network",
    "it does not answer in time",
    "it does not answer as a web server does",
    "it cannot be reached",
    "it is a web page that names no feed and no calendar",
    "the environment has no {variable}",
    "it is no feed and no calendar",
    "it is {found}, not {wanted}",
    "it has more than {number} entries",
    "it has more than {number} events",
    "it has more than {number} pages",
    "it is nested too deep",
    "it takes too long to read",
    "its certificate is not valid, or its encryption",
    "Name or service not known",
    "Temporary failure in name resolution",
    "No route to host",
    "Network is unreachable",
    "it cannot be read ({error})",
    "it announces nothing",
    "it has neither a title nor a text",
    "it has no day that can be read",
    "it is not public",
    "another one has its identity",
    "no document can be made of it",
    "all that it announced has another identity now",
    "it has lost {lost} of {number} announcements",
    "it is no picture for the web",
    "the workspace has no site {page}",
    "it has not been built yet",
    "it was built last with what is not public yet: build it without",
    "it is dated later than now",
    # Clusters
    "it has no workers",
    "it ends the connection",
    # The system and SQLite
    "No such file or directory",
    "Permission denied",
    "Operation not permitted",
    "Is a directory",
    "Not a directory",
    "File exists",
    "File name too long",
    "No space left on device",
    "Disk quota exceeded",
    "Read-only file system",
    "Input/output error",
    "Too many levels of symbolic links",
    "Address already in use",
    "Cannot assign requested address",
    "Connection refused",
    "timed out",
    "database or disk is full",
    "attempt to write a readonly database",
    "disk I/O error",
    "unable to open database file",
    # Why a press kit cannot be made
    "it takes more than {seconds} s",
    "an address that no file can have",
    "the plugin {name} failed",
    "its files are others now",
    "it reads {file} itself",
    "it reads the clock",
    "it asks the network",
    "it starts a program",
    "it lists a folder itself",
    "it gives something else in a second build",
    # Why what was remembered is thrown away
    "it has format {found}, this sitegen writes {number}",
    "the text of {page} is damaged",
    "the text of {page} is missing",
    "file is not a database",
    "database disk image is malformed",
)
"""Placeholders in braces are the values of a `Phrase`."""


class Phrase(msgspec.Struct, frozen=True):
    """A sentence with gaps, and what stands in them."""

    text: str
    """One of `PHRASES`."""
    values: dict[str, "Words"] = {}

    def __str__(self) -> str:
        """Return it in English, as programs and tests compare it."""
        return self.text.format_map({name: _plain(value) for name, value in self.values.items()})


Words = str | Phrase | tuple[str, ...]
"""What a placeholder of a message stands for: a text, a sentence with gaps, or a list of texts."""


def with_gaps(text: str, **values: Words) -> Phrase:
    """Return the phrase *text*, one of `PHRASES`, with *values* in its gaps."""
    return Phrase(text, values)


def told_by(error: BaseException) -> Words:
    """Return what *error*, one of ours that holds a phrase or any other, says."""
    first: Any = error.args[0] if error.args else ""
    return first if isinstance(first, Phrase) else str(error)


def in_words(told: Words, translate: Callable[[str], str] = _) -> str:
    """Return *told* in the language of the user; a text that nobody translated as it is.

    *translate* gives it in another language. What stands between backticks is a name that programs
    know: it stays as it is, though it may be a word elsewhere (`place`).
    """
    if isinstance(told, Phrase):
        values = {
            name: str(value) if f"`{{{name}}}`" in told.text else in_words(value, translate)
            for name, value in told.values.items()
        }
        return translate(told.text).format_map(values)
    return translate(told) if isinstance(told, str) else ", ".join(map(translate, told))


def _plain(told: Words) -> str:
    return ", ".join(told) if isinstance(told, tuple) else str(told)
