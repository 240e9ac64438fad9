"""What sources take back, in documents that stand: called off, or withdrawn. Writes.

Such a document is not written anew: it may be somebody's by now, and its source tells no more.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from sitegen.digest import digest
from sitegen.errors import Place
from sitegen.fetching.edits import with_expiry, with_status, without_expiry
from sitegen.fetching.files import Files
from sitegen.fetching.ledger import Known, Written
from sitegen.fetching.outcome import Report
from sitegen.fetching.voices import Voice
from sitegen.fetching.writing import Announcer, Composed

WITHDRAWN = "withdrawn"
"""Begins the content of a document that is kept from readers; from when on follows."""


class Retractions:
    """Writes what was taken back into documents of one fetch, and into what is noted of them."""

    def __init__(
        self,
        files: Files,
        written: Mapping[str, dict[str, Written]],
        voices: Mapping[str, Voice],
        now: dt.datetime,
        report: Report,
    ) -> None:
        """*written*: by source, the documents in its folder as they were written; is changed."""
        self._files = files
        self._written = written
        self._voices = voices
        self._now = now
        self._report = report

    def call_off(self, path: str, owner: str, written: Written, composed: Composed) -> None:
        """Say in the document *path* that its event does not take place; all else stays: of it
        nothing more is told."""
        there = (self._files.read(path) or b"").decode("utf-8", "replace")
        changed = with_status(there, "cancelled", f"{self._now:%Y-%m-%d %H:%M}")
        if changed and "\n  status: cancelled\n" not in there:
            self._files.write(path, changed.encode())
            self._voices[owner].outcome.changed += 1
            written = msgspec.structs.replace(written, file=digest(changed.encode()).hex())
        self._written[owner][path] = msgspec.structs.replace(written, content=composed.content)

    def tell_edited(
        self, path: str, owner: str, announcers: list[Announcer], composed: Composed
    ) -> None:
        """Leave what somebody edited here as it is; but for an event that does not take place."""
        voice = self._voices[owner]
        before = self._written[owner].get(path)
        voice.outcome.edited += 1
        if before is None:
            return
        told = {str(announcer.one.event.get("status", "")) for announcer in announcers}
        status = next((off for off in ("cancelled", "postponed") if off in told), "")
        there = changed = (self._files.read(path) or b"").decode("utf-8", "replace")
        if _was_withdrawn(before):  # and is announced again
            changed = without_expiry(changed, before.content.removeprefix(f"{WITHDRAWN} "))
        if status and not any(f"\n  status: {off}\n" in changed for off in (status, "cancelled")):
            changed = with_status(changed, status, f"{self._now:%Y-%m-%d %H:%M}") or changed
        if changed != there:
            self._files.write(path, changed.encode())
            voice.outcome.changed += 1
        self._written[owner][path] = msgspec.structs.replace(before, content=composed.content)
        place = Place(f"content/{path}", 1, 1)
        self._report.diagnostics.append(
            place.diagnostic("source-edited", source=voice.key, url=announcers[0].one.link or "–")
        )

    def take_back(self, every_known: Iterable[Known]) -> None:
        """Keep from readers the documents that nobody announces any more, because of a withdrawal.

        *every_known*: the announcements of all sources. What fell off the end of a feed stays.
        """
        states: dict[str, set[str]] = {}
        for known in every_known:
            states.setdefault(known.path, set()).add(known.state)
        for owner, documents in self._written.items():
            for path, written in list(documents.items()):
                reasons = states.get(path, {"withdrawn"})
                if reasons <= {"withdrawn", "unwanted"} and not _was_withdrawn(written):
                    self._withdraw(path, owner, written)

    def _withdraw(self, path: str, owner: str, written: Written) -> None:
        raw = self._files.read(path)
        moment = f"{self._now:%Y-%m-%d %H:%M}"
        changed = with_expiry((raw or b"").decode("utf-8", "replace"), moment)
        file = written.file
        if raw is not None and changed:
            self._files.write(path, changed.encode())
            if digest(raw).hex() == written.file:
                file = digest(changed.encode()).hex()
            self._voices[owner].outcome.withdrawn += 1
        self._written[owner][path] = msgspec.structs.replace(
            written, file=file, content=f"{WITHDRAWN} {moment}"
        )


def _was_withdrawn(written: Written) -> bool:
    return written.content.startswith(WITHDRAWN)
