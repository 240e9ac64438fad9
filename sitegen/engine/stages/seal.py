"""Files of private pages: pictures without what they hide, attachments; sealed. Does I/O.

Nothing of them is kept anywhere else: no cache holds a picture that few are to see.
"""

from array import array
from collections.abc import Container, Iterator, Mapping

from sitegen.engine.batches import Batch, PageOutcome
from sitegen.engine.output import Output
from sitegen.errors import Diagnostic, reason_of
from sitegen.imaging.decoding import image_reason
from sitegen.imaging.metadata import why_private, without_metadata
from sitegen.model import Page, Question
from sitegen.model.kinds import ASSET, RENDITION
from sitegen.rendering.private.sealed import sealed_file
from sitegen.site.index import Index
from sitegen.site.questions import pictures, private
from sitegen.site.questions.versions import in_version


def seal_files(
    pages: list[Page],
    present: Container[str],
    index: Index,
    disk_paths: Mapping[str, str],
    output: Output,
) -> Iterator[Batch]:
    """Yield the batches of sealed files, as they are done, or why one cannot be made."""
    for page in pages:
        audience = index.version(page.language).audiences[page.scope.value]
        natural = audience.natural[page.path]
        source = f"content/{page.subject}"
        try:
            content = _content(natural, audience.index, disk_paths[f"asset:{page.subject}"])
        except OSError as error:
            values = {"reason": reason_of(error)}
            yield Batch((), (), (Diagnostic("disk-refused", source, values=values),))
            continue
        except ValueError as error:
            values = {"path": page.path, "reason": image_reason(error)}
            yield Batch((), (), (Diagnostic("image-failed", source, values=values),))
            continue
        raw = sealed_file(audience, page, content)
        content_digest, stamp, is_new = output.bring(page.path, raw, is_there=page.path in present)
        asked = array("I", (0, 1)).tobytes()
        outcome = PageOutcome(page.path, asked, content_digest, stamp, is_new)
        questions = (_question(audience.name, natural), private.readers.question(audience.name))
        yield Batch(
            tuple(in_version(page.language, question) for question in questions), (outcome,)
        )


def _question(audience: str, natural: Page) -> Question:
    kind = pictures.rendition if natural.kind == RENDITION.name else pictures.asset
    argument = natural.path if natural.kind == RENDITION.name else natural.subject
    return Question(private.private.name, (audience, kind.name, argument))


def _content(natural: Page, index: Index, disk_path: str) -> bytes:
    """Return the bytes of a file as readers get it; raises `ValueError` for a broken picture."""
    with open(disk_path, "rb") as file:
        raw = file.read()
    if natural.kind == ASSET.name:
        return raw
    if reason := why_private(raw):  # the file was another when it was looked into
        raise ValueError(reason)
    made = index.pictures.renditions.get(natural.path)
    if made is None:
        return without_metadata(raw)
    from sitegen.imaging.encoding import derive

    try:
        return next(iter(derive(raw, (made.asset.width, made.asset.height), [made.recipe])))
    except OSError:
        raise
    except Exception as error:  # whatever a decoder raises for a file that looked sound
        raise ValueError(str(error)) from error
