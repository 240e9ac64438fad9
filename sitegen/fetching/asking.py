"""Sources are asked: only what changed comes, one request at a time for each host. Network I/O."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from sitegen.config import SiteConfig, SourceConfig
from sitegen.config.sources import CREDENTIAL
from sitegen.digest import digest
from sitegen.fetching.announcements import Told
from sitegen.fetching.failures import FAILURES, reason_for
from sitegen.fetching.joining import completed, joined
from sitegen.fetching.kinds.openagenda import further
from sitegen.fetching.kinds.pages import AGENDA, DETAILS
from sitegen.fetching.ledger import Part
from sitegen.fetching.neighbours import Shelves
from sitegen.fetching.reading import UnreadableError, check_whole, found_kind, read
from sitegen.fetching.threads import InMain, TooLongError
from sitegen.fetching.wishes import Wishes
from sitegen.network.conditional import NO_VALIDATORS, Reply, Validators, ask
from sitegen.network.request import Client
from sitegen.network.turns import Turns
from sitegen.wording.phrases import with_gaps

_PAGED = "openagenda"
_MOST_PAGES = 50
"""Of one agenda: 15,000 events at 300 a page."""


class SilentError(Exception):
    """A source says nothing that can be taken; holds a phrase."""


class SourceAnswer(NamedTuple):
    """What a source says now."""

    told: Told | None
    """None: nothing that it had not said before."""
    parts: dict[str, Part]
    """Its addresses, as they answered."""


class Asker:
    """Asks sources, from several threads."""

    def __init__(self, config: SiteConfig, wishes: Wishes, shelves: Shelves) -> None:
        self._client = Client(wishes.resolve, config.url, "fetches news for")
        self._zone = config.timezone
        self._language = config.language
        self._environment = wishes.environment
        self._turns = Turns(wishes.pause)
        self._most_bytes = wishes.most_bytes
        self._shelves = shelves

    def hear(
        self, source: SourceConfig, before: Mapping[str, Part], in_main: InMain
    ) -> SourceAnswer:
        """Return what *source* says; *before*: how its addresses answered last, or nothing.

        What it says is read by *in_main*.

        Raises `SilentError` for a source that cannot be reached, and for what cannot be taken.
        """
        url, credential = self._address(source)
        known = before.get(source.address)
        first = self._ask(source, url, known, credential)
        rest = self._following(source, first, url, credential)
        parts = {source.address: _part_of_pages(first, rest) if rest else _part(first, known)}
        if first.content is None or (known and known.digest == parts[source.address].digest):
            if known and not known.addresses:
                return SourceAnswer(None, parts)
            addresses = known.addresses if known else ()
        else:
            told = self._read(first, first.content, source, in_main)
            if rest:
                pages = [self._read(page, page.content or b"", source, in_main) for page in rest]
                return SourceAnswer(joined([told, *pages]), parts)
            if told.announcements or found_kind(first.content) != "page":
                return SourceAnswer(told, parts)
            addresses = told.addresses
        if not addresses:
            raise SilentError("it is a web page that names no feed and no calendar")
        parts[source.address] = Part(
            etag=parts[source.address].etag, modified=parts[source.address].modified,
            digest=parts[source.address].digest, addresses=addresses,
        )  # fmt: skip
        return self._hear_all(addresses, source, before, parts, in_main)

    def _following(
        self, source: SourceConfig, first: Reply, url: str, credential: str
    ) -> list[Reply]:
        """Ask the further pages of an answer of OpenAgenda; all of them, or it is no answer."""
        pages: list[Reply] = []
        asked = {""}
        more = further(first.content or b"") if found_kind(first.content or b"") == _PAGED else ""
        while more not in asked:
            if len(pages) == _MOST_PAGES:
                number = str(_MOST_PAGES)
                raise SilentError(with_gaps("it has more than {number} pages", number=number))
            asked.add(more)
            sign = "&" if "?" in url else "?"
            pages.append(self._ask(source, f"{url}{sign}{more}", None, credential))
            more = further(pages[-1].content or b"")
        return pages

    def _hear_all(
        self, addresses: tuple[str, ...], source: SourceConfig, before: Mapping[str, Part],
        parts: dict[str, Part],
        in_main: InMain,
    ) -> SourceAnswer:  # fmt: skip
        """Ask what a page names: all of it is read anew where one of it is."""
        replies: dict[str, Reply] = {}
        for address in addresses:
            try:
                replies[address] = self._ask(source, address, before.get(address), "")
            except SilentError as error:
                is_guess = address.endswith((f"/{AGENDA}", f"/{DETAILS}"))
                if not (is_guess and len(addresses) > 1) or str(error.args[0]) != "HTTP 404":
                    raise
        parts |= {address: _part(reply, before.get(address)) for address, reply in replies.items()}
        if before.keys() >= parts.keys() and all(
            parts[address].digest == before[address].digest for address in replies
        ):
            return SourceAnswer(None, parts)
        told: dict[str, Told] = {}
        for address, reply in replies.items():
            whole = reply if reply.content is not None else self._ask(source, address, None, "")
            if found_kind(whole.content or b"") == "page":
                raise SilentError("it is a web page that names no feed and no calendar")
            told[address] = self._read(whole, whole.content or b"", source, in_main)
        details = [told.pop(address) for address in replies if address.endswith(f"/{DETAILS}")]
        whole_told = completed(list(told.values()), details[0]) if details else list(told.values())
        return SourceAnswer(joined(whole_told), parts)

    def _address(self, source: SourceConfig) -> tuple[str, str]:
        """Return where to ask, and what to say who asks."""
        if not source.credential:
            return source.address, ""
        credential = self._environment.get(source.credential, "").strip()
        if not credential or not credential.isascii() or not credential.isprintable():
            name = source.credential
            raise SilentError(with_gaps("the environment has no {variable}", variable=name))
        if CREDENTIAL in source.url:
            return source.address.replace(CREDENTIAL, quote(credential, safe="")), ""
        return source.address, credential

    def _ask(self, source: SourceConfig, url: str, known: Part | None, credential: str) -> Reply:
        validators = Validators(known.etag, known.modified) if known else NO_VALIDATORS
        try:
            if source.site:
                return self._shelves[source.site].reply(url, self._most_bytes)
            return ask(url, self._client, self._most_bytes, self._turns, validators, credential)
        except FAILURES as failure:
            raise SilentError(reason_for(failure)) from None

    def _read(self, reply: Reply, content: bytes, source: SourceConfig, in_main: InMain) -> Told:
        def calculate() -> Told:
            check_whole(content, found_kind(content))
            return read(content, reply.url, source, self._zone, self._language)

        try:
            told: Told = in_main(calculate)
            return told
        except TooLongError:
            raise SilentError("it takes too long to read") from None
        except UnreadableError as error:
            raise SilentError(error.args[0]) from None


def _part(reply: Reply, before: Part | None) -> Part:
    if reply.content is None:
        return before or Part()
    return Part(
        etag=reply.validators.etag, modified=reply.validators.modified,
        digest=digest(reply.content).hex(), addresses=before.addresses if before else (),
    )  # fmt: skip


def _part_of_pages(first: Reply, rest: list[Reply]) -> Part:
    """Return what is known of an answer of several pages: nothing tells that none has changed."""
    return Part(digest=digest(*(page.content or b"" for page in (first, *rest))).hex())
