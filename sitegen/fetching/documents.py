"""Documents of what sources announce: one for each event and text, whoever announces it. Writes."""

import os
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sitegen.digest import digest
from sitegen.fetching.announcements import Announcement
from sitegen.fetching.attachments import MOST_BYTES as MOST_OF_FILE
from sitegen.fetching.attachments import AttachmentShelf
from sitegen.fetching.composing import Composer
from sitegen.fetching.downloads import Downloads, FilesBefore
from sitegen.fetching.files import Files, Wish
from sitegen.fetching.ledger import FileBeside, Known, Written
from sitegen.fetching.matching import Key, match
from sitegen.fetching.neighbours import NO_SHELVES, Shelves
from sitegen.fetching.pictures import MOST_BYTES as MOST_OF_PICTURE
from sitegen.fetching.pictures import PictureShelf
from sitegen.fetching.retractions import Retractions
from sitegen.fetching.running import Fetch
from sitegen.fetching.voices import Voice
from sitegen.fetching.writing import Announcer, Composed, written_document


class Documents:
    """Brings the documents of all sources up to date, and the ledgers with them."""

    def __init__(
        self,
        fetch: Fetch,
        voices: Mapping[str, Voice],
        own: Sequence[Announcement] = (),
        shelves: Shelves = NO_SHELVES,
    ) -> None:
        """*own*: the site's events, each with the path of its document before a `#`."""
        config, wishes, report = fetch.config, fetch.wishes, fetch.report
        self._own = own
        self._voices = voices
        self._now, self._today = fetch.now, fetch.today
        self._report = report
        content = os.path.join(wishes.root, config.content_folder)
        self._files = Files(content, is_dry=wishes.is_dry)
        is_dry = wishes.is_dry
        pictures = Downloads(config.url, wishes, shelves, "fetches pictures for", MOST_OF_PICTURE)
        self._pictures = PictureShelf(pictures, self._files, is_dry=is_dry)
        files = Downloads(config.url, wishes, shelves, "fetches files for", MOST_OF_FILE)
        self._attachments = AttachmentShelf(files, self._files, is_dry=is_dry)
        self._downloads = (pictures, files)
        self._known = {key: dict(voice.ledger.known) for key, voice in voices.items()}
        self._written = {key: dict(voice.ledger.written) for key, voice in voices.items()}
        self._retractions = Retractions(self._files, self._written, voices, self._now, report)
        self._names: set[str] = set()
        self._owners = {voice.folder: key for key, voice in voices.items()}
        self._composer = Composer(config, voices, self._now)
        self._touched = {
            known.path for voice in voices.values() if voice.is_new
            for known in voice.ledger.known.values()
        }  # fmt: skip
        """Documents of which a source that has news has announced something before."""
        for known in self._every_known():
            self._take_name(known.path)

    def bring_up_to_date(self) -> None:
        """Write what is new or changed, take back what was withdrawn; note all in the report."""
        heard = {OWN: tuple(self._own)}
        heard |= {
            key: known_voice.heard.announcements
            for key, known_voice in self._voices.items()
            if known_voice.heard
        }
        announcements = {
            (key, announcement.id): announcement
            for key, those in heard.items()
            for announcement in those
        }
        matches = match(heard)
        claimed: set[str] = set()
        for group in matches.groups:
            if group[0][0] == OWN:
                self._leave_to_own(group, announcements)
                continue
            path = self._path_of(group, announcements, claimed)
            claimed.add(path)
            self._write_group(path, group, announcements)
        for first, second in matches.doubts:
            if any(key != OWN and self._voices[key].is_new for key, _id in (first, second)):
                self._tell_doubt(first, second, announcements)
        self._retractions.take_back(self._every_known())
        for key, voice in self._voices.items():
            voice.ledger = msgspec.structs.replace(
                voice.ledger, known=self._known[key], written=self._written[key]
            )

    def has_all_of(self, key: str) -> bool:
        """Whether all pictures and files of a source came in or were asked for."""
        return not any(key in downloads.unfinished for downloads in self._downloads)

    # Where a document stands

    def _path_of(
        self, group: list[Key], announcements: Mapping[Key, Announcement], claimed: set[str]
    ) -> str:
        """Return the path of the document of *group*: that which it has, else a new one."""
        for key, known_id in group:
            known = self._known[key].get(known_id)
            is_ours = known is not None and self._owner(known.path)
            if known is not None and is_ours and known.path not in claimed:
                return known.path
        voice = self._voices[group[0][0]]
        announcement = announcements[group[0]]
        day = announcement.day.isoformat() if announcement.start and announcement.day else ""
        wish = Wish(voice.folder, voice.source.into.section, voice.key, announcement.title, day)
        announcers = [self._announcer(key, announcements) for key in group]

        def is_left(path: str) -> bool:
            if path in self._written[voice.key]:
                return False
            picture = self._pictures.known(path, announcers)
            composed = self._composer.compose(announcers, path, self._today.isoformat(), picture)
            content = composed.content if composed else ""
            return self._files.standing(path, None, content) == "ours"

        path = self._files.free_path(wish, self._names, is_left)
        self._take_name(path)
        return path

    def _take_name(self, path: str) -> None:
        self._names.add(path.rpartition("/")[2].removesuffix(".md"))

    def _announcer(self, key: Key, announcements: Mapping[Key, Announcement]) -> Announcer:
        voice = self._voices[key[0]]
        return Announcer(voice.key, voice.name, voice.source, announcements[key])

    def _every_known(self) -> Iterator[Known]:
        for those in self._known.values():
            yield from those.values()

    def _owner(self, path: str) -> str:
        """Return the source in whose folder *path* lies; nothing for one that is no source now."""
        return self._owners.get(path.rpartition("/")[0], "")

    def _leave_to_own(self, group: list[Key], announcements: Mapping[Key, Announcement]) -> None:
        """Note that the site has a document of its own for what *group* announces."""
        path = group[0][1].partition("#")[0]
        for key, known_id in group[1:]:
            known = self._known[key].get(known_id)
            first_day = known.first if known else self._today.isoformat()
            self._known[key][known_id] = _known(announcements[key, known_id], path, first_day)
            self._voices[key].outcome.shared += 1

    # What it says

    def _write_group(
        self, path: str, group: list[Key], announcements: Mapping[Key, Announcement]
    ) -> None:
        owner = self._owner(path)
        ordered = sorted(group, key=lambda key: (announcements[key].is_farewell, key[0] != owner))
        first_day = min(
            (each.first for key, known in ordered if (each := self._known[key].get(known))),
            default=self._today.isoformat(),
        )
        announcers = [self._announcer(key, announcements) for key in ordered]
        if path not in self._touched and not any(self._voices[key].is_new for key, _id in ordered):
            self._composer.claim_uid(announcers, path)
            return
        for key, known in ordered:
            self._known[key][known] = _known(announcements[key, known], path, first_day)
            self._voices[key].outcome.shared += key != owner
        composed = self._composer.compose(
            announcers, path, first_day, self._pictures.known(path, announcers), self._before(path)
        )
        if composed is None:
            self._leave_out(announcers[0], path)
            return
        self._write_document(path, owner, announcers, composed)

    def _before(self, path: str) -> str:
        """Return the content of the document *path* as it was written last."""
        written = self._written[self._owner(path)].get(path)
        return written.content if written else ""

    # What is written

    def _write_document(
        self, path: str, owner: str, announcers: list[Announcer], composed: Composed
    ) -> None:
        written = self._written[owner].get(path)
        former = FilesBefore(written.files, written.too_large) if written else FilesBefore()
        says_the_same = written is not None and written.content == composed.content
        shelves = (self._pictures, self._attachments)
        if says_the_same and not any(
            shelf.is_due(path, announcers, composed, former) for shelf in shelves
        ):
            return
        standing = self._files.standing(path, written, composed.content)
        if standing == "removed" or (says_the_same and standing != "ours"):
            return
        if standing in ("edited", "foreign"):
            self._retractions.tell_edited(path, owner, announcers, composed)
            return
        if written and announcers[0].one.is_farewell:
            self._retractions.call_off(path, owner, written, composed)
            return
        files: dict[str, FileBeside] = {}
        too_large: dict[str, str] = {}
        has_other_files = False
        content = composed.content
        for shelf in shelves:
            shelved = shelf.fetched(path, announcers, composed, former, self._report, self._voices)
            composed = shelved.composed
            files |= shelved.files
            too_large |= shelved.too_large
            has_other_files |= shelved.is_changed
        has_same_files = files.keys() == former.files.keys() and not has_other_files
        if written and says_the_same and has_same_files:
            noted = msgspec.structs.replace(written, files=files, too_large=too_large)
            self._written[owner][path] = noted
            return
        raw = (
            written_document(composed, self._now, is_changed=True)
            if written
            else self._composer.file_of(composed)
        )
        self._files.write(path, raw)
        self._written[owner][path] = Written(
            file=digest(raw).hex(), content=content, digest=content, files=files,
            too_large=too_large,
        )  # fmt: skip
        outcome = self._voices[owner].outcome
        outcome.new += written is None
        outcome.changed += written is not None

    def _leave_out(self, announcer: Announcer, path: str) -> None:
        voice = self._voices[announcer.key]
        values = {"source": voice.key, "number": "1", "reason": "no document can be made of it"}
        if voice.is_new and path not in self._written[self._owner(path)]:
            self._report.diagnostics.append(voice.place.diagnostic("source-left-out", **values))

    def _tell_doubt(
        self, first: Key, second: Key, announcements: Mapping[Key, Announcement]
    ) -> None:
        paths = [
            self._known[key][known].path if key != OWN else known.partition("#")[0]
            for key, known in (first, second)
        ]
        values = {
            "title": announcements[first].title, "other": announcements[second].title,
            "file": f"content/{paths[0]}", "path": f"content/{paths[1]}",
        }  # fmt: skip
        place = self._voices[second[0]].place
        self._report.diagnostics.append(place.diagnostic("source-same-event", **values))


OWN = ""
"""What stands for a source where the site itself announces."""


def _known(announcement: Announcement, path: str, first_day: str) -> Known:
    return Known(
        path=path,
        title=announcement.title,
        day=announcement.day.isoformat() if announcement.day else "",
        link=announcement.link,
        is_event=bool(announcement.start),
        first=first_day,
    )
