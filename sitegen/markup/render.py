"""Markdown to a `Markup`: an engine, then the passes over its HTML that both engines share."""

from typing import TYPE_CHECKING

import msgspec

from sitegen.errors import Diagnostic
from sitegen.markup.attributes import apply_lists, has_lists
from sitegen.markup.autolinks import link_addresses, mark_shown, may_have_addresses
from sitegen.markup.engines import Converted, find_engine
from sitegen.markup.figures import arrange_images, has_captions, has_images, label_figures
from sitegen.markup.findings import MarkupFinding, locate
from sitegen.markup.footnotes import find_lone_marks, has_notes, place_notes
from sitegen.markup.headings import claim_ids, write_headings
from sitegen.markup.pasted import dedent_letters
from sitegen.markup.prose import first_paragraph, read_prose
from sitegen.markup.references import blank_code, locate_references, place_references
from sitegen.markup.spans import has_spans, write_spans
from sitegen.markup.tables import arrange_tables, has_tables
from sitegen.markup.tasks import mark_tasks, may_have_tasks
from sitegen.markup.tokens import distinct_tags, split_tokens, with_attributes
from sitegen.markup.values import Markup, MarkupError, MarkupSettings

if TYPE_CHECKING:
    from sitegen.markup.shortcodes.lines import MarkedText

_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n")) + b"\x7f"


def render_markup(
    text: str, folder: str, settings: MarkupSettings, *, is_clean: bool = False
) -> Markup:
    """Render a body that stands in the content folder *folder* ("" is the root of the content).

    *is_clean*: whether *text* is known to have plain newlines and no control characters, as what
    `border.text.decode` gives. MarkupError if the engine is not there, or cannot read the text.
    """
    convert = find_engine(settings.engine)
    findings: list[MarkupFinding] = []
    source = written = text if is_clean else _clean(text)
    if "    " in source or "\t" in source:
        source = dedent_letters(source, findings)
    marked = None
    if ":::" in source:
        from sitegen.markup.shortcodes.lines import find_shortcodes

        marked = find_shortcodes(source, folder, settings.typography == "fr", settings.shortcodes)
    try:
        converted = convert(
            marked.text if marked else source, escapes_html=settings.raw_html == "escape"
        )
    except RecursionError:
        raise MarkupError(
            "lists, quotations or brackets are nested too deep: flatten them"
        ) from None
    unclosed = _find_unclosed(source, settings)
    if marked is None:
        markup = _finish(converted, written, folder, settings, None, findings)
        if not unclosed:
            return markup
        return msgspec.structs.replace(markup, mistakes=(*markup.mistakes, *unclosed))
    markup = _finish(converted, marked.located, folder, settings, marked, findings)
    return msgspec.structs.replace(
        markup,
        references=(*markup.references, *marked.references),
        lookups=marked.lookups,
        frame_hosts=marked.frame_hosts,
        mistakes=(*markup.mistakes, *marked.mistakes, *unclosed),
    )


def _find_unclosed(source: str, settings: MarkupSettings) -> tuple[Diagnostic, ...]:
    has_fence = ("`" in source and "```" in source) or ("~" in source and "~~~" in source)
    if "<" not in source and not has_fence:
        return ()
    from sitegen.markup.unclosed import find_unclosed

    return tuple(find_unclosed(source, is_html=settings.raw_html != "escape"))


def _finish(
    converted: Converted,
    source: str,
    folder: str,
    settings: MarkupSettings,
    marked: "MarkedText | None",
    findings: list[MarkupFinding],
) -> Markup:
    """The passes, in the order in which they need each other."""
    html, has_raw = converted
    is_french = settings.typography == "fr"
    is_trusted = settings.raw_html == "allow"
    if has_raw and not is_trusted:
        from sitegen.markup.sanitising import sanitise

        html = sanitise(html, findings)
    html = html.replace("sitegen:", "sitegen&#58;")  # an author's own is no placeholder of ours
    tokens = split_tokens(html, is_plain=not has_raw)
    tags = html if has_raw else distinct_tags(tokens)
    if marked:
        from sitegen.markup.shortcodes.placing import list_images, place_shortcodes

        tokens = place_shortcodes(tokens, marked.calls)
    if has_spans(html):
        tokens = write_spans(tokens, findings)
    if has_lists(html):
        tokens = apply_lists(tokens, findings)
    if has_notes(tags):
        tokens = place_notes(tokens, findings)
    if "[" in html and "[^" in html:
        find_lone_marks(tokens, findings)
    if may_have_tasks(html):
        tokens = mark_tasks(tokens)
    if has_images(tags):
        tokens = arrange_images(tokens, settings.language)
    if has_tables(tags):
        tokens = arrange_tables(tokens)
    if has_raw and is_trusted:
        from sitegen.markup.handlers import drop_handlers

        tokens = drop_handlers(tokens, findings)
    if marked is None or may_have_addresses(html):
        tokens = link_addresses(tokens)
    attributed = with_attributes(tokens)
    tokens = mark_shown(tokens, attributed)
    tokens, ids = claim_ids(tokens, attributed)
    tokens, occurrences = place_references(
        tokens, attributed, folder, findings, allows_others=is_trusted
    )
    prose = read_prose(tokens, is_french)
    tokens, headings, anchors = write_headings(tokens, prose.plain, ids)
    located = locate_references(source, occurrences)
    summary = first_paragraph(tokens, prose.plain)
    tokens[::2] = prose.html
    if has_captions(tokens):
        tokens = label_figures(tokens, prose.plain)
    if marked:
        tokens = list_images(tokens)
    return Markup(
        html="".join(tokens),
        headings=headings,
        anchors=anchors,
        first_paragraph=summary,
        references=located.references,
        silent_images=located.silent_images,
        foreign=located.foreign,
        words=prose.words,
        mistakes=locate(blank_code(source), findings) if findings else (),
    )


def _clean(text: str) -> str:
    """The *text* with plain newlines, and without what neither HTML nor XML may hold."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.encode("utf-8", "replace").translate(None, _CONTROLS).decode()
