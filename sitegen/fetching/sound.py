"""Whether a build will take a document: no partner's mistake is to become ours. Pure."""

from sitegen.catalogue import is_error
from sitegen.config import SiteConfig
from sitegen.errors import Diagnostic
from sitegen.model import Entry, EventFields
from sitegen.site.agenda.events import EventMaker
from sitegen.site.people import directory_of
from sitegen.site.terms import Terms
from sitegen.sources.parse import ParseSettings, parse_document


class Reader:
    """Reads documents as a build does, as far as each can be judged by itself."""

    def __init__(self, config: SiteConfig) -> None:
        self._settings = ParseSettings(
            language=config.language,
            typography=config.typography_of(""),
            engine=config.markdown.engine,
            raw_html=config.markdown.raw_html,
            languages=config.typographies,
        )
        self._timezone = config.timezone
        self._directory = directory_of({}, config, ())
        self._terms = Terms(config, ())

    def mistakes(self, raw: bytes, document_id: str) -> list[Diagnostic]:
        """Return the errors that a build would tell of *raw*, were it the file *document_id*."""
        parsed = parse_document(raw, document_id, self._settings)
        diagnostics = list(parsed.diagnostics)
        document = parsed.document
        if document is not None:
            entry = Entry(id=document.id, url="/", path="index.html", title=document.title)
            maker = EventMaker(self._directory, self._timezone, self._terms)
            for position, fields in enumerate(document.events):
                if isinstance(fields, EventFields):
                    diagnostics += maker.make(document, entry, fields, position).diagnostics
        elif not any(map(is_error, diagnostics)):
            diagnostics.append(Diagnostic("empty-title", document_id))
        return [diagnostic for diagnostic in diagnostics if is_error(diagnostic)]
