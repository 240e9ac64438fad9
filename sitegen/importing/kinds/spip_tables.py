"""The tables of SPIP's SQLite backup, each read once. Reads the file."""

import re
import sqlite3
from collections.abc import Iterator
from functools import cached_property
from typing import Any
from urllib.parse import quote

from sitegen.importing.kinds.spip_multi import in_language
from sitegen.importing.refusals import unlike, unreadable
from sitegen.importing.values import plain

_SIGNS = re.compile(r"\{{1,3}([^{}]*)\}{1,3}")
_WANTED = "the .sqlite file of *Maintenance → Sauvegarder*"


class _Row(dict[str, Any]):
    """A row of a table; a column that this version of SPIP does not have holds nothing."""

    def __missing__(self, column: str) -> None:
        return None


class SpipTables:
    """The tables of the backup at *path*, opened for reading alone."""

    def __init__(self, path: str) -> None:
        self._path = path

    @cached_property
    def _base(self) -> sqlite3.Connection:
        name = self._path
        try:
            base = sqlite3.connect(f"file:{quote(name)}?mode=ro&immutable=1", uri=True)
            base.row_factory = sqlite3.Row
            base.execute("PRAGMA trusted_schema=OFF")
            base.execute("SELECT id_article, titre FROM spip_articles LIMIT 1")
        except sqlite3.Error as error:
            raise unlike("SPIP", "", str(error), _WANTED) from None
        return base

    def rows(self, table: str, order: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table of SPIP's; none where a plug-in has not made it."""
        known = "SELECT 1 FROM sqlite_master WHERE type='table' AND name=?"
        if self._base.execute(known, (table,)).fetchone() is None:
            return
        try:
            for row in self._base.execute(f"SELECT * FROM {table} ORDER BY {order}"):
                yield _Row(row)
        except sqlite3.Error as error:  # a file that was cut, a table of another program
            raise unreadable(self._path, "SPIP", f"{table}: {error}") from None

    @cached_property
    def settings(self) -> dict[str, str]:
        return {str(row["nom"]): str(row["valeur"]) for row in self.rows("spip_meta", "nom")}

    @cached_property
    def rubrics(self) -> dict[int, dict[str, Any]]:
        return {row["id_rubrique"]: row for row in self.rows("spip_rubriques", "id_rubrique")}

    @cached_property
    def authors(self) -> dict[int, dict[str, Any]]:
        """Those who signed something, by number."""
        signed = {
            number
            for many in self.linked("spip_auteurs_liens", "id_auteur").values()
            for number in many
        }
        return {row["id_auteur"]: row for row in self.rows("spip_auteurs", "id_auteur")
                if row["id_auteur"] in signed and row["nom"]}  # fmt: skip

    def linked(self, table: str, key: str, what: str = "article") -> dict[int, list[int]]:
        """Return what *table* ties to articles: numbers by the article's."""
        numbers: dict[int, list[int]] = {}
        for row in self.rows(table, f"id_objet, {key}"):
            if row.get("objet") == what:
                numbers.setdefault(row["id_objet"], []).append(row[key])
        return numbers

    @cached_property
    def documents(self) -> dict[int, dict[str, Any]]:
        return {row["id_document"]: row for row in self.rows("spip_documents", "id_document")}

    @cached_property
    def language(self) -> str:
        return self.settings.get("langue_site", "fr")

    @cached_property
    def urls(self) -> dict[tuple[str, int], list[str]]:
        """The addresses that SPIP gave, those of each from the newest to the oldest, which it
        answered as well."""
        urls: dict[tuple[str, int], list[str]] = {}
        for row in self.rows("spip_urls", "date, rowid"):
            urls.setdefault((str(row["type"]), row["id_objet"]), []).insert(0, str(row["url"]))
        return urls

    @cached_property
    def articles(self) -> dict[int, dict[str, Any]]:
        """What links and addresses have to know of articles, by number; no texts."""
        kept = ("titre", "lang", "id_rubrique", "virtuel", "chapo")
        return {row["id_article"]: _Row({key: row[key] for key in kept})
                for row in self.rows("spip_articles", "id_article")}  # fmt: skip

    @cached_property
    def briefs(self) -> dict[int, dict[str, Any]]:
        """The *brèves*, by number."""
        return {row["id_breve"]: row for row in self.rows("spip_breves", "id_breve")}

    @cached_property
    def words(self) -> dict[int, str]:
        """The key words, by number."""
        rows = self.rows("spip_mots", "id_mot")
        return {row["id_mot"]: self.title(row["titre"]) for row in rows}

    def title(self, written: Any, language: str = "") -> str:
        """Return a title in *language* (empty: the site's), without the number of its place."""
        return title_of(in_language(str(written or ""), language or self.language))

    @cached_property
    def zones(self) -> dict[str, set[int]]:
        return {
            kind: set(self.linked("spip_zones_liens", "id_zone", kind))
            for kind in ("article", "rubrique")
        }


def title_of(text: Any) -> str:
    """Return a title without the number by which SPIP orders: `10. Le forum`."""
    bare = without_signs(text)
    number, dot, rest = bare.partition(". ")
    return rest if dot and number.isdigit() else bare


def without_signs(text: Any) -> str:
    """Return *text* plain: without HTML, and without SPIP's own signs for emphasis."""
    return _SIGNS.sub(r"\1", plain(text))
