"""Questions about what goes to the press with a release: its kit, and what that is made of."""

from sitegen.model import Entry, KitFile, Release
from sitegen.site.answers import Answers
from sitegen.site.assets import Asset
from sitegen.site.media_types import media_type
from sitegen.site.plan.press import kit_pages
from sitegen.site.press import release_of
from sitegen.site.questions.kind import question, told_apart_by


def _entry(answers: Answers, document_id: str) -> Entry | None:
    return answers.index.entries.get(document_id)


@question
def release(answers: Answers, document_id: str) -> Release | None:
    """Return what the press gets beside a release's own text: contacts, pictures, who issues it."""
    entry = _entry(answers, document_id)
    return release_of(answers.index, entry) if entry else None


@question
def kit(answers: Answers, document_id: str) -> tuple[KitFile, ...]:
    """Return the files of a release's kit that are there, each with its size."""
    entry = _entry(answers, document_id)
    if entry is None:
        return ()
    pages = kit_pages(answers.index, entry)
    sizes = {form: answers.size_of(page.path) for form, page in pages.items()}
    return tuple(
        KitFile(
            format=form,
            name=page.path.rpartition("/")[2],
            url=page.url,
            media_type=_TYPES.get(form) or media_type(page.path),
            size=size,
            lang=entry.lang or answers.index.config.language,
        )
        for form, page in pages.items()
        if (size := sizes[form]) is not None
    )


_TYPES = {"message": "message/rfc822", "kit": "application/zip"}


@question
def original(answers: Answers, path: str) -> Asset | None:
    """Return the file of the content that stands at *path* of the site, or that the image there is
    made of; or one of the theme's.
    """
    index = answers.index
    for each in filter(None, (index, index.around)):  # of a private page: theirs, and the public's
        made = each.pictures.renditions.get(path)
        asset = made.asset if made is not None else each.asset_below(path)
        if asset is not None:
            return asset
    return answers.static.get(path)


def _file_digest(answers: Answers, asset_id: str) -> bytes:
    asset = answers.index.assets.get(asset_id) or answers.static.get(asset_id)
    return asset.fingerprint.encode() if asset else b""


@told_apart_by(_file_digest)
def file_content(answers: Answers, asset_id: str) -> bytes:
    """Return the bytes of a file as readers get it: without what a camera wrote into it."""
    return answers.read_file(asset_id) if _file_digest(answers, asset_id) else b""
