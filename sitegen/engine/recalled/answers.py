"""What pages of a text may ask, answered from the state: nothing of the rest of the site is there.

Each answer is held against its digest before a page that it decides is written. Where one is
missing, or is not what it was, `UnansweredError` is raised, and the whole site is asked.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from sitegen.engine.recalled.index import RecalledIndex, RetitledIndex
from sitegen.engine.state.records import NOT_KEPT, NOT_KEPT_EVENTS, AnswerRecord
from sitegen.model import Entry, Event, Question
from sitegen.site.answers import Answers
from sitegen.site.assets import Asset
from sitegen.site.index import Index
from sitegen.site.questions.answering import Questions, asked_of
from sitegen.site.questions.recorded import UnansweredError, decode_answer


class RecalledQuestions(Questions):
    """Answers what was asked before, from the answers that were kept."""

    def __init__(
        self,
        index: RecalledIndex,
        read_body: Callable[[str], str],
        template_digest: Callable[[str], bytes],
        static: Mapping[str, Asset],
        read_file: Callable[[str], bytes],
        versions: "Mapping[str, RecalledQuestions] | None" = None,
    ) -> None:
        """*versions*: what pages in other languages of the site are answered, by language."""
        known = Answers(cast(Index, index), static, read_body, template_digest, read_file)
        super().__init__(known)
        self.versions = versions or {}
        self.answers.versions = self.versions
        self._kept: dict[Question, bytes] = {}
        self._answers: dict[Question, Any] = {}

    @property
    def has_noted(self) -> bool:
        """Whether a list of published addresses notes events."""
        return bool(cast(RecalledIndex, self.index).noted)

    @property
    def everywhere(self) -> "tuple[RecalledQuestions, ...]":
        """These, and those of all other languages."""
        return (self, *self.versions.values())

    def in_language(self, language: str) -> "RecalledQuestions":
        """Return what pages in *language* are answered; empty: the first one."""
        return self.versions[language] if language else self

    def retitled(self, retitled: Iterable[tuple[str, Entry]]) -> "RecalledQuestions":
        """Return what is answered when entries have other titles, each with its language; nothing
        is known of it yet.
        """
        entries: dict[str, dict[str, Entry]] = {}
        for language, entry in retitled:
            entries.setdefault(language, {})[entry.id] = entry
        versions = {
            language: version._retitled(entries.get(language, {}), {})
            for language, version in self.versions.items()
        }
        return self._retitled(entries.get("", {}), versions)

    def _retitled(
        self, entries: Mapping[str, Entry], versions: "Mapping[str, RecalledQuestions]"
    ) -> "RecalledQuestions":
        index = RetitledIndex(cast(RecalledIndex, self.index), entries)
        known = self.answers
        return RecalledQuestions(
            index,
            known.read_body,
            known.template_digest,
            known.static,
            known.read_file,
            versions,
        )

    def know(self, records: Mapping[int, AnswerRecord]) -> None:
        """Answer from *records*, too; nothing of what readers of private pages were asked."""
        for record in records.values():
            if record.answer in (b"", NOT_KEPT, NOT_KEPT_EVENTS):
                continue
            language, audience, own = asked_of(record.question)
            if not audience:
                self.in_language(language)._keep(own, record.answer)

    def _keep(self, question: Question, answer: bytes) -> None:
        if self._kept.get(question) != answer:
            self._kept[question] = answer
            self._answers.pop(question, None)
            self._digests.pop(question, None)

    def _digest(self, question: Question) -> bytes:
        kept = self._kept.get(question)
        if kept is None:
            return super()._digest(question)
        return self._digest_value(self.answer(question))

    def answer(self, question: Question) -> Any:
        kept = self._kept.get(question)
        if kept is None:
            return super().answer(question)
        if question not in self._answers:
            title = cast(RecalledIndex, self.index).title_of
            self._answers[question] = decode_answer(question, kept, self._entry, self._told, title)
        return self._answers[question]

    def _entry(self, entry_id: str) -> Entry:
        entry: Entry | None = self.index.entries.get(entry_id)
        if entry is None:
            raise UnansweredError(entry_id)
        return entry

    def _told(self, event: Event) -> Event:
        return self.index.editions.told(event)
