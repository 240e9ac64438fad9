"""Articles, *brèves* and introductions of rubrics of a SPIP, as former texts. Pure but for the
tables."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.importing.former import FormerPicture, FormerText, ImportNote, Standing
from sitegen.importing.kinds.spip_addresses import SpipAddresses
from sitegen.importing.kinds.spip_agenda import SpipEvents, events_of
from sitegen.importing.kinds.spip_meanings import SpipMeanings
from sitegen.importing.kinds.spip_multi import in_language, other_languages
from sitegen.importing.kinds.spip_tables import SpipTables
from sitegen.importing.kinds.spip_text import documents_named, is_picture, to_markdown
from sitegen.importing.shortcodes import shortcode
from sitegen.importing.values import plain, read_day
from sitegen.site.urls import slugify

TIMEZONE = "Europe/Paris"
_STANDINGS: Mapping[str, Standing] = {
    "publie": "public", "prop": "draft", "prepa": "draft", "refuse": "trash", "poubelle": "trash",
}  # fmt: skip
_SUMMARY = 300
"""Letters of a *chapo* that can be a summary; a longer one begins the text."""
_FORMER_REDIRECT = re.compile(r"=\s*(\S+)\s*\Z")
"""The *chapo* of an article that led elsewhere, before SPIP 3 had a column for it."""
_NO_BRACKETS = {ord(sign): None for sign in "[]|"}
_ARTICLE = re.compile(r"(?:art(?:icle)?)?(\d+)\Z")


class SpipArticles:
    def __init__(
        self,
        tables: SpipTables,
        addresses: SpipAddresses,
        meanings: SpipMeanings,
        logos: Mapping[tuple[str, int], str],
    ) -> None:
        """*logos*: addresses of pictures, by kind and number of what they stand for."""
        self._tables = tables
        self._addresses = addresses
        self._meanings = meanings
        self._logos = logos

    def standing(self, row: Mapping[str, Any]) -> Standing:
        """Return whether an article or a *brève* was public; not so where the plug-in Accès
        restreint shows it, or one of the rubrics around it, to some alone."""
        zones = self._tables.zones
        around = self._addresses.path(row["id_rubrique"])
        if row.get("id_article") in zones["article"] or not zones["rubrique"].isdisjoint(around):
            return "private"
        return _STANDINGS.get(str(row["statut"]), "draft")

    def texts(self) -> Iterator[FormerText]:
        yield from self._introductions()
        yield from self._articles()
        yield from map(self._brief, self._tables.briefs.values())

    def _articles(self) -> Iterator[FormerText]:
        linked = self._tables.linked
        signed = linked("spip_auteurs_liens", "id_auteur")
        tagged = linked("spip_mots_liens", "id_mot")
        attached = linked("spip_documents_liens", "id_document")
        announced = events_of(self._tables, TIMEZONE, self._meanings.plain)
        led = self._led()
        leading = {number for numbers in led.values() for number in numbers}
        for row in self._tables.rows("spip_articles", "id_article"):
            number = row["id_article"]
            if number in leading:
                continue
            yield self._article(
                row,
                announced.get(number, SpipEvents()),
                attached.get(number, ()),
                authors=signed.get(number, ()),
                tags=tagged.get(number, ()),
                others=led.get(number, ()),
            )

    def _led(self) -> dict[int, list[int]]:
        """Return the articles that were redirections to another one, by the number of that one:
        their addresses are now its own."""
        led: dict[int, list[int]] = {}
        for number, row in self._tables.articles.items():
            match = _ARTICLE.match(redirect(row))
            if match and int(match[1]) in self._tables.articles and int(match[1]) != number:
                led.setdefault(int(match[1]), []).append(number)
        return led

    def _article(
        self,
        row: Mapping[str, Any],
        announced: SpipEvents,
        attached: Iterable[int],
        *,
        authors: Iterable[int],
        tags: Iterable[int],
        others: Iterable[int],
    ) -> FormerText:
        number, language = row["id_article"], self._language(row)
        written = self._parts(row, announced, language)
        shown = documents_named(written)
        beside = [one for one in attached if one not in shown]
        written += "".join(f"\n\n<doc{one}>" for one in beside if self._is_elsewhere(one))
        body, notes = to_markdown(written, self._meanings.of(language))
        body += self._gallery(beside)
        addresses = [*self._addresses.former("article", number)]
        for other in others:
            addresses += [*self._addresses.former("article", other), f"/spip.php?article{other}"]
        signing = (self._tables.authors[one]["nom"] for one in authors
                   if one in self._tables.authors)  # fmt: skip
        own = [self._tables.words[one] for one in tags if one in self._tables.words]
        extra = self._extra(row, language)
        translated = row["id_trad"] or 0
        is_translation = translated != number and translated in self._tables.articles
        return FormerText(
            id=f"article{number}",
            origin=f"article {number}",
            title=self._tables.title(row["titre"], language),
            body=body,
            address=self._known("article", number),
            former_addresses=(*addresses[1:], f"/spip.php?article{number}"),
            date=read_day(row["date"], TIMEZONE),
            section=self._addresses.folder(row["id_rubrique"]) or "articles",
            name=slugify(self._tables.title(row["titre"], language)),
            authors=tuple(slugify(self._tables.title(name)) for name in signing),
            tags=tuple(dict.fromkeys((*own, *self._addresses.below(row["id_rubrique"])))),
            summary=self._summary(row, language),
            picture=self._logo("article", number),
            events=tuple(announced.events),
            attachments=tuple(self._documents(beside)),
            lang=language,
            translates=f"article{translated}" if language and is_translation else "",
            standing=self.standing(row),
            extra=extra,
            notes=(*notes, *(ImportNote("key", key, value) for key, value in extra.items()),
                   *self._untranslated(row, language)),
        )  # fmt: skip

    def _known(self, kind: str, number: int) -> str:
        former = self._addresses.former(kind, number)
        return former[0] if former else ""

    def _language(self, row: Mapping[str, Any]) -> str:
        """Return the language of a text, empty for the site's."""
        language = str(row["lang"] or "")
        return "" if language == self._tables.language else language

    def _untranslated(self, row: Mapping[str, Any], language: str) -> Iterator[ImportNote]:
        texts = " ".join(str(row[key] or "") for key in ("titre", "chapo", "texte"))
        for other in other_languages(texts, language or self._tables.language):
            yield ImportNote("language in a text", other, self._tables.title(row["titre"], other))

    def _parts(self, row: Mapping[str, Any], announced: SpipEvents, language: str) -> str:
        """Return all that readers saw of an article, one below the other, in SPIP's signs."""
        chapo = str(row["chapo"] or "")
        led = redirect(row)
        parts = ["" if led or self._is_summary(row) else chapo, str(row["texte"] or "")]
        parts += announced.described
        if led and not _ARTICLE.match(led):
            title = self._tables.title(row["titre"], language).translate(_NO_BRACKETS)
            parts.append(f"[{title}->{led}]")
        parts.append(str(row["ps"] or ""))
        if address := str(row["url_site"] or "").strip():
            parts.append(f"[{str(row['nom_site'] or '').strip()}->{address}]")
        return in_language("\n\n".join(filter(str.strip, parts)), language or self._tables.language)

    def _is_summary(self, row: Mapping[str, Any]) -> bool:
        """Whether the *chapo* says what a summary can: one plain paragraph, and no other there."""
        chapo = str(row["chapo"] or "").strip()
        is_plain = len(chapo) <= _SUMMARY and not re.search(r"\n\s*\n|\[|<(?!/?multi>)", chapo)
        return is_plain and not str(row["descriptif"] or "").strip()

    def _summary(self, row: Mapping[str, Any], language: str) -> str:
        if redirect(row):
            return self._meanings.plain(row["descriptif"], language)
        chapo = row["chapo"] if self._is_summary(row) else ""
        return self._meanings.plain(row["descriptif"] or chapo, language)

    def _extra(self, row: Mapping[str, Any], language: str) -> dict[str, str]:
        """Return the lines above and below the title, for which there is no key."""
        lines = {key: row[key] for key in ("surtitre", "soustitre")}
        fields = {key: self._meanings.plain(line, language) for key, line in lines.items()}
        return {key: value for key, value in fields.items() if value}

    def _documents(self, numbers: Iterable[int]) -> Iterator[str]:
        """Yield the files that stood beside a text."""
        for number in numbers:
            address = self._meanings.address("document", number)
            if address and "//" not in address and not is_picture(address):
                yield address

    def _is_elsewhere(self, number: int) -> bool:
        """Whether a document is on another host: a film, most often."""
        return "//" in self._meanings.address("document", number)

    def _gallery(self, numbers: Iterable[int]) -> str:
        """Return the pictures that stood below a text, its portfolio."""
        shown = [self._in_gallery(one) for one in numbers if self._is_in_portfolio(one)]
        return "\n".join(["", shortcode("gallery"), *shown, ":::", ""]) if shown else ""

    def _is_in_portfolio(self, number: int) -> bool:
        mode = self._tables.documents.get(number, {}).get("mode") or "document"
        is_here = is_picture(self._meanings.address("document", number))
        return mode == "document" and is_here and not self._is_elsewhere(number)

    def _in_gallery(self, number: int) -> str:
        address = self._meanings.address("document", number)
        known = self._meanings.of().picture(number)
        title = self._meanings.of().title("document", number)
        alt = (known and known.alt) or title
        caption, credit = (
            (words.replace('"', "”") for words in (known.caption, known.credit))
            if known else ("", "")
        )  # fmt: skip
        shown = f"![{alt}](<{address}>" + (f' "{caption}")' if caption else ")")
        return f'{shown}{{credit="{credit}"}}' if credit else shown

    def _logo(self, kind: str, number: int) -> FormerPicture | None:
        address = self._logos.get((kind, number))
        return FormerPicture(src=address) if address else None

    def _brief(self, row: Mapping[str, Any]) -> FormerText:
        number, language = row["id_breve"], self._language(row)
        link, name = str(row["lien_url"] or "").strip(), str(row["lien_titre"] or "").strip()
        parts = [str(row["texte"] or ""), f"[{name}->{link}]" if link else ""]
        written = in_language("\n\n".join(filter(None, parts)), language or self._tables.language)
        body, notes = to_markdown(written, self._meanings.of(language))
        title = self._tables.title(row["titre"], language)
        return FormerText(
            id=f"breve{number}",
            origin=f"brève {number}",
            title=title,
            body=body,
            address=self._known("breve", number),
            former_addresses=(*self._addresses.former("breve", number)[1:],
                              f"/spip.php?breve{number}"),
            date=read_day(row["date_heure"], TIMEZONE),
            section=self._addresses.folder(row["id_rubrique"]) or "breves",
            name=slugify(title),
            tags=tuple(self._addresses.below(row["id_rubrique"])),
            picture=self._logo("breve", number),
            lang=language,
            standing=self.standing(row),
            notes=notes,
        )  # fmt: skip

    def _introductions(self) -> Iterator[FormerText]:
        """Yield what topmost rubrics say of themselves; of others here are lists of tags."""
        for number, row in self._tables.rubrics.items():
            words = [str(row[key] or "") for key in ("descriptif", "texte")]
            if row["id_parent"] or not any(map(str.strip, words)):
                continue
            body, notes = to_markdown(in_language(words[1], self._tables.language),
                                      self._meanings.of())  # fmt: skip
            yield FormerText(
                id=f"rubrique{number}",
                origin=f"rubrique {number}",
                title=self._addresses.rubric_title(number),
                body=body,
                section=self._addresses.folder(number),
                is_section=True,
                summary=self._meanings.plain(words[0]),
                standing="private" if number in self._tables.zones["rubrique"] else "public",
                notes=notes,
            )


def redirect(row: Mapping[str, Any]) -> str:
    """Return where an article led instead of having a text: an address, or `art12`."""
    if virtual := str(row["virtuel"] or "").strip():
        return virtual
    match = _FORMER_REDIRECT.match(plain(row["chapo"]))
    return match[1] if match else ""
