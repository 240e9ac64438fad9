"""Names in a site's folder that several layers speak of."""

import re
from collections.abc import Collection

from sitegen.patterns import lazy_pattern

DISTRIBUTION = "sitegen-hub"
"""How pip calls sitegen; the package and the command have the shorter name."""
SITE_FILE = "site.yaml"
WORKSPACE_FILE = "workspace.yaml"
"""The file in whose folder several sites share themes and data."""
STATE_FOLDER = ".sitegen"
MARKER = ".sitegen"
"""The file that says that a folder is sitegen's to rewrite."""
CONTENT = "content"
"""How the content is called within sitegen, and its folder unless `content:` names another."""
ARCHETYPES = "archetypes"
"""The folder of what a site's own new documents are made from."""
PUBLISHED_FILE = "published.txt"
"""The list of addresses that readers know, beside `site.yaml`."""
NOT_CONTENT = (SITE_FILE, "themes", ARCHETYPES, PUBLISHED_FILE)
"""What stands beside the documents where the site's own folder holds them."""
PLACE = "@place"
"""Under which what was read from `_data/` says where it stands: no key of a form is called so."""
FETCHED_FOLDER = "_fetched"
"""The folder of ``content/`` in which `sitegen fetch` writes what partners announce."""
OWN_WORDS = "_sitegen"
"""In JSON Feed and OpenAgenda's JSON: what these have no field for, of an article, of an event."""
EVENT_FACTS = "event-facts"
"""The class, in feeds, of when and where the events of an article take place: `sitegen fetch` has
that from the calendar."""
SEARCH_FOLDER = "search-index/"
"""Where the search index stands below the output."""
IMAGES_FOLDER = "images"
"""In the state's folder: images that were made."""
KITS_FOLDER = "press"
"""In the state's folder: PDFs of releases that were made."""
DOCUMENT_ENDINGS = (".md", ".markdown")
"""What the names of documents end in, in any case: old cameras and shares write `.MD`."""
SECTION_TEXT = "_index"
"""The name, without its ending, of the document that introduces a section."""
_NEARLY_SECTION_TEXT = lazy_pattern(
    r"_+ ?indexe?s?(?:[ _-][^.]*|\.[a-z]{2,3}(?:-[a-z0-9]{2,8})*)? ?"
    r"(?:\.(?:md|markdown|mdown|mkd|mdx|txt))+\.?",
    re.IGNORECASE,
)
BUNDLE_TEXT = "index"
"""The name, without its ending, of the document that is the page of its folder."""


def is_document(path: str) -> bool:
    """Whether *path* is called as documents are."""
    return path.lower().endswith(DOCUMENT_ENDINGS)


def without_ending(path: str) -> str:
    """Return *path*, a document's, without its ending; any other path as it is."""
    return path.rpartition(".")[0] if is_document(path) else path


def is_called(path: str, *names: str) -> bool:
    """Whether *path* is a document of one of *names*, its folder and its ending aside."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    return stem in names and is_document(path)  # few are, and each document is asked several times


def is_nearly_section_text(path: str) -> bool:
    """Whether *path* is called as a section's text is, or nearly: `_Index.md`, `_index.md.txt`."""
    return _NEARLY_SECTION_TEXT.fullmatch(path.rpartition("/")[2]) is not None


def place_of(path: str, languages: Collection[str]) -> tuple[str, str]:
    """Return the language that the path of a document names, and the path without it.

    `en/forum.md` and `forum.en.md` are both `forum.md` in `en`. *languages*: those that the site
    has. Nothing is named where it has none.
    """
    if not languages:
        return "", path
    folder, _, rest = path.partition("/")
    if rest and folder in languages:
        return folder, place_of(rest, (folder,))[1]
    stem = without_ending(path)
    before, dot, tag = stem.rpartition(".")
    if dot and tag in languages and before and not before.endswith("/"):
        return tag, before + path[len(stem) :]
    return "", path


TRANSLATED = " ~"
"""Before the language, at the end of what the list of published addresses calls an event or a
calendar of another version of the site than the first."""
