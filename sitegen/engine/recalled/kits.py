"""Press kits that show an edited text or title: what they are made of beside answers. Does I/O."""

import os
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from sitegen.engine.configuring import Configuration
from sitegen.engine.file_reader import FileReader
from sitegen.engine.kit_cache import KitCache
from sitegen.engine.recalled.answers import RecalledQuestions
from sitegen.engine.recalled.found import Recalled
from sitegen.engine.stages.kits import WITHOUT_SOFTWARE
from sitegen.engine.state.records import AnswerRecord
from sitegen.engine.tool import press_digest
from sitegen.model import KitFile, Page
from sitegen.names import KITS_FOLDER, STATE_FOLDER
from sitegen.site.questions import press
from sitegen.site.questions.answering import asked_of
from sitegen.site.questions.recorded import UnansweredError, encode_value
from sitegen.theme.folders import static_files


def can_be_made(recalled: Recalled, pages: Iterable[Page]) -> bool:
    """Whether *pages*, parts of kits, are to be made now, and can be."""
    kinds = {page.kind for page in pages}
    if not kinds:
        return True
    if not recalled.options.with_images:
        return False
    from sitegen.rendering.press.software import software_problem  # where a kit is made

    return kinds <= set(WITHOUT_SOFTWARE) or software_problem() is None


def cache_of(recalled: Recalled) -> KitCache:
    """Return where PDFs are kept that were made."""
    folder = os.path.join(recalled.options.root, STATE_FOLDER, KITS_FOLDER)
    return KitCache(folder, press_digest())


def files_of(recalled: Recalled, configuration: Configuration) -> FileReader:
    """Return what reads the site's files, which are as they were."""
    return FileReader(recalled.disk.output.folder, _DiskPaths(recalled, configuration))


class _DiskPaths(Mapping[str, str]):
    """Where files are read from: `asset:<path>`, `static:<path>`; nobody can go through them."""

    def __init__(self, recalled: Recalled, configuration: Configuration) -> None:
        self._content = recalled.seen.tree.folder
        self._layers = recalled.scan.layers
        self._without = configuration.chain.without

    def __getitem__(self, key: str) -> str:
        kind, _, path = key.partition(":")
        if kind == "asset":
            return os.path.join(self._content, path)
        copied, _ = static_files(self._layers, self._without)
        return self._layers[copied[path]][f"static/{path}"].disk_path

    def __iter__(self) -> Iterator[str]:
        raise UnansweredError

    def __len__(self) -> int:
        raise UnansweredError


def told_sizes(
    known: Mapping[int, AnswerRecord], questions: RecalledQuestions, made: Mapping[Page, int]
) -> dict[int, AnswerRecord]:
    """Return what is answered otherwise of the kits that are *known*, since parts of them are made:
    pages, each with its bytes.

    Raises `UnansweredError` where an answer lacks one of these.
    """
    told = {}
    for number, record in known.items():
        language, audience, own = asked_of(record.question)
        sizes = {
            page.url: size
            for page, size in made.items()
            if (page.language, page.subject) == (language, own.arguments[0])
        }
        if own.kind != press.kit.name or audience or not sizes:
            continue
        questions.know({number: record})
        files: tuple[KitFile, ...] = questions.in_language(language).answer(own)
        if not sizes.keys() <= {file.url for file in files}:
            raise UnansweredError(str(record.question))
        answer = encode_value(tuple(_sized(file, sizes) for file in files))
        questions.know({number: AnswerRecord(record.question, record.digest, answer)})
        digest = questions.digest(record.question)
        if digest != record.digest:
            told[number] = AnswerRecord(record.question, digest, answer)
    return told


def _sized(file: KitFile, sizes: Mapping[str, int]) -> KitFile:
    return replace(file, size=sizes.get(file.url, file.size))
