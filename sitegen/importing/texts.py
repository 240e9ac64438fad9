"""One former text becomes one file: converted, its addresses resolved, written, told of."""

from collections.abc import Sequence
from html import escape
from typing import Any

import msgspec

from sitegen.importing.alerts import with_alerts
from sitegen.importing.anchors import Headings, leads_to_heading
from sitegen.importing.dress import undress
from sitegen.importing.folder import Folder
from sitegen.importing.foreign import without_foreign
from sitegen.importing.former import FormerPicture, FormerText, ImportNote
from sitegen.importing.html import to_markdown
from sitegen.importing.links import (
    FormerAddresses,
    NewTarget,
    Resolve,
    path_from,
    rewrite,
    without_empty,
)
from sitegen.importing.media import Media
from sitegen.importing.placing import LEFT_OUT, Placed
from sitegen.importing.report import ImportReport
from sitegen.importing.writing import document, front_matter
from sitegen.markup.pasted import dedent_letters
from sitegen.names import CONTENT
from sitegen.site.meant_keys import looks_like_key


class TextWriter:
    """Writes texts into *folder*, and counts in *report*; `used`: the media that they name."""

    def __init__(
        self, placed: dict[str, Placed], addresses: FormerAddresses, media: Media, folder: Folder,
        report: ImportReport,
    ) -> None:  # fmt: skip
        self._placed = placed
        self._addresses = addresses
        self._media = media
        self._folder = folder
        self._report = report
        self.used: set[str] = set(media.kept())
        self.handles: set[str] = set()
        """Names of authors that look like keys of a data file."""
        self.places: set[str] = set()
        """Names of places that do."""
        self._waiting: dict[str, tuple[str, dict[str, Any], str]] = {}
        """Texts that link to headings of others, by file: the origin of each, its front matter, its
        body."""

    def write(self, text: FormerText) -> None:
        """Write *text*, or list it where it was never for everybody."""
        report = self._report
        if text.standing in LEFT_OUT:
            report.left_out.append((text.origin, text.standing))
            return
        report.texts += 1
        if text.standing != "public":
            report.drafts.append(text.origin)
        where = self._placed[text.id]
        text = self._described(msgspec.structs.replace(text, is_section=where.is_section))
        translated = self._placed.get(text.translates)
        if text.lang and where.path.startswith(f"{text.lang}/"):  # its folder says it
            is_said = translated is not None and where.path == f"{text.lang}/{translated.path}"
            translated = None if is_said else translated
            text = msgspec.structs.replace(text, lang="")
        resolve = self._following(text)
        body, told = _body(text, where.path, resolve)
        picture, missing = _named(text.picture.src if text.picture else "", resolve, where.path)
        attached = [_named(attachment, resolve, where.path) for attachment in text.attachments]
        if picture and text.picture and text.picture.alt is None:
            report.without_alt.append((where.path, picture))
        self.handles.update(filter(looks_like_key, text.authors))
        named = (event.fields.get("location") for event in text.events)
        self.places.update(name for name in named if isinstance(name, str) and looks_like_key(name))
        front = front_matter(
            text,
            slug=where.slug,
            aliases=where.aliases,
            picture=picture,
            attachments=tuple(path for path, _notes in attached if path),
            translates=path_from(translated.path, where.path) if translated else "",
        )
        if leads_to_heading(body):
            self._waiting[where.path] = text.origin, front, body
        else:
            self._folder.write(f"{CONTENT}/{where.path}", document(front, body).encode())
        attached_notes = (note for _path, notes in attached for note in notes)
        report.note(text.origin, [*told, *missing, *attached_notes])

    def finish(self, engine: str) -> None:
        """Write the texts that link to headings of others, now that all are there; *engine*: what
        reads them."""

        def read(file: str) -> str:
            if file in self._waiting:
                _origin, front, body = self._waiting[file]
                return document(front, body)
            return self._folder.read(f"{CONTENT}/{file}").decode()

        headings = Headings(read, engine)
        for file, (origin, front, body) in self._waiting.items():
            mended, notes = headings.mend(body, file)
            self._folder.write(f"{CONTENT}/{file}", document(front, mended).encode())
            self._report.note(origin, notes)

    def _following(self, text: FormerText) -> Resolve:
        """Return what resolves the addresses of *text*, and notes the media that it leads to."""
        resolve = self._addresses.resolver(text.origin, text.address)

        def follow(written: str) -> NewTarget | None:
            target = resolve(written)
            if target is None or target.is_dead:
                adopted = self._media.adopt(written, text.address)
                target = NewTarget(adopted) if adopted else target
            if target is None or target.file not in self._media.files:
                return target
            if away := self._media.missing(target.file):
                return NewTarget("", away, ImportNote("missing file", away, written))
            self.used.add(target.file)
            return target

        return follow

    def _described(self, text: FormerText) -> FormerText:
        """Return *text* with what the former site knew of its picture's file."""
        picture = text.picture
        file = self._media.known(picture.src) if picture and picture.alt is None else None
        if picture is None or file is None:
            return text
        known = FormerPicture(
            src=picture.src, alt=file.alt, caption=picture.caption or file.caption,
            credit=picture.credit or file.credit,
        )  # fmt: skip
        return msgspec.structs.replace(text, picture=known)


def _body(text: FormerText, path: str, resolve: Resolve) -> tuple[str, list[ImportNote]]:
    """Return the Markdown of *text* as it is to stand in the file *path*, and what to tell."""
    converted: Sequence[ImportNote]
    if text.markup == "html":
        body, converted = to_markdown(text.body)
    else:
        body, converted = undress(
            with_alerts(dedent_letters(text.body, []))
        )  # as a build reads them
    body, dead = rewrite(body, path, resolve)
    body, foreign = without_foreign(without_empty(body))
    named = {note.name for note in dead}
    others = (note for note in foreign if note.name not in named)
    hours = "".join(_paragraph(event.said) for event in text.events if event.said)
    return hours + body, [*text.notes, *converted, *dead, *others]


def _paragraph(said: str) -> str:
    """Return plain words as a paragraph of Markdown that begins with a capital."""
    return to_markdown(f"<p>{escape(said[:1].upper() + said[1:])}</p>")[0].strip("\n") + "\n\n"


def _named(written: str, resolve: Resolve, file: str) -> tuple[str, list[ImportNote]]:
    """Return what the front matter of *file* calls a former file, and what is to be told of it."""
    target = resolve(written) if written else None
    if target is None:
        return "", [ImportNote("picture elsewhere", written, written)] if written else []
    if not target.file:
        return "", [target.note or ImportNote("dead link", written)]
    return path_from(target.file, file), []
