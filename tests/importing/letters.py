"""Letters as Word writes them, made: the parts that matter, in a ZIP (ECMA-376)."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = f"""<?xml version="1.0"?><Types xmlns="{_PACKAGE}/content-types">
<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="jpeg" ContentType="image/jpeg"/>
<Default Extension="emf" ContentType="image/x-emf"/></Types>"""
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in {"Titre": "Title", "Titre1": "heading 1", "Titre2": "heading 2"}.items()
)


def run(text: str, *, bold: bool = False, note: int = 0, marks: str = "") -> str:
    """Return a piece of text; *marks*: more of what Word says of it."""
    marks += "<w:b/>" if bold else ""
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    mark = f'<w:r><w:footnoteReference w:id="{note}"/></w:r>' if note else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>{mark}'


def paragraph(content: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{content}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{cell}</w:tr>" for cell in cells) + "</w:tbl>"


def picture(relation: str, alt: str) -> str:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing">'
        f'<wp:docPr id="1" name="i" descr="{escape(alt)}"/><a:graphic xmlns:a="{drawing}/main">'
        f'<a:graphicData><pic:pic xmlns:pic="{drawing}/picture"><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def letter(
    *blocks: str,
    notes: tuple[str, ...] = (),
    note_marks: str = "",
    media: Mapping[str, bytes] | None = None,
    properties: Mapping[str, str] | None = None,
    before: str = "",
    styles: str = "",
    header: str = "",
) -> bytes:
    """Return a .docx; *before*: what stands before the root of its document; *styles*: more;
    *header*: what stands above each page;
    *note_marks*: what Word says of the text of its notes.
    """
    media = media or {}
    relations = "".join(
        f'<Relationship Id="m{number}" Type="{_R}/image" Target="media/{name}"/>'
        for number, name in enumerate(media)
    )
    relations += f'<Relationship Id="n" Type="{_R}/footnotes" Target="footnotes.xml"/>'
    relations += f'<Relationship Id="s" Type="{_R}/styles" Target="styles.xml"/>'
    footnotes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(run(text, marks=note_marks))}</w:footnote>'
        for number, text in enumerate(notes, 1)
    )
    core = "".join(f"<{key}>{escape(value)}</{key}>" for key, value in (properties or {}).items())
    main = (
        f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{"".join(blocks)}</w:body></w:document>'
    )
    relation = f"{_PACKAGE}/relationships"
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="{relation}"><Relationship Id="d" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0"?>{before}{main}',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{relation}">{relations}'
        "</Relationships>",
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{_W}">{footnotes}</w:footnotes>',
        "word/styles.xml": f'<w:styles xmlns:w="{_W}">{_STYLES}{styles}</w:styles>',
        "word/header1.xml": f'<w:hdr xmlns:w="{_W}">{paragraph(run(header))}</w:hdr>',
        "docProps/core.xml": '<p xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:dcterms="http://purl.org/dc/terms/">{core}</p>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        for name, content in media.items():
            archive.writestr(f"word/media/{name}", content)
    return out.getvalue()
