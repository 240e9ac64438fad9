"""What sitegen wrote at a target: a file there, so that any machine can go on from it. Pure.

For each file it says which bytes a stamp stands for. Before anything is sent it is written with
what is about to be sent beside what stands there: after a cut, the stamps tell which of them it is.
Whoever changes a file by hand gives it another stamp, of which the manifest says nothing.
"""

from collections.abc import Iterable, Mapping

import msgspec

from sitegen.deploying.target import OutputFile
from sitegen.published.edition import PublishedContent

MANIFEST = ".sitegen-deploy.json"
"""Its name, in the target's folder. It holds nothing but what readers can see anyway."""
_FORMAT = 1
_FORMER = 3
"""States of a file that are remembered while runs are cut, one after the other."""


class Claim(msgspec.Struct, frozen=True, array_like=True):
    """That a file of this stamp has bytes of this digest."""

    digest: str
    stamp: str


class ToldLinks(msgspec.Struct, frozen=True, array_like=True):
    """Of which links of a text sites were told (Webmention)."""

    source: str
    """The address of its page, as they were given it."""
    targets: tuple[str, ...]


class DeployManifest(msgspec.Struct, frozen=True, kw_only=True):
    format: int = _FORMAT
    site: str = ""
    """The site's address."""
    files: dict[str, tuple[Claim, ...]] = {}
    """By path; several where one stands and another was about to be sent."""
    edition: PublishedContent | None = None
    """What the site told its readers, when all of it had been brought."""
    mentions: dict[str, ToldLinks] = {}
    """By the text's path below ``content/``."""

    def digest_of(self, path: str, stamp: str) -> str:
        """Return the digest of what stands at *path*; nothing where that is not certain."""
        digests = {claim.digest for claim in self.files.get(path, ()) if claim.stamp == stamp}
        return digests.pop() if len(digests) == 1 else ""

    def encoded(self) -> bytes:
        """Return the file: a line for each path, for Git."""
        return msgspec.json.format(msgspec.json.encode(self, order="sorted"), indent=1) + b"\n"


NOTHING = DeployManifest()


def read_manifest(raw: bytes | None) -> DeployManifest:
    """Return what *raw* says; what is missing, damaged or of another format says nothing."""
    try:
        manifest = msgspec.json.decode(raw or b"", type=DeployManifest)
    except (msgspec.MsgspecError, RecursionError):
        return NOTHING
    return manifest if manifest.format == _FORMAT else NOTHING


def with_intent(before: DeployManifest, sent: Iterable[tuple[OutputFile, str]]) -> DeployManifest:
    """Return *before* with what is about to be *sent*, each with the stamp that it will have."""
    files = dict(before.files)
    for file, stamp in sent:
        intended = Claim(file.digest, stamp)
        others = [claim for claim in files.get(file.path, ()) if claim != intended]
        files[file.path] = (*others[-_FORMER:], intended)
    return msgspec.structs.replace(before, files=files)


def manifest_of(
    site: str,
    files: Iterable[OutputFile],
    stamps: Mapping[str, str],
    edition: PublishedContent | None,
    mentions: Mapping[str, ToldLinks],
) -> DeployManifest:
    """Return what stands there in the end: *files*, by their *stamps*."""
    claims: dict[str, tuple[Claim, ...]] = {
        file.path: (Claim(file.digest, stamps[file.path]),) for file in files
    }
    return DeployManifest(site=site, files=claims, edition=edition, mentions=dict(mentions))
