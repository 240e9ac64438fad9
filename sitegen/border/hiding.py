"""What keys of other programs say of keeping a text from readers. Pure.

Authors know WordPress, SPIP, Ghost, Hugo, Jekyll, Eleventy, Astro, Obsidian: `status: draft`,
`published: false`, `unlisted: true`. What is said nearly certainly is obeyed until it is written
in sitegen's own keys; a key that may mean something else is none of these.
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from sitegen.border.moments import parse_moment
from sitegen.border.suggestions import is_word_for_access, plain
from sitegen.patterns import lazy_pattern

Meaning = Literal["withheld", "few", "unlisted", "unindexed", "shown", "when"]
UNCLEAR = "?"
"""A value that is no plain word: a list, keys of its own."""
NO = ("false", "no", "non", "off", "faux", "0", "n")
YES = ("true", "yes", "on", "oui", "vrai", "1", "y", "o", "x")
PUBLIC = ("public", "publique", "publics", "tous", "all", "everyone")
OPEN = (*NO, *PUBLIC, "", "~", "null")
"""What stands behind a word for hiding where nothing is to be hidden."""

_BEFORE = lazy_pattern(r"^(?:post|page|article|is|est|dg|ghost|wp) ")
"""What programs put before a key of theirs."""
_CAMEL = lazy_pattern(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_WITHHOLDING = frozenset((
    "draft", "drafts", "brouillon", "unpublished", "unpublish", "notpublished", "donotpublish",
    "dontpublish", "notforpublication", "notpublic", "nepaspublier", "nepasdiffuser",
    "nepasmettreenligne", "nonpublie", "nonpubliee", "pasencorepublie", "depublie", "depubliee",
    "depublier", "horsligne", "offline", "wip", "workinprogress", "inprogress",
    "encoursderedaction", "enredaction", "avalider", "arelire", "toreview", "disabled",
    "desactive", "desactivee", "deleted", "supprime", "supprimee", "trash", "trashed", "corbeille",
    "withdrawn", "headless",
))  # fmt: skip
"""Who writes one of these, and no `no` behind it, wants no reader to see the text yet, or again."""
_SHOWING = frozenset((
    "published", "publie", "publiee", "publish", "publier", "publication", "public", "publique",
    "visible", "online", "enligne", "live", "active", "actif", "enabled", "approved", "approuve",
    "validated", "valide", "render", "permalink",
))  # fmt: skip
"""The contrary: it is a `no` behind it that says so."""
_NOT_SINCE = frozenset((
    "live", "active", "actif", "enabled", "approved", "approuve", "validated", "valide",
))  # fmt: skip
"""Of these, behind which a day is not the first one: `live: 2027-03-02 18:00` is of a broadcast."""
_STATES = frozenset((
    "status", "statut", "etat", "state", "stage", "workflow", "workflowstate", "publicationstatus",
    "statutdepublication", "etatdepublication",
))  # fmt: skip
_NOT_YET = frozenset((
    "draft", "brouillon", "autodraft", "pending", "pendingreview", "enattente", "unpublished",
    "nonpublie", "notpublished", "pasencore", "notyet", "never", "jamais", "prepa", "prop",
    "proposealevaluation", "refuse", "review", "inreview", "underreview", "arelire", "enrelecture",
    "relecture", "avalider", "envalidation", "nonvalide", "encoursderedaction", "enredaction",
    "wip", "workinprogress", "inprogress", "todo", "onhold", "offline", "horsligne", "embargo",
    "embargoed", "sousembargo", "deleted", "supprime", "trash", "poubelle", "corbeille",
    "withdrawn",
))  # fmt: skip
"""The states of a text that its readers have not, or no more; an event has others."""
_ALREADY = frozenset((
    "publish", "published", "publie", "publiee", "enligne", "online", "live", "public", "publique",
))  # fmt: skip
_UNLISTED = frozenset((
    "unlisted", "notlisted", "nonliste", "nonlistee", "nonrepertorie", "nonrepertoriee", "delisted",
    "exclude", "excluded", "excludefromlist", "excludefromlists", "excludefromcollections",
    "eleventyexcludefromcollections", "excludefromfeed", "excludefromhome", "hidefromlist",
    "hidefromlists", "hidefromhome", "hidefromfeed", "hideinlist",
))  # fmt: skip
_LISTED = frozenset(("listed", "liste", "listee"))
_UNINDEXED = frozenset((
    "noindex", "nofollownoindex", "noindexnofollow", "robotsnoindex", "metarobotsnoindex",
    "excludefromsearch", "searchexclude", "excludefromsitemap", "sitemapexclude",
))  # fmt: skip
_INDEXED = frozenset(("index", "indexed", "indexable", "search", "searchable", "sitemap"))
_DATES = frozenset((
    "publishdate", "pubdate", "publishedat", "publishedon", "datepublished", "datepublication",
    "datedepublication", "datedeparution", "publiele", "publieele", "dategmt", "datedemiseenligne",
    "schedule",
))  # fmt: skip
_DATES_TO_COME = frozenset((
    "publishon", "publishat", "publierle", "apublierle", "scheduled", "scheduledfor",
    "scheduledat", "golive", "goliveat", "mettreenlignele",
))  # fmt: skip
"""Who writes one of these does not want the text to be read now, whatever day that is."""
_EXPIRIES = frozenset((
    "unpublishdate", "unpublishon", "unpublishat", "expiration", "expirationdate", "expirydate",
    "expireson", "expiresat", "expirele", "dateexpiration", "datedexpiration", "findepublication",
    "datedefindepublication", "depublierle", "retirerle", "visiblejusquau", "enlignejusquau",
))  # fmt: skip
_CERTAIN = frozenset((
    "draft", "drafts", "brouillon", "autodraft", "unpublished", "notpublished", "nonpublie",
    "nonpubliee", "donotpublish", "dontpublish", "notforpublication", "nepaspublier",
    "nepasdiffuser",
))  # fmt: skip
"""Words that mean nothing else below `extra:` either, where a theme has keys of its own."""
_NO_EMBARGO = ("sansembargo", "noembargo", "nonembargo", "pasdembargo", "horsembargo")
_EMBARGOES = ("sousembargo", "underembargo", "embargoed", "embargountil", "embargojusqu")
"""What begins a key that asks for one, whatever is behind it; `embargo_contact` does not."""


class Saying(NamedTuple):
    """What a key and its value say of who is to read a text."""

    meaning: Meaning
    """Nobody (`withheld`), some (`few`), who has the address (`unlisted`), who uses no search
    engine (`unindexed`), all, as if nothing were written (`shown`); `when`: it is a moment."""
    key: str = ""
    """Of the front matter, that which says so."""


_DRAFT = Saying("withheld", "draft")


def said_by(key: str, value: str, above: str = "") -> Saying | None:
    """Return what *key* says that is none of the front matter; None: nothing that is known.

    *value*: as it is written, without quotes and comments, or `UNCLEAR`. *above*: the key of the
    top level that it stands below.
    """
    name, meant = _squeezed(key), plain(value)
    word = _letters(meant)
    if above and _squeezed(above) == "build":  # Hugo's
        return _said_of_building(name, word)
    if moment := _key_of_moment(name, value):
        return Saying("when", moment)
    if name in _DATES_TO_COME or _is_of_embargo(name):
        if meant in OPEN:
            return Saying("shown") if meant in NO and _is_of_embargo(name) else None
        return Saying("withheld", "embargo" if _is_of_embargo(name) else "date")
    if name in _STATES:
        return _said_of_state(word, value)
    if name in _SHOWING and (meant in NO or word in _NOT_YET):
        return _DRAFT
    if name == "robots":
        return Saying("unindexed") if "noindex" in word or word == "none" else None
    if name in _LISTED or name in _INDEXED:
        meaning: Meaning = "unlisted" if name in _LISTED else "unindexed"
        return Saying(meaning) if meant in NO else Saying("shown") if meant in YES else None
    if name in _SHOWING:
        return Saying("shown") if meant in YES else None
    if name in _HIDING and meant:
        return Saying("shown") if meant in OPEN else _HIDING[name]
    return _said_of_access(key, meant) if meant else None


def withholds_for_certain(key: str, value: str) -> bool:
    """Whether *key* asks that nobody reads the text, also where a theme's own keys stand."""
    said = said_by(key, value)
    if said is None or said.meaning not in ("withheld", "when"):
        return False
    name, word = _squeezed(key), _letters(plain(value))
    if name in ("published", "publie", "publiee", "publish"):
        return said.meaning == "withheld"
    is_state = name in _STATES and word in _CERTAIN
    is_embargo = _is_of_embargo(name) and (said.meaning == "when" or name.startswith(_EMBARGOES))
    return is_state or name in _CERTAIN or is_embargo or name == "embargo"


def is_hiding_key(key: str) -> bool:
    """Whether *key* may say that a text is not for all, in another program's words."""
    name = _squeezed(key)
    known = (_HIDING, _SHOWING, _STATES, _LISTED, _DATES, _DATES_TO_COME, _EXPIRIES)
    return _is_of_embargo(name) or any(name in names for names in known)


def is_said_alone(line: str) -> bool:
    """Whether *line* says without a colon that a text is not to be read: `Ne pas publier`."""
    name = _letters(plain(line))
    return name in _WITHHOLDING or name.startswith("sousembargo")


def is_of_embargo(key: str) -> bool:
    """Whether *key* speaks of an embargo: `sous embargo jusqu'au`."""
    return _is_of_embargo(_squeezed(key))


def denies_embargo(key: str) -> bool:
    """Whether *key* says that there is none: `sans_embargo`."""
    return _squeezed(key).startswith(_NO_EMBARGO)


_HIDING = {
    **dict.fromkeys(_WITHHOLDING, _DRAFT),
    **dict.fromkeys(_UNLISTED, Saying("unlisted", "access")),
    **dict.fromkeys(_UNINDEXED, Saying("unindexed")),
}


@lru_cache(maxsize=4096)  # the same few names are asked for with those of all documents
def _squeezed(key: str) -> str:
    """Return *key* as these words stand here: `isDraft`, `post_status`, `Publié le`."""
    return _letters(_words(key))


def _words(key: str) -> str:
    return _BEFORE.sub("", plain(_CAMEL.sub(" ", key)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _is_of_embargo(name: str) -> bool:
    return "embargo" in name and not name.startswith(_NO_EMBARGO)


def _key_of_moment(name: str, value: str) -> str:
    """Return the key of the front matter whose moment *value* is; nothing where it is none."""
    is_date = name in _DATES or name in _DATES_TO_COME or name in _SHOWING - _NOT_SINCE
    key = "expires" if name in _EXPIRIES else "date" if is_date else ""
    if _is_of_embargo(name):
        key = "embargo"
    if not key:
        return ""
    try:
        parse_moment(value)
    except ValueError:
        return ""
    return key


def _said_of_state(word: str, value: str) -> Saying | None:
    if word in _NOT_YET:
        return _DRAFT
    if is_word_for_access(value):
        return Saying("few", "access")
    return Saying("shown") if word in _ALREADY else None


def _said_of_access(key: str, meant: str) -> Saying | None:
    """A word for `access` itself is one of its misspellings, where it hides something."""
    if not is_word_for_access(_words(key)):
        return None
    if meant in OPEN:
        return Saying("shown")
    return None if is_word_for_access(key) else Saying("few", "access")


def _said_of_building(name: str, word: str) -> Saying | None:
    if name == "render":
        return _DRAFT if word in ("never", "false", "link") else None
    return Saying("unlisted", "access") if name == "list" and word in ("never", "false") else None
