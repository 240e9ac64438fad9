"""Images: an image alone in its paragraph is a figure, with its caption and its credit."""

from sitegen.markup.credits import labelled_credit
from sitegen.markup.tokens import escape_text, read_attributes, tag_name, write_tag
from sitegen.patterns import lazy_pattern

_FIRST = ("src", "alt", "width", "height", "title")
"""Attributes that come first, in this order, whatever the engine's."""
_LOADING = {"loading": "lazy", "decoding": "async"}
_PARAGRAPH = lazy_pattern(r"<p[\s>]")
_LINK = lazy_pattern(r"<a\s")
_NAMES = {"aria-label", "aria-labelledby"}
_PICTURES = frozenset(("img", "svg", "object", "canvas"))


def has_images(html: str) -> bool:
    return "<img" in html


def has_captions(tokens: list[str]) -> bool:
    return "</figcaption>" in tokens


def arrange_images(tokens: list[str], language: str) -> list[str]:
    """The *tokens* with figures written out; every image loads when it comes into view.

    The title becomes the caption. Class and id go to the figure, which is what a theme lays out.
    A credit says what it is (`labelled_credit`). Within a sentence there is no place for it: there
    it joins the title.
    """
    tokens = list(tokens)
    for index in range(len(tokens) - 2, 0, -2):  # from the end, since figures grow
        if tokens[index].startswith("<img"):
            _arrange_image(tokens, index, language)
    return tokens


def label_figures(tokens: list[str], plain: list[str]) -> list[str]:
    """The *tokens* with each pictured figure named by its caption, word for word (RGAA 1.9.1).

    *plain* has the texts as readers see them. An author's own name of a figure stays.
    """
    figure = caption = -1
    has_picture = False
    tokens = list(tokens)
    for index in range(1, len(tokens), 2):
        name = tag_name(tokens[index])
        is_end = tokens[index].startswith("</")
        if name == "figure":
            figure, has_picture = -1 if is_end else index, False
        elif name in _PICTURES:
            has_picture = True
        elif name == "figcaption" and not is_end:
            caption = index
        elif name == "figcaption" and has_picture and -1 < figure < caption:
            text = "".join(plain[(caption + 1) // 2 : (index + 1) // 2]).strip()
            if text and not _NAMES & read_attributes(tokens[figure]).keys():
                start = write_tag("figure", {"aria-label": text}).removesuffix(">")
                tokens[figure] = start + tokens[figure][len("<figure") :]
    return tokens


def _arrange_image(tokens: list[str], index: int, language: str) -> None:
    image = read_attributes(tokens[index])
    caption, credit = image.pop("title", ""), image.pop("credit", "")
    credit = labelled_credit(credit, image.get("src", ""), language)
    first, last = _paragraph_around(tokens, index)
    if first < 0:
        title = f"{caption} ({credit})" if caption and credit else caption or credit
        tokens[index] = _write_image(image | ({"title": title} if title else {}))
        return
    figure = read_attributes(tokens[first])
    if "id" in image:
        figure["id"] = image.pop("id")
    if "class" in image:
        figure["class"] = f"{figure.get('class', '')} {image.pop('class')}".strip()
    tokens[index] = _write_image(image)
    tokens[last : last + 1] = [*_write_caption(caption, credit), "</figure>"]
    tokens[first] = write_tag("figure", figure)
    for between in (*range(first + 1, index, 2), *range(index + 1, last, 2)):
        tokens[between] = ""  # only spaces stood there


def _paragraph_around(tokens: list[str], index: int) -> tuple[int, int]:
    """The indexes of the tags of the paragraph that holds this image alone, or -1 and -1.

    A link may stand between them: `[![…](…)](…)`.
    """
    first, last = index - 2, index + 2
    if first > 0 and _LINK.match(tokens[first]) and tokens[last : last + 1] == ["</a>"]:
        first, last = first - 2, last + 2
    is_alone = (
        first > 0
        and tokens[last : last + 1] == ["</p>"]
        and _PARAGRAPH.match(tokens[first]) is not None
        and not any(text.strip() for text in tokens[first + 1 : last : 2])
    )
    return (first, last) if is_alone else (-1, -1)


def _write_image(image: dict[str, str]) -> str:
    known = {name: image[name] for name in _FIRST if name in image}
    return write_tag("img", known | image | _LOADING | image)


def _write_caption(caption: str, credit: str) -> list[str]:
    """The tokens between the image and the end of its figure: they begin and end with a tag."""
    if not caption and not credit:
        return []
    if not credit:
        return ["<figcaption>", escape_text(caption), "</figcaption>", ""]
    return [
        "<figcaption>",
        escape_text(f"{caption} ") if caption else "",
        '<span class="credit">',
        escape_text(credit),
        "</span>",
        "",
        "</figcaption>",
        "",
    ]
