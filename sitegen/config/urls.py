"""Addresses of pages: what a site chose, else what its language has; all from its root."""

import re
from typing import ClassVar, Self

import msgspec

from sitegen.config.refusing import Refuse
from sitegen.model import LISTED

_FORMS = {
    "author": "/{}/{{slug}}/",
    "agenda_past": "{}/",
    "agenda_subscribe": "{}/",
    "search": "/{}/",
    "accessibility": "/{}/",
    "press": "/{}/",
    "coverage": "{}/",
    "letters": "/{}/",
    "private": "/{}/",
}
"""Addresses of pages that sitegen makes, around a word of the language; relative: see `_ABOVE`."""
_WORDS = {
    "": "authors past subscribe search accessibility press coverage letter private",
    "fr": "auteurs passes abonnement recherche accessibilite presse revue-de-presse lettre prive",
    "de": "autoren vergangen abonnieren suche barrierefreiheit presse pressespiegel"
    " rundbrief intern",
    "es": "autores pasados suscribirse buscar accesibilidad prensa revista-de-prensa"
    " boletin privado",
    "it": "autori passati iscriversi cerca accessibilita stampa rassegna-stampa lettera privato",
    "pt": "autores passados subscrever pesquisa acessibilidade imprensa"
    " revista-de-imprensa boletim privado",
    "nl": "auteurs voorbij abonneren zoeken toegankelijkheid pers persoverzicht"
    " nieuwsbrief besloten",
    "br": "oberourien tremenet koumanantin klask hegerzded gwask er-gwask lizher prevez",
    "oc": "autors passats abonament recerca accessibilitat premsa revista-de-premsa letra privat",
    "co": "autori passati abbunamentu ricerca accessibilita stampa rivista-di-stampa"
    " lettera privatu",
    "eu": "egileak iraganak harpidetza bilatu irisgarritasuna prentsa prentsan buletina pribatua",
    "ca": "autors passats subscripcio cerca accessibilitat premsa recull-de-premsa butlleti privat",
}
"""In that order, by language (English for any other). A word that stood here in a release stays: it
is in addresses that readers keep."""
LANGUAGES_WITH_WORDS = frozenset(_WORDS) - {""} | {"en"}
"""Those in which sitegen can say all that it says to readers."""
_OF_OLD = ("fr",)
"""Beside English, the language whose words a site of one language has: those that are online in
another one keep the English ones that they had before there were others."""
_ABOVE = {"agenda_past": "agenda", "agenda_subscribe": "agenda", "coverage": "press"}
"""The page below which another one stands, if the site chose no address for it."""


class UrlPatterns(msgspec.Struct, frozen=True, kw_only=True):
    """Addresses below the site's root; `{section}`, `{path}`, `{slug}`, `{year}`, `{month}`,
    `{day}`."""

    never_blank: ClassVar[tuple[str, ...]] = (
        *(taxonomy.name for taxonomy in LISTED),
        "article", "page", "archives", "agenda", "agenda_past", "agenda_subscribe", "search",
        "accessibility", "press", "coverage", "letters", "private",
    )  # fmt: skip
    """An address that is left empty switches nothing off."""

    article: str = "/{section}/{slug}/"
    """Of articles; {path}: the folders below the section's and the slug, `2018/forum`."""
    sections: dict[str, str] = {}
    """Of the articles of single sections, and of those below: `blog: "/blog/{path}/"`."""
    page: str = "/{path}/"
    """Of pages, which have no date; {path}: the folders below content/ and the slug."""
    tag: str = "/tags/{slug}/"
    """Of a tag."""
    author: str = ""
    """Of an author; by default /auteurs/{slug}/, on a site in another language /authors/{slug}/."""
    organisation: str = "/organisations/{slug}/"
    """Of an organisation that signs articles; {slug} is its key in _data/organisations.yaml."""
    archives: str = "/archives/"
    """Of the archives."""
    agenda: str = "/agenda/"
    """Of the agenda."""
    agenda_past: str = ""
    """Of what is over; below the agenda: passes/, or past/."""
    agenda_subscribe: str = ""
    """Of the ways to subscribe to the agenda; below it: abonnement/, or subscribe/."""
    search: str = ""
    """Of the search page: /recherche/, or /search/."""
    accessibility: str = ""
    """Of the declaration of accessibility: /accessibilite/, or /accessibility/."""
    press: str = ""
    """Of the press page: /presse/, or /press/."""
    coverage: str = ""
    """Of the press review; below the press page: revue-de-presse/, or coverage/."""
    letters: str = ""
    """Of the letters that were sent: /lettre/, or /letter/."""
    private: str = ""
    """Below this stand private pages, under names that tell nothing: /prive/, or /private/."""

    def in_language(self, language: str, *, is_version: bool = False) -> Self:
        """Return the same with what is not chosen as *language* (BCP 47) has it.

        *is_version*: of a site whose first language is another one.
        """
        primary = language.split("-")[0].lower()
        known = _WORDS.get(primary, "") if is_version or primary in _OF_OLD else ""
        spoken = (known or _WORDS[""]).split()
        words = {
            name: form.format(word)
            for (name, form), word in zip(_FORMS.items(), spoken, strict=True)
        }
        values = {name: getattr(self, name) or word for name, word in words.items()}
        for name, above in _ABOVE.items():
            if not values[name].startswith("/") and not getattr(self, name):
                values[name] = values.get(above, getattr(self, above)) + values[name]
        missing = {name: word for name, word in values.items() if not getattr(self, name)}
        return msgspec.structs.replace(self, **missing) if missing else self

    def article_in(self, section: str) -> str:
        """Return the pattern for articles of *section*: its own, else that of the nearest above."""
        while section:
            if section in self.sections:
                return self.sections[section]
            section = section.rpartition("/")[0]
        return self.article

    def list_of(self, kind: str) -> str:
        """Return the address of a page by its name here; of a taxonomy, of all its terms:
        `/tags/` for `/tags/{slug}/`.
        """
        pattern: str = getattr(self, kind)
        return pattern.partition("{")[0].rpartition("/")[0] + "/" if "{" in pattern else pattern

    def of_term(self, taxonomy: str, slug: str) -> str:
        """Return the address of a term of one of `LISTED`."""
        pattern: str = getattr(self, taxonomy)
        return pattern.format(slug=slug)

    def archive(self, period: str) -> str:
        """Return the address of the archive of a year (`2022`) or a month (`2022-03`)."""
        return f"{self.archives}{period.replace('-', '/')}/"

    def agenda_of(self, year: int = 0, month: int = 0) -> str:
        """Return the address of the agenda, of a year of it, or of a month."""
        step = f"{year:04d}/" if year else ""
        return f"{self.agenda}{step}" + (f"{month:02d}/" if month else "")

    def coverage_of(self, year: str) -> str:
        """Return the address of a year (`2026`) of the press review."""
        return f"{self.coverage}{year}/"

    def agenda_filter(self, kind: str, value: str) -> str:
        """Return the address of the agenda of one `type` or `tag`, by its slug."""
        return f"{self.agenda}{kind}s/{value}/"


_OF_ARTICLES = {"section", "path", "slug", "year", "month", "day"}
_PLACEHOLDERS: dict[str, set[str]] = {
    "article": _OF_ARTICLES,
    "page": {"path", "slug"},
    **{taxonomy.name: {"slug"} for taxonomy in LISTED},
    "archives": set(),
    "agenda": set(),
    "agenda_past": set(),
    "agenda_subscribe": set(),
    "accessibility": set(),
    "search": set(),
    "press": set(),
    "coverage": set(),
    "letters": set(),
    "private": set(),
}


_LISTS = {"archives", "agenda", "press", "coverage", "letters", "private"} | {
    taxonomy.name for taxonomy in LISTED
}
"""Below these stand other pages, feeds and calendars."""


def check_urls(urls: UrlPatterns, refuse: Refuse) -> None:
    """Note patterns that lead out of the site, whose words are unknown or missing, or whose files
    would have no ending: hosts tell by it what a file is, and offer the others for download.
    """
    refused = ""
    for name, allowed in _PLACEHOLDERS.items():
        pattern: str = getattr(urls, name)
        if refused and pattern.startswith(refused):
            continue  # it was made of that one
        is_sound = _check_pattern(name, pattern, allowed, refuse, is_list=name in _LISTS)
        refused = pattern if name in _ABOVE.values() and not is_sound else refused
    for section, pattern in urls.sections.items():
        _check_pattern(f"sections.{section}", pattern, _OF_ARTICLES, refuse)


def _check_pattern(
    key: str, pattern: str, allowed: set[str], refuse: Refuse, *, is_list: bool = False
) -> bool:
    """Note what is wrong with *pattern*; return whether it is one of this site's at all."""
    fields = set(re.findall(r"\{([^{}]*)\}", pattern))
    steps = pattern.split("/")
    if not pattern.startswith("/") or ".." in steps or any(sign in pattern for sign in "\\?#"):
        refuse(f"urls.{key}", "bad-url-pattern", key=key, value=pattern)
        return False
    if unknown := fields - allowed:
        names = ", ".join(sorted(allowed)) or "none"
        refuse(f"urls.{key}", "bad-placeholder", key=key, value=min(unknown), allowed=names)
    elif "slug" in allowed and not fields & {"slug", "path"}:
        refuse(f"urls.{key}", "missing-placeholder", key=key, value=pattern)
    elif not pattern.endswith("/" if is_list else ("/", ".html", ".htm")):
        whole = pattern.removesuffix(".html").removesuffix(".htm") + "/"
        refuse(f"urls.{key}", "pattern-open", key=key, value=pattern, suggestion=whole)
    return True
