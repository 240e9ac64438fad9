"""Letters of Word or LibreOffice become articles: one file, or a folder of them. Reads files."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from sitegen.border.meant_dates import leading_day, meant_moment
from sitegen.importing.former import Day, FormerFile, FormerSite, FormerText, ImportNote
from sitegen.importing.kinds.docx_file import WordText, open_letter, pictures, read_letter
from sitegen.importing.material import Material
from sitegen.importing.refusals import unlike
from sitegen.importing.source import FormerSource
from sitegen.importing.values import plain, read_day, words
from sitegen.site.urls import slugify
from sitegen.wording.translation import _

_WANTED = "a letter (.docx), or a folder of them"
_ELSE = "articles"
_OTHERS = (".doc", ".odt", ".rtf", ".pdf", ".pages")
_HEADING = re.compile(r"<h([1-6])>(?P<words>.*?)</h\1>", re.DOTALL)
_PARAGRAPH = re.compile(r"<p>((?:(?!<p>).)*?)</p>", re.DOTALL)
_BOLD = re.compile(r"<p><strong>(?P<words>(?:(?!</?strong>|</p>).)*)</strong></p>", re.DOTALL)
_EMBARGO = re.compile(
    r"\W*(?:(?:information|strictement|strict|sous|under)\s+)*embargo(?:ed)?\b\W*"
    r"(?:jusqu.(?:au|à|aux)?|until|till)?\s*(?:le|au)?\s*(?P<until>.{0,100})",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"(?:communiqué|dossier de presse|note aux rédactions|invitation presse|alerte presse|"
    r"press release|pour diffusion|à diffuser|contact)\b",
    re.IGNORECASE,
)
_SHORTEST, _LONGEST, _LINE = 12, 200, 60
"""Letters of a title in bold; of a line that is no address, date or name."""
_SUBJECT = re.compile(r"<p>(?:<strong>)?\s*Objet\s*:?\s*(?:</strong>)?\s*:?(.*?)</p>", re.DOTALL)
_ANCHOR = re.compile(r"<a id=\"[^\"]*\"></a>")
_WRITTEN = re.compile(r"\ble\s+(\d{1,2}(?:er)?\s+[^\W\d]{3,9}\s+(?:19|20)\d\d)\b", re.IGNORECASE)
_NOBODY = ("user", "utilisateur", "admin", "administrateur", "microsoft", "office", "pc", "python")
_HEAD = 2000
"""Letters of the text in which its day is looked for: that of a letter's head."""


class Docx(FormerSource):
    needs = (("mammoth", "import"), ("defusedxml", "import"), ("turbohtml", "import"))

    @classmethod
    def recognises(cls, material: Material) -> bool:
        return bool(_letters(material))

    @cached_property
    def _names(self) -> list[str]:
        letters = _letters(self.material)
        if not letters and self.material.is_file:
            return list(self.material.names)  # reading it tells what is wrong
        if not letters:
            raise unlike("docx", self.material.path, _("no .docx lies in it"), _WANTED)
        return letters

    def site(self) -> FormerSite:
        others = [name for name in self.material.names if name.lower().endswith(_OTHERS)]
        return FormerSite(
            title="",
            timezone=self.timezone,
            files=tuple(file for name in self._names for file in self._pictures(name)),
            notes=tuple(
                ImportNote("unread file", posixpath.splitext(other)[1], other) for other in others
            ),
        )

    def texts(self) -> Iterator[FormerText]:
        for name in self._names:
            letter = read_letter(self.material.read(name), name, _folder(name))
            yield self._text(name, letter)

    def read_file(self, path: str) -> bytes:
        name, _sign, part = path.partition("!")
        archive = open_letter(self.material.read(name))
        return archive.read(part) if archive else b""

    def _pictures(self, name: str) -> Iterator[FormerFile]:
        archive = open_letter(self.material.read(name))
        for part in pictures(archive) if archive else ():
            address = f"/{_folder(name)}/{part.rpartition('/')[2]}"
            yield FormerFile(address=address, path=f"{name}!{part}")

    def _text(self, name: str, letter: WordText) -> FormerText:
        stem = posixpath.splitext(posixpath.basename(name))[0]
        body = _ANCHOR.sub("", letter.html)
        title, body = _titled(body)
        heads = map(plain, _PARAGRAPH.findall(letter.html[:_HEAD]))
        zone = self.timezone or "Europe/Paris"
        embargo, is_withheld = _embargo((*letter.edges, *heads), zone)
        title = title or plain(letter.properties.get("title")) or _spoken(stem)
        date, guess = self._date(stem, body, letter)
        notes = list(letter.notes)
        if guess:
            notes.append(ImportNote("guess", _("the day of publication"), name))
        if is_withheld:
            notes.append(ImportNote("guess", _("the embargo"), str(embargo or name)))
        author = plain(letter.properties.get("creator"))
        is_named = author and not author.lower().startswith(_NOBODY)
        folder = posixpath.dirname(name).split("/")[0]
        return FormerText(
            id=name,
            origin=name,
            title=title,
            body=body,
            markup="html",
            date=date,
            embargo=embargo,
            section=folder or _ELSE,
            name=_named(stem) or title,
            authors=(author,) if is_named else (),
            tags=words(letter.properties.get("keywords", "").replace(";", ",")),
            summary=letter.properties.get("description", ""),
            standing="draft" if letter.is_hiding or (is_withheld and not embargo) else "public",
            notes=tuple(notes),
        )

    def _date(self, stem: str, body: str, letter: WordText) -> tuple[Day | None, bool]:
        """Return the day that the file's name says, else the letter's head, else its properties;
        and whether it was guessed."""
        zone = self.timezone or "Europe/Paris"
        written = _WRITTEN.search(plain(body[:_HEAD]))
        for said in (leading_day(stem)[1], meant_moment(written[1]) if written else ""):
            if day := read_day(said, zone):
                return day, False
        known = letter.properties
        return read_day(known.get("created") or known.get("modified", ""), zone), True


def _embargo(lines: Iterable[str], zone: str) -> tuple[Day | None, bool]:
    """Return until when one of the *lines* at a letter's head says that nobody is to publish it, on
    the clocks of *zone*, and whether there is such a line at all.
    """
    said = next((line for line in map(_EMBARGO.fullmatch, lines) if line), None)
    if said is None:
        return None, False
    return read_day(meant_moment(said["until"].strip(" .!:")), zone), True


def _titled(body: str) -> tuple[str, str]:
    """Return the title of a letter and its text without it: the first heading, its subject, or a
    line in bold at its head, which stands for a heading also before one of a part.
    """
    first = _HEADING.search(body)
    bold = _bold_title(body[: first.start()] if first else body[:_HEAD])
    if bold is not None and (first is None or _is_running(body[bold.end() : first.start()])):
        first = bold if _SUBJECT.search(body) is None or first else None
    if first is None:
        subject = _SUBJECT.search(body)
        return (plain(subject[1]), body) if subject else ("", body)
    title = plain(first["words"])
    body = body[: first.start()] + body[first.end() :]
    if "<h1>" in body:  # a page has one title
        body = re.sub(r"(</?h)([1-5])>", lambda match: f"{match[1]}{int(match[2]) + 1}>", body)
    return title, body


def _bold_title(head: str) -> re.Match[str] | None:
    """Return the line in bold that is a title, and no sign of what kind of paper it is."""
    for line in _BOLD.finditer(head):
        words = plain(line["words"])
        is_sign = _EMBARGO.fullmatch(words) or _SIGN.match(words) or _WRITTEN.search(words)
        if not is_sign and _SHORTEST <= len(words) <= _LONGEST:
            return line
    return None


def _is_running(html: str) -> bool:
    """Whether *html* holds text that runs: what stands behind it heads a part alone."""
    return "<li>" in html or any(
        len(plain(match[1])) > _LINE for match in _PARAGRAPH.finditer(html)
    )


def _named(stem: str) -> str:
    """Return the name of a file without the day that it begins with."""
    return stem.removeprefix(leading_day(stem)[0]).strip(" -_.")


def _spoken(stem: str) -> str:
    return _named(stem).replace("_", " ").replace("-", " ") or stem


def _folder(name: str) -> str:
    """Return the folder of a letter's pictures, from the root of the site."""
    return "images/" + "/".join(map(slugify, posixpath.splitext(name)[0].split("/")))


def _letters(material: Material) -> list[str]:
    return [
        path
        for path in material.under("", ".docx")
        if not posixpath.basename(path).startswith("~$")
    ]
