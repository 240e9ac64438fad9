"""SPIP: the SQLite file that its *Maintenance → Sauvegarder* writes, whatever its database was.

Neither a dump of MySQL nor the XML of SPIP 1 and 2 is read: the first is a program in a dialect,
and any SPIP since 3.0 makes the file that is read here. It is opened for reading alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from sitegen.importing.former import (
    FormerEvent,
    FormerFile,
    FormerPerson,
    FormerSection,
    FormerSite,
    FormerText,
    ImportNote,
    Standing,
)
from sitegen.importing.kinds.spip_tables import SpipTables, title_of
from sitegen.importing.kinds.spip_text import Meanings, is_picture, to_markdown
from sitegen.importing.material import Material
from sitegen.importing.source import FormerSource
from sitegen.importing.values import plain, read_day
from sitegen.site.urls import slugify

_TIMEZONE = "Europe/Paris"
_MAGIC = b"SQLite format 3\0"
_STANDINGS: Mapping[str, Standing] = {
    "publie": "public", "prop": "draft", "prepa": "draft", "refuse": "trash", "poubelle": "trash",
}  # fmt: skip
_EVENTS = {"annule": "cancelled", "reporte": "postponed"}


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

    def site(self) -> FormerSite:
        settings = self._tables.settings
        return FormerSite(
            title=plain(settings.get("nom_site")),
            url=settings.get("adresse_site", "").rstrip("/"),
            language=settings.get("langue_site", "fr"),
            timezone=_TIMEZONE,
            description=plain(settings.get("descriptif_site")),
            sections={folder: FormerSection(title=title_of(row["titre"]))
                      for row in self._tables.rubrics.values()
                      if not row["id_parent"]
                      and row["id_rubrique"] not in self._tables.zones["rubrique"]
                      for folder in [self._folder(row["id_rubrique"])]},
            people=dict(map(_person, self._tables.authors.values())),
            files=tuple(self._files()),
            engine="commonmark",
            notes=tuple(self._left()),
        )  # fmt: skip

    def _left(self) -> Iterator[ImportNote]:
        for table in (
            "spip_forum",
            "spip_breves",
            "spip_syndic",
            "spip_petitions",
            "spip_formulaires",
        ):
            number = sum(1 for _row in self._tables.rows(table, "1"))
            if number:
                yield ImportNote("table", table, f"{number}")

    def _files(self) -> Iterator[FormerFile]:
        for row in self._tables.documents.values():
            if row.get("distant") != "oui" and row.get("fichier"):
                path = str(row["fichier"]).removeprefix("IMG/")
                yield FormerFile(
                    address=f"/IMG/{path}",
                    path=path if path in self._uploads else "",
                    alt=plain(row.get("alt")) or None,
                    caption=plain(row.get("descriptif")),
                    credit=plain(row.get("credits")),
                )

    @cached_property
    def _uploads(self) -> Material | tuple[()]:
        """The folder `IMG`, where it was given."""
        return Material(self.material.uploads) if self.material.uploads else ()

    def read_file(self, path: str) -> bytes:
        return self._uploads.read(path) if isinstance(self._uploads, Material) else b""

    def _address(self, kind: str, number: int) -> str:
        if kind == "document":
            known = self._tables.documents.get(number)
            path = str(known["fichier"]).removeprefix("IMG/") if known else ""
            return (path if "//" in path else f"/IMG/{path}") if path else ""
        if kind == "article" and number not in self._tables.titles:
            return ""
        url = self._tables.urls.get((kind, number))
        return f"/{url}" if url else f"/spip.php?{kind}{number}"

    def _name(self, kind: str, number: int) -> str:
        if kind == "article":
            return self._tables.titles.get(number, "")
        known = (self._tables.rubrics if kind == "rubrique" else self._tables.documents).get(number)
        return title_of(known["titre"]) if known else ""

    def _folder(self, rubric: int) -> str:
        steps: list[str] = []
        while (row := self._tables.rubrics.get(rubric)) and len(steps) < 20:
            steps.insert(0, slugify(title_of(row["titre"])))
            rubric = row["id_parent"]
        return "/".join(steps[:1])

    def _is_restricted(self, article: Mapping[str, Any]) -> bool:
        """Whether the plug-in Accès restreint shows an article, or one of the rubrics around it, to
        some alone."""
        if article["id_article"] in self._tables.zones["article"]:
            return True
        rubric, depth = article["id_rubrique"], 0
        while (row := self._tables.rubrics.get(rubric)) and depth < 20:
            if rubric in self._tables.zones["rubrique"]:
                return True
            rubric, depth = row["id_parent"], depth + 1
        return False

    def texts(self) -> Iterator[FormerText]:
        meanings = Meanings(self._address, self._name)
        signed = self._tables.linked("spip_auteurs_liens", "id_auteur")
        tagged = self._tables.linked("spip_mots_liens", "id_mot")
        words = {
            row["id_mot"]: title_of(row["titre"])
            for row in self._tables.rows("spip_mots", "id_mot")
        }
        attached = self._tables.linked("spip_documents_liens", "id_document")
        dates = self._events()
        for row in self._tables.rows("spip_articles", "id_article"):
            number = row["id_article"]
            parts = [str(row.get(key) or "") for key in ("texte", "ps")]
            body, notes = to_markdown("\n\n".join(filter(None, parts)), meanings)
            address = self._address("article", number)
            authors = (
                self._tables.authors[author_id]
                for author_id in signed.get(number, ())
                if author_id in self._tables.authors
            )
            yield FormerText(
                id=f"article{number}",
                origin=f"article {number}",
                title=title_of(row["titre"]),
                body=body,
                address="" if "?" in address else address,
                former_addresses=(f"/spip.php?article{number}",),
                date=read_day(row.get("date"), _TIMEZONE),
                section=self._folder(row["id_rubrique"]) or "articles",
                name=slugify(title_of(row["titre"])),
                authors=tuple(slugify(plain(author["nom"])) for author in authors),
                tags=tuple(words[word] for word in tagged.get(number, ()) if word in words),
                summary=self._summary(row, meanings),
                events=tuple(dates.get(number, ())),
                attachments=tuple(self._beside(str(row.get("texte")), attached.get(number, ()))),
                lang=self._other_language(row),
                standing="private" if self._is_restricted(row)
                else _STANDINGS.get(str(row["statut"]), "draft"),
                notes=notes,
            )  # fmt: skip

    def _summary(self, row: Mapping[str, Any], meanings: Meanings) -> str:
        written = str(row.get("chapo") or row.get("descriptif") or "")
        return plain(to_markdown(written, meanings)[0])

    def _beside(self, text: str, documents: Iterable[int]) -> Iterator[str]:
        """Yield the documents that stand beside *text*, not in it; pictures are its gallery."""
        for number in documents:
            address = self._address("document", number)
            if address and str(number) not in text and not is_picture(address):
                yield address

    def _other_language(self, row: Mapping[str, Any]) -> str:
        language = str(row.get("lang") or "")
        return "" if language == self._tables.settings.get("langue_site", "fr") else language

    def _events(self) -> dict[int, list[FormerEvent]]:
        """Return the events of the plug-in Agenda by the number of their article."""
        events: dict[int, list[FormerEvent]] = {}
        for row in self._tables.rows("spip_evenements", "date_debut, id_evenement"):
            is_day = row.get("horaire") == "non"
            start, end = (read_day(row.get(key), _TIMEZONE) for key in ("date_debut", "date_fin"))
            if start is None or str(row.get("statut") or "publie") != "publie":
                continue
            if is_day:
                start, end = _day(start), end and _day(end)
            fields: dict[str, Any] = {"name": plain(row.get("titre"))}
            place = ", ".join(filter(None, (plain(row.get("lieu")), plain(row.get("adresse")))))
            fields |= {"location": place} if place else {}
            events.setdefault(row["id_article"], []).append(
                FormerEvent(start=start, end=end if end != start else None, fields=fields)
            )
        return events


def _person(row: Mapping[str, Any]) -> tuple[str, FormerPerson]:
    name = plain(row["nom"])
    return slugify(name), FormerPerson(name=name, bio=plain(row.get("bio")))


def _day(moment: Any) -> Any:
    return moment.date() if hasattr(moment, "date") else moment
