"""What SPIP's numbers and its plain fields mean: addresses, titles, pictures, words. Pure but for
the tables."""

from collections.abc import Mapping
from typing import Any

from sitegen.importing.former import FormerPicture
from sitegen.importing.kinds.spip_addresses import SpipAddresses
from sitegen.importing.kinds.spip_multi import in_language
from sitegen.importing.kinds.spip_tables import SpipTables, without_signs
from sitegen.importing.kinds.spip_text import Meanings, to_markdown


class SpipMeanings:
    def __init__(self, tables: SpipTables, addresses: SpipAddresses) -> None:
        self._tables = tables
        self._addresses = addresses

    def of(self, language: str = "") -> Meanings:
        """Return what numbers mean in a text in *language* (empty: the site's)."""
        return Meanings(
            self.address,
            lambda kind, number: self._name(kind, number, language),
            self._picture,
            language or self._tables.language,
        )

    def plain(self, text: Any, language: str = "") -> str:
        """Return *text*, a field with SPIP's signs, as plain words in *language*."""
        chosen = in_language(str(text or ""), language or self._tables.language)
        return without_signs(to_markdown(chosen, self.of(language))[0])

    def address(self, kind: str, number: int) -> str:
        """Return the address of something, the former one of what readers find under it; empty for
        what is not there."""
        if kind == "document":
            return self._file(number)
        if kind in ("rubrique", "mot"):
            return self._addresses.now(kind, number)
        former = self._addresses.former(kind, number)
        rows: Mapping[int, Any] = {
            "article": self._tables.articles, "breve": self._tables.briefs,
        }.get(kind, {})  # fmt: skip
        if number in rows:
            return former[0] if former else f"/spip.php?{kind}{number}"
        return former[0] if former and kind == "auteur" else ""

    def _file(self, number: int) -> str:
        known = self._tables.documents.get(number)
        path = str(known["fichier"] or "").removeprefix("IMG/") if known else ""
        return (path if "//" in path else f"/IMG/{path}") if path else ""

    def _name(self, kind: str, number: int, language: str) -> str:
        if kind == "mot":
            return self._tables.words.get(number, "")
        rows: Mapping[int, Any] = {
            "article": self._tables.articles, "rubrique": self._tables.rubrics,
            "breve": self._tables.briefs, "document": self._tables.documents,
        }.get(kind, {})  # fmt: skip
        return self._tables.title(rows[number]["titre"], language) if number in rows else ""

    def _picture(self, number: int) -> FormerPicture | None:
        row = self._tables.documents.get(number)
        if row is None:
            return None
        return FormerPicture(
            src=self._file(number),
            alt=self.plain(row["alt"]) or None,
            caption=self.plain(row["descriptif"]),
            credit=self.plain(row["credits"]),
        )
