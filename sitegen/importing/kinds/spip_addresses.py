"""Where SPIP had its articles and lists, by their kind and number. Pure but for the tables."""

from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.importing.addresses import list_address
from sitegen.importing.kinds.spip_tables import SpipTables
from sitegen.site.urls import slugify

_MARKS = {"rubrique": ("-", "-"), "breve": ("+", "+"), "auteur": ("_", "_"), "mot": ("+-", "-+")}
"""What the addresses *propres* wear beside those of articles; the table holds them without."""
_DEPTH = 20


class SpipAddresses:
    """Addresses of what *tables* hold, as `type_urls` of its settings composed them."""

    def __init__(self, tables: SpipTables) -> None:
        self._tables = tables
        self._type = tables.settings.get("type_urls", "")

    def former(self, kind: str, number: int) -> list[str]:
        """Return the readable addresses of something, the newest first; the others led to it."""
        urls = self._tables.urls.get((kind, number), [])
        if self._type == "html":
            return [f"/{kind}{number}.html", *(f"/{url}" for url in urls)]
        return [self._composed(kind, number, url) for url in urls]

    def _composed(self, kind: str, number: int, url: str) -> str:
        if self._type == "arbo" and kind in ("article", "rubrique", "breve"):
            above = self._above(kind, number)
            steps = [urls[0].strip("/") for rubric in self.path(above)
                     if (urls := self._tables.urls.get(("rubrique", rubric)))]  # fmt: skip
            return "/" + "/".join([*steps, url.strip("/")])
        before, after = _MARKS.get(kind, ("", "")) if self._type.startswith("propres") else ("", "")
        ending = ".html" if self._type == "propres2" else ""
        return f"/{before}{url}{after}{ending}"

    def _above(self, kind: str, number: int) -> int:
        if kind == "rubrique":
            row = self._tables.rubrics.get(number)
            return row["id_parent"] or 0 if row else 0
        rows: Mapping[int, Any] = (
            self._tables.articles if kind == "article" else self._tables.briefs
        )
        return rows[number]["id_rubrique"] or 0 if number in rows else 0

    def path(self, rubric: int) -> list[int]:
        """Return the numbers of the rubrics from the topmost to *rubric*."""
        steps: list[int] = []
        while rubric in self._tables.rubrics and len(steps) < _DEPTH:
            steps.insert(0, rubric)
            rubric = self._tables.rubrics[rubric]["id_parent"]
        return steps

    def folder(self, rubric: int) -> str:
        """Return the folder of the section of *rubric*: the topmost one's; nothing for none."""
        path = self.path(rubric)
        return slugify(self.rubric_title(path[0])) if path else ""

    def below(self, rubric: int) -> Iterator[str]:
        """Yield the titles of *rubric* and of those around it below the section: tags here."""
        yield from map(self.rubric_title, self.path(rubric)[1:])

    def rubric_title(self, rubric: int) -> str:
        return self._tables.title(self._tables.rubrics[rubric]["titre"])

    def now(self, kind: str, number: int) -> str:
        """Return where the list of a rubric, a key word or an author stands on the new site; empty
        for what has none."""
        language = self._tables.language
        if kind == "rubrique" and number in self._tables.rubrics:
            if len(self.path(number)) == 1:
                return f"/{self.folder(number)}/"
            return list_address("tag", self.rubric_title(number), language)
        if kind == "mot" and number in self._tables.words:
            return list_address("tag", self._tables.words[number], language)
        if kind == "auteur" and number in self._tables.authors:
            name = self._tables.title(self._tables.authors[number]["nom"])
            return list_address("author", name, language)
        return ""
