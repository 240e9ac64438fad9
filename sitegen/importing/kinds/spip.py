"""SPIP: the SQLite file that its *Maintenance → Sauvegarder* writes, whatever its database was.

Neither a dump of MySQL nor the XML of SPIP 1 and 2 is read: the first is a program in a dialect,
and any SPIP since 3.0 makes the file that is read here. It is opened for reading alone.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from sitegen.importing.former import (
    FormerFile,
    FormerPerson,
    FormerSection,
    FormerSite,
    FormerText,
    ImportNote,
)
from sitegen.importing.kinds.spip_addresses import SpipAddresses
from sitegen.importing.kinds.spip_articles import TIMEZONE, SpipArticles
from sitegen.importing.kinds.spip_meanings import SpipMeanings
from sitegen.importing.kinds.spip_tables import SpipTables, without_signs
from sitegen.importing.material import Material
from sitegen.importing.source import FormerSource
from sitegen.importing.values import read_day
from sitegen.site.urls import slugify

_MAGIC = b"SQLite format 3\0"
_LOGO = re.compile(r"(?:logo/)?(?P<kind>art|breve)on(?P<number>\d+)\.\w+")
"""How the files of logos are called that are no documents, as none were before SPIP 4."""
_LOGOS = {"art": "article", "breve": "breve"}


class Spip(FormerSource):
    """The backup of a SPIP, with its folder `IMG` beside it (`--uploads IMG`)."""

    needs: ClassVar[tuple[tuple[str, str], ...]] = (("turbohtml", "import"),)

    @classmethod
    def recognises(cls, material: Material) -> bool:
        if not material.is_file:
            return False
        with material.open(material.names[0]) as file:
            return file.read(len(_MAGIC)) == _MAGIC

    @cached_property
    def _tables(self) -> SpipTables:
        return SpipTables(self.material.path)

    @cached_property
    def _addresses(self) -> SpipAddresses:
        return SpipAddresses(self._tables)

    @cached_property
    def _meanings(self) -> SpipMeanings:
        return SpipMeanings(self._tables, self._addresses)

    @cached_property
    def _articles(self) -> SpipArticles:
        return SpipArticles(self._tables, self._addresses, self._meanings, self._logos)

    def site(self) -> FormerSite:
        tables, settings = self._tables, self._tables.settings
        return FormerSite(
            title=tables.title(settings.get("nom_site")),
            url=settings.get("adresse_site", "").rstrip("/"),
            language=tables.language,
            timezone=TIMEZONE,
            description=self._meanings.plain(settings.get("descriptif_site")),
            sections=dict(self._sections()),
            redirects=dict(self._redirects()),
            people=dict(map(self._person, tables.authors.values())),
            files=tuple(self._files()),
            engine="commonmark",
            notes=tuple(self._left()),
        )

    def _sections(self) -> Iterator[tuple[str, FormerSection]]:
        """Yield the topmost rubrics; addresses lead to those alone in which somebody reads."""
        tables, addresses = self._tables, self._addresses
        read = {addresses.folder(row["id_rubrique"]) for row in self._public()}
        for number, row in tables.rubrics.items():
            if row["id_parent"] or number in tables.zones["rubrique"]:
                continue
            folder = addresses.folder(number)
            former = addresses.former("rubrique", number) if folder in read else ()
            title = addresses.rubric_title(number)
            yield folder, FormerSection(title=title, former_addresses=tuple(former))

    def _public(self) -> Iterator[dict[str, Any]]:
        """Yield the articles that readers find in lists."""
        for row in self._tables.rows("spip_articles", "id_article"):
            if self._articles.standing(row) == "public" and read_day(row["date"], TIMEZONE):
                yield row

    def _redirects(self) -> Iterator[tuple[str, str]]:
        """Yield the former addresses of lists that readers find here under another: of key words,
        rubrics within a section and authors, as far as a public text has them."""
        numbers, rubrics = set(), set()
        for row in self._public():
            numbers.add(row["id_article"])
            rubrics.update(self._addresses.path(row["id_rubrique"])[1:])
        listed = [("rubrique", rubric) for rubric in sorted(rubrics)]
        for kind, table in (("mot", "spip_mots_liens"), ("auteur", "spip_auteurs_liens")):
            linked = self._tables.linked(table, f"id_{kind}")
            used = {one for number, many in linked.items() if number in numbers for one in many}
            listed += [(kind, number) for number in sorted(used)]
        for kind, number in listed:
            now = self._addresses.now(kind, number)
            yield from ((former, now) for former in self._addresses.former(kind, number) if now)

    def _person(self, row: Mapping[str, Any]) -> tuple[str, FormerPerson]:
        name = self._tables.title(row["nom"])
        return slugify(name), FormerPerson(name=name, bio=self._meanings.plain(row["bio"]))

    def _left(self) -> Iterator[ImportNote]:
        for row in self._tables.rows("spip_syndic", "id_syndic"):
            if row["statut"] == "publie":
                address = str(row["url_syndic"] or row["url_site"] or "")
                yield ImportNote("referred site", without_signs(row["nom_site"]), address)
        for table in ("spip_forum", "spip_petitions", "spip_formulaires"):
            number = sum(1 for _row in self._tables.rows(table, "1"))
            if number:
                yield ImportNote("table", table, f"{number}")

    def _files(self) -> Iterator[FormerFile]:
        for number, row in self._tables.documents.items():
            address = self._meanings.address("document", number)
            if not address or "//" in address or row["distant"] == "oui":
                continue
            path = address.removeprefix("/IMG/")
            picture = self._meanings.of().picture(number)
            yield FormerFile(
                address=address,
                path=path if path in self._uploads else "",
                alt=picture.alt if picture else None,
                caption=picture.caption if picture else "",
                credit=picture.credit if picture else "",
            )
        known = {str(row["fichier"]) for row in self._tables.documents.values()}
        for path in self._logo_files():
            if path not in known:
                yield FormerFile(address=f"/IMG/{path}", path=path)

    def _logo_files(self) -> list[str]:
        names = self._uploads.names if isinstance(self._uploads, Material) else ()
        return [path for path in names if _LOGO.fullmatch(path)]

    @cached_property
    def _logos(self) -> dict[tuple[str, int], str]:
        """The pictures that stand for articles and *brèves*, by kind and number."""
        logos = {}
        for path in self._logo_files():
            if match := _LOGO.fullmatch(path):
                logos[_LOGOS[match["kind"]], int(match["number"])] = f"/IMG/{path}"
        for kind in _LOGOS.values():
            linked = self._tables.linked("spip_documents_liens", "id_document", kind)
            for number, documents in linked.items():
                for one in documents:
                    if self._tables.documents.get(one, {}).get("mode") == "logoon":
                        logos[kind, number] = self._meanings.address("document", one)
        return logos

    @cached_property
    def _uploads(self) -> Material | tuple[()]:
        """The folder `IMG`, where it was given."""
        return Material(self.material.uploads) if self.material.uploads else ()

    def read_file(self, path: str) -> bytes:
        return self._uploads.read(path) if isinstance(self._uploads, Material) else b""

    def texts(self) -> Iterator[FormerText]:
        yield from self._articles.texts()
